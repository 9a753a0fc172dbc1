import Datasets
import Runs

extension MetricProfile {
    /// This program's own definitions: powers as they are, states of single samples by the threshold of the table of
    /// appliances, events with its shortest times.
    package static let standard = MetricProfile(name: .standard, source: .own) { kind in
        let rule = SignalRule(on: OnRule(threshold: Double(kind.onThreshold)))
        return (rule, rule)
    }
}
