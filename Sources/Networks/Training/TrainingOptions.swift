import Datasets
import Kernels

/// What decides the course of training.
package struct TrainingOptions: Equatable, Sendable {
    /// The loss a sample, on normalised power: l1 |p - y| + l2 (p - y)², plus `on` times the binary cross-entropy of the
    /// on-probability for a network that says one.
    package struct Loss: Equatable, Sendable {
        /// The loss of power.
        package enum Power: String, CaseIterable, Sendable {
            /// Mean absolute error.
            case l1
            /// Mean squared error.
            case mse
            /// Half of `l1` plus `mse`: the first keeps zero at zero, the second keeps activations at their height.
            case mixed
        }

        package var l1: Double
        package var l2: Double
        package var on: Double

        package init(l1: Double, l2: Double, on: Double = 0) {
            self.l1 = l1
            self.l2 = l2
            self.on = on
        }

        package init(_ power: Power, on: Double) {
            switch power {
            case .l1: self.init(l1: 1, l2: 0, on: on)
            case .mse: self.init(l1: 0, l2: 1, on: on)
            case .mixed: self.init(l1: 0.5, l2: 1, on: on)
            }
        }
    }

    /// Which windows an epoch sees, and what is changed in them.
    package struct Sampling: Equatable, Sendable {
        /// The part of an epoch's windows in which the appliance is on; nil for as many as there are.
        package var onShare: Double?
        /// Windows in an epoch; nil for all.
        package var count: Int?
        /// The appliance's power in a window is multiplied by a random factor between 1 / (1 + this) and 1 + this, in
        /// truth and aggregate alike: another house's appliance draws another power. 0 for never.
        package var amplitude: Double
        /// Watts, up to this many up or down, are added to a window's aggregate: another house's base load differs. 0
        /// for never.
        package var offset: Double
        /// The probability that a window's other appliances are replaced by those of another window.
        package var mixing: Double

        package init(
            onShare: Double? = nil, count: Int? = nil, amplitude: Double = 0, offset: Double = 0, mixing: Double = 0
        ) {
            self.onShare = onShare
            self.count = count
            self.amplitude = amplitude
            self.offset = offset
            self.mixing = mixing
        }
    }

    package var loss: Loss
    package var schedule: LearningRateSchedule
    package var epochs: Int
    /// Seconds of training at most, which the schedule is then fitted into; nil for no bound.
    package var budget: Double?
    package var batch: Int
    /// The gradient's norm is clipped to this.
    package var clip: Double
    package var seed: UInt64
    package var threads: Int
    package var sampling: Sampling
    /// Watts from which the appliance is on.
    package var onThreshold: Float

    package init(
        loss: Loss, schedule: LearningRateSchedule, epochs: Int, budget: Double?, batch: Int, clip: Double,
        seed: UInt64, threads: Int, sampling: Sampling = Sampling(), onThreshold: Float
    ) {
        precondition(epochs > 0 && batch > 0, "epochs and batch must be positive, got \(epochs) and \(batch)")
        self.loss = loss
        self.schedule = schedule
        self.epochs = epochs
        self.budget = budget
        self.batch = batch
        self.clip = clip
        self.seed = seed
        self.threads = threads
        self.sampling = sampling
        self.onThreshold = onThreshold
    }

    /// The loss for windows whose appliance draws `amplitude` times its power: it is on from as much more.
    func weights(_ normalisation: Normalisation, amplitude: Float = 1) -> LossWeights {
        LossWeights(
            l1: Float(loss.l1), l2: Float(loss.l2), on: Float(loss.on),
            onThreshold: normalisation.normalised(appliance: onThreshold * amplitude))
    }

    /// Steps of the whole training on so many windows, if the time suffices.
    package func steps(windows: Int) -> Int {
        ((sampling.count ?? windows) + batch - 1) / batch * epochs
    }
}
