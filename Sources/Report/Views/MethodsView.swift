import Plotting
import Runs

/// The formulas behind the numbers.
struct MethodsView {
    struct Formula {
        let name: String
        let label: String
        let unit: String
        let formula: String
    }

    struct Text {
        let text: String
    }

    let metrics: [Formula]
    /// Whose definitions they are; empty in files of versions that had one only.
    let profile: [Text]
    /// When each appliance is on.
    let states: [Text]

    init(_ results: Results) {
        metrics = Metric.allCases.map {
            Formula(
                name: $0.fullName, label: $0.label, unit: $0.unit,
                formula: results.scoring?.formulas[$0.rawValue] ?? $0.formula)
        }
        profile =
            results.scoring.map { scoring in
                [
                    "Metric profile \(scoring.profile): \(scoring.source).",
                    "Metrics are \(scoring.averaging). \(scoring.events)",
                ].map(Text.init)
            } ?? []
        states = results.appliances.map { appliance in
            let source = appliance.onThresholdSource
            guard let states = appliance.states else {
                let watts = NumberText.significant(appliance.onThresholdW)
                return Text(text: "\(appliance.name): on from \(watts) W (\(source)).")
            }
            return Text(
                text:
                    "\(appliance.name): the truth is \(states.truth); the prediction is \(states.prediction); uses whose "
                    + "beginnings are events are \(states.events), with a tolerance of \(states.eventToleranceS) s "
                    + "(threshold: \(source)).")
        }
    }
}
