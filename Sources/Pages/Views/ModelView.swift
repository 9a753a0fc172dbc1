import Runs

/// The network and the resolved configuration.
struct ModelView {
    let facts: [FactView]
    let hasConfiguration: Bool
    let configuration: String

    /// - Parameter configuration: the text of config.yaml; nil for imported predictions.
    init(_ run: RunSummary, configuration: String?) {
        var facts = [FactView("Model", run.model)]
        if let parameters = run.parameters {
            facts.append(FactView("Trainable numbers, one appliance’s network", AmountText.count(parameters)))
        }
        // Without a configuration nothing was drawn by chance here.
        if configuration != nil { facts.append(FactView("Seed", String(run.seed))) }
        self.facts = facts
        hasConfiguration = configuration != nil
        self.configuration = configuration ?? ""
    }
}
