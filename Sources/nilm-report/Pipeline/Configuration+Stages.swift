import Configuration
import Datasets
import Datasets
import Evaluation
import Models
import Training

extension ReaderOptions {
    init(_ configuration: RunConfiguration) {
        let unit: CSVOptions.Unit? =
            switch configuration.csvUnit {
            case .W: .W
            case .kW: .kW
            case nil: nil
            }
        let mains: UKDALEMains =
            switch configuration.mains {
            case .channel: .channel
            case .file: .file
            }
        self.init(
            csv: CSVOptions(
                time: configuration.csvTime, aggregate: configuration.csvAggregate,
                appliances: configuration.csvAppliances, unit: unit),
            timeZone: configuration.timeZone, mains: mains)
    }
}

extension PreparationOptions {
    init(_ configuration: RunConfiguration) {
        self.init(
            fillLimit: configuration.fillLimit, applianceLimit: configuration.applianceLimit,
            aggregateLimit: configuration.aggregateLimit, stuckLimit: configuration.stuckLimit,
            dropsIssues: configuration.issues == .drop)
    }
}

extension SeedModel.Shape {
    init(_ configuration: RunConfiguration) {
        self.init(
            width: configuration.width, heads: configuration.heads, depth: configuration.depth,
            scale: configuration.scale, band: configuration.band, dropout: configuration.dropout)
    }
}

extension TrainingOptions {
    init(_ configuration: RunConfiguration, threads: Int) {
        let loss: Loss =
            switch configuration.loss {
            case .l1: Loss(l1: 1, l2: 0)
            case .mse: Loss(l1: 0, l2: 1)
            case .mixed: Loss(l1: 0.5, l2: 1)
            }
        let schedule: LearningRateSchedule =
            switch configuration.schedule {
            case .constant: .constant(configuration.learningRate)
            case .cosine: .warmUpAndCosine(peak: configuration.learningRate)
            }
        self.init(
            loss: loss, schedule: schedule, epochs: configuration.epochs, budget: configuration.budget?.value,
            batch: configuration.batch, clip: configuration.clip, seed: configuration.seed, threads: threads)
    }
}

extension Scoring {
    /// For the appliances of `dataset`.
    init(_ configuration: RunConfiguration, dataset: Dataset) throws(Failure) {
        let profile: MetricProfile =
            switch configuration.metricProfile {
            case .standard: .standard
            case .kelly: .kelly
            case .bert4nilm: .bert4nilm
            case .nilmformer: configuration.data.hasPrefix("refit:") ? .nilmformerREFIT : .nilmformer
            case .nilmtk: .nilmtk
            }
        do throws(EvaluationError) {
            try self.init(profile: profile, appliances: dataset.appliances, timeZone: dataset.timeZone)
        } catch {
            throw Failure(error.description, exitCode: .badData)
        }
    }
}
