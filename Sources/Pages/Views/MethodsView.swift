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
                name: Text(inCatalogue: $0.fullName), label: Text(inCatalogue: $0.label),
                unit: Text(inCatalogue: $0.unit),
                formula: Text(inCatalogue: results.scoring?.formulas[$0.rawValue] ?? $0.formula))
        }
        profile =
            results.scoring.map { scoring in
                let (source, events) = (Text(inCatalogue: scoring.source), Text(inCatalogue: scoring.events))
                return [
                    TextView(
                        Text(
                            "Metric profile \(scoring.profile): \(source). \(events)",
                            es: "Perfil de métricas \(scoring.profile): \(source). \(events)"))
                ]
            } ?? []
        thresholds = results.appliances.prefix(tables.rows).map { appliance in
            let watts = NumberText.significant(appliance.onThresholdW)
            let source = Text(inCatalogue: appliance.onThresholdSource)
            return TextView(
                Text("\(appliance.name): \(watts) W (\(source)).", es: "\(appliance.name): \(watts) W (\(source))."))
        }
    }
}
