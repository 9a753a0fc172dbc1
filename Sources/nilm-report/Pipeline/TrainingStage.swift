import Configuration
import Datasets
import Models
import Runs
import Training

/// Trains one appliance's network.
struct TrainingStage {
    let model: ModelFile
    let outcome: TrainingOutcome
    private let appliance: String

    init(
        _ data: ApplianceData, configuration: RunConfiguration, threads: Int, progress: Progress
    ) throws {
        let normalisation = try Self.normalisation(for: data, configuration)
        let architecture = try Architecture(configuration)
        let train = Windows(of: data.train, length: configuration.window, stride: configuration.stride)
        let validation = Windows.covering(
            data.validation, length: configuration.window, stride: configuration.window)
        progress.stage(
            "training \(data.appliance): \(train.count) windows of \(configuration.window), "
                + "\(configuration.epochs) epochs")
        let options = TrainingOptions(
            configuration, onThreshold: ApplianceKind(named: data.appliance, configuration).onThreshold,
            threads: threads)
        outcome = Self.train(
            architecture.network, options: options, normalisation: normalisation, windows: train,
            validation: validation, progress: progress)
        appliance = data.appliance
        model = ModelFile(
            description: ModelDescription(
                model: configuration.model.rawValue, architecture: architecture, appliance: data.appliance,
                periodS: configuration.period, window: configuration.window, normalisation: normalisation,
                meanW: data.trainingMean),
            parameters: outcome.parameters)
    }

    private static func train(
        _ network: some Network, options: TrainingOptions, normalisation: Normalisation, windows: Windows,
        validation: Windows, progress: Progress
    ) -> TrainingOutcome {
        Trainer(
            network: network, options: options, normalisation: normalisation, train: windows, validation: validation
        ).run(onStep: progress.step, onEpoch: progress.epoch)
    }

    /// The power scaling that a configuration asks for, fitted to the training part.
    static func normalisation(
        for data: ApplianceData, _ configuration: RunConfiguration
    ) throws(Failure) -> Normalisation {
        switch configuration.normalisation {
        case .none: return .none
        case .kilowatt: return .kilowatt
        case .standard:
            do throws(NormalisationError) {
                return try .fitted(
                    to: data.train, onThreshold: ApplianceKind(named: data.appliance, configuration).onThreshold)
            } catch {
                // It knows the powers, not whose they are.
                throw Failure("\(data.appliance): \(error)", exitCode: .badData)
            }
        }
    }

    /// The rows of data/history.csv.
    var epochs: [Epoch] {
        outcome.epochs.map { record in
            Epoch(
                appliance: appliance, epoch: record.epoch, trainLoss: record.trainLoss.finite,
                valLoss: record.validationLoss.finite, valMaeW: record.validationMAE.finite,
                learningRate: record.learningRate, seconds: record.seconds)
        }
    }

    var best: BestEpoch {
        let stopped =
            switch outcome.end {
            case .completed: "all \(outcome.epochs.count) epochs were run"
            case .budget(let epoch): "the time budget was used up in epoch \(epoch)"
            case .notANumber(let step): "the loss was not a number at step \(step)"
            }
        return BestEpoch(appliance: appliance, epoch: outcome.bestEpoch, stopped: stopped)
    }

    /// Said loudly when training broke down.
    var notices: [Notice] {
        guard case .notANumber(let step) = outcome.end else { return [] }
        let kept = outcome.bestEpoch == 0 ? "the untrained start" : "those of epoch \(outcome.bestEpoch)"
        return [
            Notice(
                kind: .notANumber, appliance: appliance,
                text: "Training of \(appliance) stopped at step \(step): the loss was not a number. The weights are "
                    + "\(kept). A lower learning rate or normalised power may help.")
        ]
    }
}

extension Double {
    /// nil for NaN and infinity, which have no place in JSON.
    fileprivate var finite: Double? { isFinite ? self : nil }
}

extension ApplianceData {
    /// The training part's mean power of the appliance, watts, over the rows with a reading.
    var trainingMean: Double {
        var (sum, count) = (0.0, 0)
        for stretch in train {
            for watts in stretch.truth where !watts.isNaN {
                sum += Double(watts)
                count += 1
            }
        }
        return count > 0 ? sum / Double(count) : 0
    }
}
