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

    struct Threshold {
        let text: String
    }

    let metrics: [Formula]
    let thresholds: [Threshold]

    init(_ results: Results) {
        metrics = Metric.allCases.map {
            Formula(name: $0.fullName, label: $0.label, unit: $0.unit, formula: $0.formula)
        }
        thresholds = results.appliances.map { appliance in
            let watts = NumberText.significant(appliance.onThresholdW)
            return Threshold(text: "\(appliance.name): on from \(watts) W (\(appliance.onThresholdSource)).")
        }
    }
}
