/// How the models of a run were trained.
package struct TrainingSummary: Codable, Equatable, Sendable {
    /// Optimiser steps of all appliances together.
    package var steps: Int
    /// Median over all steps; nil in a reproducible run, as the next.
    @Nullable package var secondsPerStep: Double?
    @Nullable package var peakRssBytes: Int?
    package var epochs: [Epoch]
    /// The epoch whose weights were kept, per appliance.
    package var best: [BestEpoch]

    package init(steps: Int, secondsPerStep: Double?, peakRssBytes: Int?, epochs: [Epoch], best: [BestEpoch]) {
        self.steps = steps
        self.secondsPerStep = secondsPerStep
        self.peakRssBytes = peakRssBytes
        self.epochs = epochs
        self.best = best
    }
}

/// One pass over one appliance's training windows: a row of data/history.csv.
package struct Epoch: Codable, Equatable, Sendable {
    package var appliance: String
    /// From 1.
    package var epoch: Int
    /// Mean training loss, in the loss's own normalised unit; nil if it was not a number.
    @Nullable package var trainLoss: Double?
    /// Validation loss in the same unit.
    @Nullable package var valLoss: Double?
    /// Mean absolute error on the validation windows, watts.
    @Nullable package var valMaeW: Double?
    /// At the end of the epoch.
    package var learningRate: Double
    /// nil in a reproducible run, which notes nothing measured of the clock, the memory or the threads.
    @Nullable package var seconds: Double?

    package init(
        appliance: String, epoch: Int, trainLoss: Double?, valLoss: Double?, valMaeW: Double?, learningRate: Double,
        seconds: Double?
    ) {
        self.appliance = appliance
        self.epoch = epoch
        self.trainLoss = trainLoss
        self.valLoss = valLoss
        self.valMaeW = valMaeW
        self.learningRate = learningRate
        self.seconds = seconds
    }
}

/// The epoch that was kept for an appliance, and why training ended.
package struct BestEpoch: Codable, Equatable, Sendable {
    package var appliance: String
    package var epoch: Int
    package var stopped: String

    package init(appliance: String, epoch: Int, stopped: String) {
        self.appliance = appliance
        self.epoch = epoch
        self.stopped = stopped
    }
}
