import Kernels

/// One pass over the training windows.
package struct EpochRecord: Codable, Equatable, Sendable {
    /// From 1.
    package var epoch: Int
    /// The mean loss, the on/off term included, without augmentation and dropout, on normalised power: over a fixed
    /// sample of the training windows, and over the validation windows. Not finite if training broke down.
    package var trainLoss: Double
    package var validationLoss: Double
    /// Mean absolute error of the validation part, watts, and F1 of its on/off states, as the run's metrics are; see
    /// ``ValidationScore``.
    package var validationMAE: Double
    package var validationF1: Double?
    /// What epochs are compared by. See ``ValidationScore/total``.
    package var validationScore: Double
    /// At the end of the epoch.
    package var learningRate: Double
    package var seconds: Double
}

/// Where training stands, after each step.
package struct StepProgress: Sendable {
    /// From 1.
    package var step: Int
    package var steps: Int
    package var epoch: Int
    package var epochs: Int
    /// Of the batch just seen.
    package var loss: Double
    package var learningRate: Double
    /// Since training began.
    package var seconds: Double
    /// The share of training that is done, 0 ... 1; of the time budget where that ends sooner.
    package var progress: Double
}

/// What training leaves.
package struct TrainingOutcome: Sendable {
    package enum End: Codable, Equatable, Sendable {
        /// All epochs were done.
        case completed
        /// The time budget was used up in this epoch.
        case budget(epoch: Int)
        /// The training loss was not a number at this step, or the validation loss after it.
        case notANumber(step: Int)
    }

    /// The parameters of the best epoch by validation score.
    package var parameters: AlignedBuffer
    /// From 1; 0 if none could be kept: the parameters are those that training began with.
    package var bestEpoch: Int
    package var epochs: [EpochRecord]
    /// Of each step.
    package var stepSeconds: [Double]
    package var end: End
}
