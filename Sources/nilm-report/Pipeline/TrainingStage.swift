import Configuration
import Datasets
import Networks
import Runs
import Scoring
import Support

/// Trains one appliance's network.
struct TrainingStage {
    let model: ModelFile
    let outcome: TrainingOutcome
    private let appliance: String
    private let calendarLeftOut: [CalendarCycle]
    /// Steps of the whole training.
    private let plannedSteps: Int
    /// The error of predicting zero on the validation part, watts.
    private let zeroMaeW: Double

    /// Epochs are compared by what `scoring` makes of the validation part.
    init(
        _ data: ApplianceData, configuration: RunConfiguration, scoring: Scoring, threads: Int,
        checkpoint: TrainingCheckpoint, progress: Progress
    ) throws {
        let setup = try TrainingSetup(data, configuration: configuration, threads: threads)
        progress.stage(
            "training \(data.appliance): \(setup.train.count) windows of \(setup.window), "
                + "\(setup.options.epochs) epochs")
        let validation = ValidationPart(setup.validation)
        let judge = PartScoring(
            validation.runs, rules: scoring.profile.rules(for: scoring.kind(of: data.appliance)))
        zeroMaeW = judge.zeroMaeW
        plannedSteps = setup.options.steps(windows: setup.train.count)
        outcome = try Self.train(
            setup.architecture.network, of: data.appliance, setup, validation: validation, judge: judge,
            checkpoint: checkpoint,
            progress: progress)
        appliance = data.appliance
        calendarLeftOut = setup.calendarLeftOut
        model = ModelFile(
            description: ModelDescription(
                model: configuration.model.rawValue, architecture: setup.architecture, appliance: data.appliance,
                periodS: configuration.periodS, window: setup.window, normalisation: setup.normalisation,
                meanW: data.trainingMean, aggregateMaxW: data.trainingMaximum),
            parameters: outcome.parameters)
    }

    private static func train(
        _ network: some Network, of appliance: String, _ setup: TrainingSetup, validation: ValidationPart,
        judge: PartScoring,
        checkpoint: TrainingCheckpoint, progress: Progress
    ) throws -> TrainingOutcome {
        var checkpoint = checkpoint
        let state = try checkpoint.load(count: network.layout.storage)
        if let state {
            progress.detail("goes on after \(state.course.steps) steps, \(Text.duration(state.course.seconds))")
        }
        return try Trainer(
            appliance: appliance, network: network, options: setup.options, normalisation: setup.normalisation,
            train: setup.train,
            validation: validation,
            judge: { predictions in
                let score = judge.score(predictions)
                return ValidationScore(mae: score.maeW, f1: score.f1, skill: score.skill)
            }
        ).run(
            from: state, onStep: progress.step, onEpoch: progress.epoch, onPause: { try checkpoint.pause($0, $1) })
    }

    /// The rows of data/history.csv.
    var epochs: [Epoch] {
        outcome.epochs.map { epoch in
            var epoch = epoch
            epoch.seconds = epoch.seconds.flatMap { SourceDate.noted($0) }
            return epoch
        }
    }

    var best: BestEpoch {
        BestEpoch(appliance: appliance, epoch: outcome.bestEpoch, stopped: outcome.end, zeroMaeW: zeroMaeW)
    }

    /// Said loudly when training broke down, was over before it had seen the data, or could not be as asked.
    var notices: [Notice] { ending + leftOut }

    private var leftOut: [Notice] {
        guard !calendarLeftOut.isEmpty else { return [] }
        return [
            Notice(
                .calendarLeftOut(
                    appliance: appliance, cycles: calendarLeftOut.compactMap { .init(rawValue: $0.rawValue) }))
        ]
    }

    private var ending: [Notice] {
        if case .budget = outcome.end {
            return [
                Notice(
                    .fewSteps(appliance: appliance, steps: outcome.stepSeconds.count, planned: plannedSteps))
            ]
        }
        guard case .notANumber(let step) = outcome.end else { return [] }
        return [Notice(.notANumber(appliance: appliance, step: step, keptEpoch: outcome.bestEpoch))]
    }
}

extension ApplianceData {
    /// The training part's greatest aggregate, watts; nil without a reading.
    fileprivate var trainingMaximum: Double? {
        train.compactMap { $0.aggregate.filter { !$0.isNaN }.max() }.max().map(Double.init)
    }

    /// The training part's mean power of the appliance, watts, over the rows with a reading.
    var trainingMean: Double {
        var (sum, count) = (0.0, 0)
        for segment in train {
            for watts in segment.truth where !watts.isNaN {
                sum += Double(watts)
                count += 1
            }
        }
        return count > 0 ? sum / Double(count) : 0
    }
}
