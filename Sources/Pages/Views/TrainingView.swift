import Plots
import Runs
import Support

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
        let ending: Text
        let count: Text
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
            FactView(
                Text("Optimiser steps, all appliances", es: "Pasos del optimizador, todos los aparatos"),
                verbatim: AmountText.count(training.steps)),
            FactView(
                Text("Median time a step", es: "Tiempo mediano por paso"),
                measured: training.secondsPerStep.map { seconds in
                    Text(verbatim: NumberText.significant(seconds)) + Text(verbatim: " s")
                }),
            FactView(
                Text("Peak memory", es: "Memoria máxima"), measured: training.peakRssBytes.map(AmountText.bytes)),
        ]
        let ofAppliance = Dictionary(grouping: training.epochs, by: \.appliance)
        var seen: Set<String> = []
        let names = training.epochs.map(\.appliance).filter { seen.insert($0).inserted }
        appliances = names.map { Self.view($0, ofAppliance[$0] ?? [], training, tables) }
    }

    private static func ending(_ best: BestEpoch?) -> Text {
        guard let best else { return Text("No epoch was kept.", es: "No se conservó ninguna época.") }
        let reason = best.stopped.text
        return best.epoch > 0
            ? Text(
                "The weights of epoch \(best.epoch) were kept. Training ended because \(reason).",
                es: "Se conservaron los pesos de la época \(best.epoch). El entrenamiento terminó porque \(reason).")
            : Text(
                "No epoch was kept: the weights are those that training began with. It ended because \(reason).",
                es: """
                    No se conservó ninguna época: los pesos son los del comienzo del entrenamiento. Terminó porque \(reason).
                    """)
    }

    private static func view(
        _ name: String, _ epochs: [Epoch], _ training: TrainingSummary, _ tables: TableLength
    ) -> Appliance {
        let best = training.best.first { $0.appliance == name }
        let notANumber = Text("not a number", es: "no es un número")
        let listed = tables.epochs(of: epochs.count)
        return Appliance(
            name: name,
            ending: ending(best),
            count: epochs.count == 1
                ? Text("Its epoch", es: "Su época")
                : Text("Its \(epochs.count) epochs", es: "Sus \(epochs.count) épocas"),
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
