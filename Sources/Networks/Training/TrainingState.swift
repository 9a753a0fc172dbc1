import Kernels
import Runs

/// Where training stands between two steps: with network, data and options, all that the rest of it depends on.
///
/// The order of the windows, dropout and augmentation follow from the seed and the numbers of epoch and step, so they
/// are not in it.
package struct TrainingState: Sendable {
    /// The parameters that are trained, AdamW's first and second moments, and the parameters of the best epoch so far:
    /// blocks of the network's layout. While training goes on they are its own memory, not a copy.
    package var parameters: AlignedBuffer
    package var first: AlignedBuffer
    package var second: AlignedBuffer
    package var best: AlignedBuffer
    package var course: Course
    /// Of each step done.
    package var stepSeconds: [Double]

    /// The numbers of it.
    package struct Course: Codable, Equatable, Sendable {
        /// Steps done.
        package var steps = 0
        /// The epoch that is going on, from 1, and its windows seen.
        package var epoch = 1
        package var seen = 0
        /// Spent on training altogether, and on this epoch: the schedule may depend on the first.
        package var seconds = 0.0
        package var epochSeconds = 0.0
        /// Of the last step.
        package var learningRate = 0.0
        /// 0 for none yet, and its ``ValidationScore/total``.
        package var bestEpoch = 0
        package var bestScore: Double?
        package var epochs: [Epoch] = []
        /// nil while training goes on.
        package var end: TrainingEndReason?
    }

    /// What was just done.
    package enum Pause: Sendable { case step, epoch }

    /// What training has come to, if it ended here.
    var outcome: TrainingOutcome {
        TrainingOutcome(
            parameters: best, bestEpoch: course.bestEpoch, epochs: course.epochs, stepSeconds: stepSeconds,
            end: course.end ?? .completed(epochs: course.epochs.count))
    }
}
