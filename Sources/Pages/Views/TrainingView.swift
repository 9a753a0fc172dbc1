import Plots
import Runs

/// How training went, appliance by appliance.
struct TrainingView {
    struct EpochRow {
        let epoch: String
        let isBest: Bool
        /// Training loss, validation loss, validation MAE, learning rate, seconds.
        let values: [ValueView]
    }

    struct Appliance {
        let name: String
        /// Which epoch was kept and why training ended.
        let ending: String
        let count: String
        let epochs: [EpochRow]
    }

    let hasTraining: Bool
    let facts: [FactView]
    let appliances: [Appliance]
    let drawn: FigureList

    init(_ results: Results, drawn: FigureList, tables: TableLength) {
        self.drawn = drawn
        guard let training = results.training else {
            hasTraining = false
            facts = []
            appliances = []
            return
        }
        hasTraining = true
        facts = [
            FactView("Optimiser steps, all appliances", AmountText.count(training.steps)),
            FactView("Median time a step", measured: training.secondsPerStep.map { NumberText.significant($0) + " s" }),
            FactView("Peak memory", measured: training.peakRssBytes.map(AmountText.bytes)),
        ]
        let ofAppliance = Dictionary(grouping: training.epochs, by: \.appliance)
        var seen: Set<String> = []
        let names = training.epochs.map(\.appliance).filter { seen.insert($0).inserted }
        appliances = names.map { Self.view($0, ofAppliance[$0] ?? [], training, tables) }
    }

    private static func ending(_ best: BestEpoch) -> String {
        best.epoch > 0
            ? "The weights of epoch \(best.epoch) were kept. Training ended because \(best.stopped)."
            : "No epoch was kept: the weights are those that training began with. It ended because \(best.stopped)."
    }

    private static func view(
        _ name: String, _ epochs: [Epoch], _ training: TrainingSummary, _ tables: TableLength
    ) -> Appliance {
        let best = training.best.first { $0.appliance == name }
        let notANumber = "not a number"
        let listed = tables.epochs(of: epochs.count)
        return Appliance(
            name: name,
            ending: best.map(Self.ending) ?? "No epoch was kept.",
            count: epochs.count == 1 ? "Its epoch" : "Its \(epochs.count) epochs",
            epochs: epochs.enumerated().filter { listed.contains($0) || $1.epoch == best?.epoch }.map { _, epoch in
                EpochRow(
                    epoch: String(epoch.epoch), isBest: epoch.epoch == best?.epoch,
                    values: [
                        .significant(epoch.trainLoss, reason: notANumber),
                        .significant(epoch.valLoss, reason: notANumber),
                        .watts(epoch.valMaeW, reason: notANumber), .significant(epoch.learningRate),
                        .significant(epoch.seconds, reason: FactView.notNoted),
                    ])
            })
    }
}
