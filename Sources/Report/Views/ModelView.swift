import Runs

/// The network and the resolved configuration.
struct ModelView {
    let facts: [FactView]
    let hasConfiguration: Bool
    let configuration: String

    /// - Parameter configuration: the text of config.yaml; nil for imported predictions.
    init(_ run: RunSummary, configuration: String?) {
        facts = [
            FactView("Model", run.model),
            FactView("Trainable numbers, one appliance’s network", AmountText.count(run.parameters)),
            FactView("Seed", String(run.seed)),
        ]
        hasConfiguration = configuration != nil
        self.configuration = configuration ?? ""
    }
}
