import ArgumentParser
import Datasets
import Kernels
import Networks
import Runs

/// A training step and the evaluation of a batch.
struct StepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "step", abstract: "A training step, and the evaluation of a batch, with the peak memory.",
        discussion:
            "With several thread counts, steps alternate between them, and the parameters must be the same bits.")

    @OptionGroup var model: BenchModel
    @Option(help: "Numbers of threads, such as 1,2.")
    var threads = "2"
    @Option(help: "Steps that are measured.")
    var steps = 5
    @Option(help: ArgumentHelp("Also write a line of JSON for each number of threads.", valueName: "FILE"))
    var json: String?

    /// What one number of threads reached.
    struct Record: Codable {
        var window: Int
        var batch: Int
        var band: Int?
        var threads: Int
        var stepS: Double
        var evaluateS: Double
        /// Products of one step, and the share of the matrix product's speed on as many threads.
        var gflop: Double
        var share: Double
        var peakMb: Int
        var machine: String
    }

    func run() throws {
        let counts = threads.split(separator: ",").compactMap { Int($0) }
        guard !counts.isEmpty, counts.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("--threads \(threads): expected numbers from 1, such as 1,2")
        }
        let machine = try KernelBench.machine()
        let windows = try model.windows()
        let training = counts.map { model.step(windows, threads: $0) }
        let reference = Reference.product()
        let predictors = zip(counts, training).map { threads, step in
            Predictor(
                network: SeedModel(model.shape), parameters: step.parameters, normalisation: .kilowatt,
                threads: threads)
        }
        var (stepSeconds, evaluateSeconds, peaks) = (
            counts.map { _ in [Double]() }, counts.map { _ in [Double]() }, counts.map { _ in [Double]() }
        )
        for round in 0...steps {
            for index in counts.indices {
                let peak = reference.rate()
                let step = Stopwatch.seconds { _ = training[index].run(on: batchIndices, learningRate: 1e-3) }
                let evaluate = Stopwatch.seconds {
                    predictors[index].forEachPrediction(of: windows) { _, _ in }
                }
                // The first round pays for memory that is touched for the first time.
                if round == 0 { continue }
                stepSeconds[index].append(step)
                evaluateSeconds[index].append(evaluate)
                peaks[index].append((peak + reference.rate()) / 2)
            }
        }
        for other in training.dropFirst() where other.parameters.values != training[0].parameters.values {
            throw ValidationError("parameters differ between numbers of threads")
        }
        let operations = StepOperations(model).total
        let records = counts.indices.map { index in
            Record(
                window: model.window, batch: model.batch, band: model.band, threads: counts[index],
                stepS: stepSeconds[index].median, evaluateS: evaluateSeconds[index].median, gflop: operations * 1e-9,
                share: operations / stepSeconds[index].median / (peaks[index].median * Double(counts[index])),
                peakMb: HostSystem.peakRSSBytes / 1_048_576, machine: machine)
        }
        print("\(machine), medians of \(steps)\n")
        var table = Table([
            "T", "batch", "band", "threads", "step s", "evaluate s", "GFLOP/s", "share of product", "peak MB",
        ])
        for record in records {
            table.add([
                String(record.window), String(record.batch), record.band.map { "\($0)" } ?? "all",
                String(record.threads), record.stepS.short, record.evaluateS.short,
                (record.gflop / record.stepS).short, "\(Int((record.share * 100).rounded())) %", String(record.peakMb),
            ])
        }
        print(table.text)
        if let json { try JSONLines.write(records, to: json) }
    }

    private var batchIndices: ArraySlice<Int> { Array(0..<model.batch)[...] }
}

/// Multiplications and additions in the products of one step, forward and backward.
struct StepOperations {
    let total: Double

    init(_ model: BenchModel) {
        let (t, d) = (Double(model.window), Double(model.width))
        let coarse = Double(model.window / 4)
        let seen = model.band.map { min(t * (2 * Double($0) + 1), t * t) } ?? t * t
        // Query, key and value, projection; fusion; feed-forward of four times the width.
        let projections = (t + coarse) * 4 * d * d + t * 2 * d * d + t * 8 * d * d
        let attention = 2 * (seen + coarse * coarse) * d
        // A backward pass has two products for each of a projection, five for the two of attention.
        let block = 2 * (3 * projections + 3.5 * attention)
        total = Double(model.batch * model.depth) * block
    }
}
