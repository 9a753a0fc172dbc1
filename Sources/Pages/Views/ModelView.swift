import Runs
import Support

/// The network and the resolved configuration.
struct ModelView {
    let facts: [FactView]
    let hasConfiguration: Bool
    let configuration: String

    /// - Parameter configuration: the text of config.yaml; nil for imported predictions.
    init(_ run: RunSummary, configuration: String?) {
        var facts = [FactView(Text("Model", es: "Modelo"), verbatim: run.model)]
        if let parameters = run.parameters {
            facts.append(
                FactView(
                    Text("Trainable numbers, one appliance’s network", es: "Números entrenables, red de un aparato"),
                    verbatim: AmountText.count(parameters)))
        }
        // Without a configuration nothing was drawn by chance here.
        if configuration != nil { facts.append(FactView(Text("Seed", es: "Semilla"), verbatim: String(run.seed))) }
        self.facts = facts
        hasConfiguration = configuration != nil
        self.configuration = configuration ?? ""
    }
}
