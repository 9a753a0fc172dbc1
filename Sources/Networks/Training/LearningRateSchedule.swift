import Foundation

/// The learning rate over the course of training.
package struct LearningRateSchedule: Equatable, Sendable {
    package enum Shape: String, CaseIterable, Sendable {
        case constant
        /// Linear from 0 over the first tenth, then half a cosine from the peak down to 0.
        case cosine
    }

    package var shape: Shape
    package var peak: Double

    package init(_ shape: Shape, peak: Double) {
        self.shape = shape
        self.peak = peak
    }

    /// The rate when `progress`, in 0 ... 1, of the training is done. A step takes that of its middle: at its ends the
    /// first or the last one would have a rate of 0, and teach nothing.
    package func rate(at progress: Double) -> Double {
        switch shape {
        case .constant: return peak
        case .cosine:
            let warmUp = 0.1
            if progress < warmUp { return peak * progress / warmUp }
            return peak * 0.5 * (1 + cos(.pi * min(1, (progress - warmUp) / (1 - warmUp))))
        }
    }
}
