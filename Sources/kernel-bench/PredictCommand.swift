import ArgumentParser
import Datasets
import Kernels
import Networks
import Runs

/// The prediction of a long series.
struct PredictCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict", abstract: "The prediction of a long series by overlapping windows, and its memory.")

    @OptionGroup var model: BenchModel
    @Option(help: "Rows of the series.")
    var rows = 517_147
    @Option(help: "Number of threads.")
    var threads = 2
    @Option(help: "Predictions that are measured.")
    var repeats = 3

    func run() throws {
        let machine = try KernelBench.machine()
        let network = SeedModel(model.shape)
        let predictor = Predictor(
            network: network, parameters: network.layout.initialValues(seed: 0), normalisation: .kilowatt,
            threads: threads)
        // Rows arrive as from a meter: the series is never held as a whole.
        let piece = (0..<4096).map { Float(($0 * 37) % 3001) }
        var seconds: [Double] = []
        for _ in 0..<repeats {
            var sum = 0.0
            seconds.append(
                Stopwatch.seconds {
                    var stream = PredictionStream(predictor, window: model.window)
                    for first in stride(from: 0, to: rows, by: piece.count) {
                        stream.append(Array(piece.prefix(rows - first))) { sum += Double($0) }
                    }
                    stream.finish { sum += Double($0) }
                })
            precondition(sum.isFinite, "a prediction is no number")
        }
        print("\(machine), median of \(repeats)\n")
        var table = Table(["rows", "T", "D", "blocks", "threads", "seconds", "rows a second", "peak MB"])
        table.add([
            String(rows), String(model.window), String(model.width), String(model.depth), String(threads),
            seconds.median.short, String(Int(Double(rows) / seconds.median)),
            String(HostSystem.peakRSSBytes / 1_048_576),
        ])
        print(table.text)
    }
}
