import Configuration
import Datasets
import Foundation
import Networks
import Runs
import Support

/// What a build would read, train and write, and how long it would take: the data are read and a few steps are timed, and
/// nothing is written.
struct DryRun {
    let configuration: RunConfiguration
    let threads: Int
    /// The output folder.
    let output: String

    /// As lines for a person.
    func lines() throws -> [String] {
        var times = StageTimes()
        let data = try times.measure("data") { try DataStage(configuration) }
        var seconds = times.durations.map(\.seconds).reduce(0, +)
        let memory = MemoryCheck(configuration, threads: threads, isTraining: true, dataset: data.dataset)
        try memory.require()
        var lines = ["reads   \(reads(data.summary))"]
        for appliance in data.dataset.appliances {
            try Interruption.check()
            let setup = try TrainingSetup(
                appliance, configuration: configuration.narrowed(to: appliance.appliance), threads: threads)
            let step = Self.stepSeconds(setup.architecture.network, setup)
            let steps = setup.options.steps(windows: setup.train.count)
            let training = min(Double(steps) * step, setup.options.budget ?? .infinity)
            let test = Windows.covering(appliance.test, length: setup.window, stride: setup.window).count
            // A forward pass is a third of a step's work; the test part's windows overlap by half.
            let measured =
                setup.validation.count + LossSample.count(of: setup.train.count, beside: setup.validation.count)
            let predicted = setup.options.epochs * measured + 2 * test
            let evaluation = Double(predicted) * step / Double(setup.batch.count) / 3
            seconds += training + evaluation
            lines += [
                "trains  \(appliance.appliance): model \(configuration.model.rawValue), "
                    + "\(setup.architecture.network.layout.count) parameters; \(setup.train.count) windows of "
                    + "\(setup.window), \(setup.validation.count) for validation, \(test) for the test",
                "        \(setup.options.epochs) epochs, \(steps) steps; a step takes \(Text.duration(step)) (measured), all "
                    + "\(Text.duration(Double(steps) * step))"
                    + (setup.options.budget.map { ", the budget is \(Text.duration($0))" } ?? ""),
            ]
        }
        return lines + [
            "writes  \(output)/<run>, with report.html, results.json, model.safetensors and figures; "
                + "\(Text.bytes(free)) are free there",
            "time    about \(Text.duration(seconds)) on \(threads) threads, from the measured step; drawing the report "
                + "comes on top",
            "memory  about \(try memory.estimate().text)"
                + (try FreeMemory.now().map { ", \(Text.bytes($0.bytes)) are free (\($0.bound.text))" } ?? ""),
        ]
    }

    private func reads(_ data: DataSummary) -> String {
        let bytes = data.files.map(\.bytes).reduce(0, +)
        let rows = data.parts.map(\.rows).reduce(0, +)
        return "\(data.source): "
            + (data.files.isEmpty ? "no files" : "\(data.files.count) files, \(Text.bytes(bytes))")
            + ", \(rows) rows every \(data.periodS) s"
    }

    /// Seconds of a step: the median of five, after one that fetches memory.
    private static func stepSeconds(_ network: some Network, _ setup: TrainingSetup) -> Double {
        let step = TrainingStep(
            network: network, options: setup.options, normalisation: setup.normalisation, windows: setup.train)
        let times = (0..<6).map { _ in
            let begin = ContinuousClock.now
            _ = step.run(on: setup.batch, learningRate: setup.options.schedule.rate(at: 0))
            return (ContinuousClock.now - begin) / .seconds(1)
        }
        return times.dropFirst().sorted()[2]
    }

    /// Bytes free where the output folder is, or where it would be made.
    private var free: Int {
        var place = URL(fileURLWithPath: output).standardizedFileURL
        while !FileManager.default.fileExists(atPath: place.path), place.path != "/" { place.deleteLastPathComponent() }
        return HostSystem.freeBytes(at: place.path)
    }
}
