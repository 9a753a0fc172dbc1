import ArgumentParser
import Networks

/// Where a training step's time goes.
struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Where a training step's time goes, by layer, on one thread.")

    @OptionGroup var model: BenchModel
    @Option(help: "Steps that are measured.")
    var steps = 5
    @Flag(help: "One row a block instead of one for all blocks.")
    var eachBlock = false
    @Option(help: ArgumentHelp("Also write a line of JSON for each row.", valueName: "FILE"))
    var json: String?

    /// One layer's share of a step.
    struct Record: Codable {
        var layer: String
        var forwardMs: Double
        var backwardMs: Double
        var share: Double
    }

    func run() throws {
        let windows = try model.windows()
        let training = model.step(windows, threads: 1)
        let indices = Array(0..<model.batch)[...]
        _ = training.run(on: indices, learningRate: 1e-3)
        let times = LayerTimes()
        let total = Stopwatch.seconds {
            for _ in 0..<steps { _ = training.run(on: indices, learningRate: 1e-3, times: times) }
        }
        var records: [Record] = []
        for entry in times.entries {
            let layer = eachBlock ? entry.layer : entry.layer.replacing(/blocks\.\d+/, with: "blocks.*")
            let index =
                records.firstIndex { $0.layer == layer }
                ?? {
                    records.append(Record(layer: layer, forwardMs: 0, backwardMs: 0, share: 0))
                    return records.count - 1
                }()
            let milliseconds = entry.seconds / Double(steps) * 1e3
            switch entry.direction {
            case .forward: records[index].forwardMs += milliseconds
            case .backward: records[index].backwardMs += milliseconds
            }
            records[index].share += entry.seconds / total
        }
        records.sort { $0.share > $1.share }
        let rest = 1 - records.reduce(0) { $0 + $1.share }
        print(
            "\(try KernelBench.machine()), one thread, \(steps) steps of \((total / Double(steps)).short) s: T \(model.window), "
                + "batch \(model.batch)\n")
        var table = Table(["layer", "forward ms", "backward ms", "share"])
        for record in records {
            table.add([
                record.layer, record.forwardMs.short, record.backwardMs.short, (record.share * 100).short + " %",
            ])
        }
        table.add(["the rest", "", "", (rest * 100).short + " %"])
        print(table.text)
        if let json { try JSONLines.write(records, to: json) }
    }
}
