import Plots
import Runs

/// The formulas behind the numbers.
struct MethodsView {
    struct Formula {
        let name: String
        let label: String
        let unit: String
        let formula: String
    }

    let metrics: [Formula]
    /// Whose definitions they are; empty in files of versions that had one only.
    let profile: [TextView]
    let thresholds: [TextView]

    init(_ results: Results, tables: TableLength) {
        metrics = Metric.allCases.map {
            Formula(
                name: $0.fullName, label: $0.label, unit: $0.unit,
                formula: results.scoring?.formulas[$0.rawValue] ?? $0.formula)
        }
        profile =
            results.scoring.map { scoring in
                [TextView("Metric profile \(scoring.profile): \(scoring.source). \(scoring.events)")]
            } ?? []
        thresholds = results.appliances.prefix(tables.rows).map { appliance in
            let watts = NumberText.significant(appliance.onThresholdW)
            return TextView("\(appliance.name): \(watts) W (\(appliance.onThresholdSource)).")
        }
    }
}
