/// What decides the course of training.
package struct TrainingOptions: Equatable, Sendable {
    /// The loss a sample, on normalised power: l1 |p - y| + l2 (p - y)².
    package struct Loss: Equatable, Sendable {
        package var l1: Double
        package var l2: Double

        package init(l1: Double, l2: Double) {
            self.l1 = l1
            self.l2 = l2
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

    package init(
        loss: Loss, schedule: LearningRateSchedule, epochs: Int, budget: Double?, batch: Int, clip: Double,
        seed: UInt64, threads: Int
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
    }
}
