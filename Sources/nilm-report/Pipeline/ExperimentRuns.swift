import Configuration
import Datasets
import Foundation
import Pages
import Runs
import Scoring
import Support

/// Makes the runs of an experiment, one after the other, and keeps those that are there.
struct ExperimentRuns {
    private static let runsBetweenReturns = 16

    /// The folder of the runs' own folders.
    let output: String
    /// Whether a run with other settings is made again.
    let force: Bool
    let threads: Int
    let progress: Progress
    let look: ReportLook

    /// A run that fails is said and left out; the others are made all the same.
    func make(_ cases: [Experiment.Case], models: [String]) throws -> ExperimentResults {
        var runs: [ExperimentResults.Run] = []
        var missing: [Support.Text] = []
        for (index, item) in cases.enumerated() {
            progress.stage("run \(index + 1) of \(cases.count): \(item.runID)")
            do {
                let folder = try existing(item) ?? build(item)
                runs.append(
                    ExperimentResults.Run(
                        data: item.data, model: item.model, seed: item.seed, folder: item.runID,
                        results: try folder.results()))
            } catch {
                guard let failure = Failure(error), failure.exitCode != .usage, !failure.isTemporary else {
                    throw error
                }
                Console.log(LogLine(.error, failure.message))
                missing.append(
                    Support.Text(
                        "\(item.runID) is not there: \(failure.message)",
                        es: "\(item.runID) no está: \(failure.message)"))
            }
            // What one run took is not the next one's. Each time the whole heap is looked through.
            if runs.count.isMultiple(of: Self.runsBetweenReturns) { HostSystem.returnFreedMemory() }
        }
        var results = ExperimentResults(runs, models: models, missing: missing)
        for (pair, before, after) in results.pairs {
            if case .interval(let low, let high) = SeedDifference.mae(before: before, after: after) {
                results.set(low...high, for: pair)
            }
        }
        results.incomparable.map(\.english).forEach(progress.warning)
        return results
    }

    /// The run of a case, if it is there; nil if it has to be made.
    private func existing(_ item: Experiment.Case) throws -> RunFolder? {
        let path = output + "/" + item.runID
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let folder = try RunFolder(path: path)
        if try folder.configurationText() == ConfigurationFile.text(of: RunConfiguration.settled(item.layers)) {
            return folder
        }
        if force { return nil }
        throw Failure(
            "\(path) was made with other settings; --force makes it again, another --output keeps it",
            exitCode: .cannotWrite)
    }

    private func build(_ item: Experiment.Case) throws -> RunFolder {
        let configuration = try RunConfiguration.settled(item.layers)
        try MemoryCheck(configuration, threads: threads, isTraining: true).require()
        let draft = try RunDraft(
            id: try RunID(item.runID), output: output, force: true, restart: force,
            beginning: RunOptions.beginning(configuration: ConfigurationFile.text(of: configuration)),
            isTraining: true)
        return try draft.assemble(goingOn: []) { draft in
            var assembly = RunAssembly(
                configuration: configuration, threads: threads,
                check: RunCheck(gates: try configuration.gates.map(Gate.init(parsing:))), progress: progress)
            return try assembly.build(into: draft, checkpointEvery: TrainingCheckpoint.usualInterval, look: look).0
        }
    }
}
