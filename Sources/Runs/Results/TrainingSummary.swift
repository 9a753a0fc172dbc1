import Support

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
    /// The mean loss, the on/off term included, on normalised power, after the epoch, without augmentation and dropout: over
    /// a fixed sample of the training windows, and over the validation part. nil if it was not a number.
    @Nullable package var trainLoss: Double?
    @Nullable package var valLoss: Double?
    /// Mean absolute error of the validation part, watts, and F1 of its states, as the run's metrics are; F1 is nil where
    /// it is not defined, and in files of versions that did not say.
    @Nullable package var valMaeW: Double?
    package var valF1: Double?
    /// At the end of the epoch.
    package var learningRate: Double
    /// nil in a reproducible run, which notes nothing measured of the clock, the memory or the threads.
    @Nullable package var seconds: Double?

    package init(
        appliance: String, epoch: Int, trainLoss: Double?, valLoss: Double?, valMaeW: Double?,
        valF1: Double? = nil, learningRate: Double, seconds: Double?
    ) {
        self.appliance = appliance
        self.epoch = epoch
        self.trainLoss = trainLoss
        self.valLoss = valLoss
        self.valMaeW = valMaeW
        self.valF1 = valF1
        self.learningRate = learningRate
        self.seconds = seconds
    }
}

/// The epoch that was kept for an appliance, and why training ended.
package struct BestEpoch: Codable, Equatable, Sendable {
    package var appliance: String
    /// 0 if none was: the weights are those that training began with.
    package var epoch: Int
    package var stopped: Said<TrainingEndReason>
    /// The error of predicting zero on the validation part, watts; nil in files of versions that did not say.
    package var zeroMaeW: Double?

    package init(appliance: String, epoch: Int, stopped: TrainingEndReason, zeroMaeW: Double? = nil) {
        self.appliance = appliance
        self.epoch = epoch
        self.stopped = Said(stopped)
        self.zeroMaeW = zeroMaeW
    }
}

/// Why the training of a network ended, as clauses.
package enum TrainingEndReason: Message, Codable, Equatable {
    case completed(epochs: Int)
    case budget(epoch: Int)
    case notANumber(step: Int)

    package var text: Text {
        switch self {
        case .completed(let epochs): Text("all \(epochs) epochs were run", es: "se hicieron las \(epochs) épocas")
        case .budget(let epoch):
            Text(
                "the time budget was used up in epoch \(epoch)",
                es: "el tiempo disponible se agotó en la época \(epoch)")
        case .notANumber(let step):
            Text("the loss was not a number at step \(step)", es: "la pérdida no fue un número en el paso \(step)")
        }
    }
}
