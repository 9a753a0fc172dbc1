import Kernels
import Runs

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
    /// The parameters of the best epoch by validation score.
    package var parameters: AlignedBuffer
    /// From 1; 0 if none could be kept: the parameters are those that training began with.
    package var bestEpoch: Int
    package var epochs: [Epoch]
    /// Of each step.
    package var stepSeconds: [Double]
    package var end: TrainingEndReason
}
