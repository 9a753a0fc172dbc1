import Plotting
import Runs

/// The metrics of every appliance with the baselines beside them.
struct MetricsView {
    struct Row {
        let label: String
        let meaning: String
        let unit: String
        /// Model, zero, mean.
        let values: [ValueView]
        let better: String
    }

    struct Appliance {
        let name: String
        /// What was scored.
        let samples: String
        /// MAE of the model, of zero and of the mean, skill, F1, energy error.
        let overview: [ValueView]
        let rows: [Row]
    }

    let hasAppliances: Bool
    let appliances: [Appliance]
    let drawn: FigureList

    init(_ results: Results, drawn: FigureList) {
        appliances = results.appliances.map(Self.view)
        hasAppliances = !appliances.isEmpty
        self.drawn = drawn
    }

    private static func view(_ appliance: ApplianceResult) -> Appliance {
        let predictors = appliance.predictors.map(\.values)
        let skill = ValueView.fixed(appliance.skill, decimals: 2, reason: "predicting zero makes no error")
        return Appliance(
            name: appliance.name,
            samples: "\(AmountText.count(appliance.n)) samples were scored; the appliance is on in "
                + "\(AmountText.count(appliance.nOn)) of them, that is at "
                + "\(NumberText.significant(appliance.onThresholdW)) W or above.",
            overview: predictors.map { .metric(.maeW, of: $0) }
                + [
                    skill, .metric(.f1, of: appliance.metrics), .metric(.energyErrorPercent, of: appliance.metrics),
                ],
            rows: Metric.allCases.map { metric in
                Row(
                    label: metric.label, meaning: metric.fullName, unit: metric.unit,
                    values: predictors.map { .metric(metric, of: $0) }, better: metric.better)
            })
    }
}
