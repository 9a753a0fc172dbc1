import Configuration
import Datasets
import Evaluation
import Models
import Training

extension SeedModel.Shape {
    init(_ configuration: RunConfiguration) {
        self.init(
            width: configuration.width, heads: configuration.heads, depth: configuration.depth,
            scale: configuration.scale, dropout: configuration.dropout)
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
