import Plots
import Runs
import Support

/// The formulas behind the numbers.
struct MethodsView {
    struct Formula {
        let name: Text
        let label: Text
        let unit: Text
        let formula: Text
    }

    let metrics: [Formula]
    /// Whose definitions they are; empty in files of versions that had one only.
    let profile: [TextView]
    let thresholds: [TextView]

    init(_ results: Results, tables: TableLength) {
        metrics = Metric.allCases.map {
            Formula(
                name: $0.fullName, label: $0.label, unit: $0.unit.text,
                formula: results.scoring?.formulas[$0.rawValue].map(Metric.formula) ?? $0.formula)
        }
        profile =
            results.scoring.map { scoring in
                let (source, events) = (ProfileWords.text(of: scoring.source), ProfileWords.text(of: scoring.events))
                return [
                    TextView(
                        Text(
                            "Metric profile \(scoring.profile): \(source). \(events)",
                            es: "Perfil de métricas \(scoring.profile): \(source). \(events)"))
                ]
            } ?? []
        thresholds = results.appliances.prefix(tables.rows).map { appliance in
            let watts = NumberText.significant(appliance.onThresholdW)
            let source = appliance.onThresholdSource.text
            return TextView(
                Text("\(appliance.name): \(watts) W (\(source)).", es: "\(appliance.name): \(watts) W (\(source))."))
        }
    }
}
