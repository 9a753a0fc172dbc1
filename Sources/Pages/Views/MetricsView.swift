import Plots
import Runs
import Support

/// The metrics of every appliance with the baselines beside them.
struct MetricsView {
    /// A predictor that some appliance was scored with: a column.
    struct Predictor {
        /// In a sentence, and at the head of a column.
        let name: String
        let title: String

        init(_ name: String) {
            self.name = name
            title = name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    struct Row {
        let label: String
        let meaning: String
        let unit: String
        /// One a predictor.
        let values: [ValueView]
        let better: String
    }

    struct Appliance {
        let name: String
        /// Its own page as seen from this one; empty if it has none.
        let link: String
        /// What was scored, and how states and events are told.
        let notes: [TextView]
        /// MAE of each predictor, then skill, F1, energy error.
        let overview: [ValueView]
        /// The predictors that this appliance has.
        let predictors: [Predictor]
        let rows: [Row]
        /// Why other baselines are missing.
        let absences: [TextView]
    }

    let hasAppliances: Bool
    /// Whose definitions the metrics have; empty in files of versions that had one only.
    let definitions: [TextView]
    /// All of the overview's.
    let predictors: [Predictor]
    let appliances: [Appliance]
    let drawn: FigureList

    init(_ results: Results, on page: ReportPage = .whole, drawn: FigureList, tables: TableLength) {
        let baselines = Baseline.allCases.filter { baseline in
            results.appliances.contains { $0.baselines[baseline] != nil }
        }
        predictors = [Predictor("the model")] + baselines.map { Predictor($0.name.english) }
        definitions =
            results.scoring.map {
                [TextView("Metric profile \($0.profile): \($0.source). Metrics are \($0.averaging).")]
            } ?? []
        appliances = results.appliances.prefix(tables.rows).map { Self.view($0, on: page, overview: baselines, tables) }
        hasAppliances = !appliances.isEmpty
        self.drawn = drawn
    }

    private static func view(
        _ appliance: ApplianceResult, on page: ReportPage, overview: [Baseline], _ tables: TableLength
    ) -> Appliance {
        let baselines = tables.baselines.filter { appliance.baselines[$0] != nil }
        let skill = ValueView.fixed(appliance.skill, decimals: 2, reason: "predicting zero makes no error")
        let absences = Dictionary(
            appliance.baselines.absent.map { ($0.baseline, $0.reason) }, uniquingKeysWith: { first, _ in first })
        let errors = overview.map { baseline -> ValueView in
            guard let values = appliance.baselines[baseline] else {
                return .significant(nil, reason: absences[baseline.rawValue])
            }
            return .metric(.maeW, of: values)
        }
        return Appliance(
            name: appliance.name, link: page == .overview ? ReportPage.appliance(appliance.name).name : "",
            notes: notes(on: appliance),
            overview: [.metric(.maeW, of: appliance.metrics)] + errors
                + [
                    skill, .metric(.f1, of: appliance.metrics), .metric(.energyErrorPercent, of: appliance.metrics),
                ],
            predictors: [Predictor("the model")] + baselines.map { Predictor($0.name.english) },
            rows: Metric.allCases.map { metric in
                Row(
                    label: metric.label, meaning: metric.fullName, unit: metric.unit,
                    values: ([appliance.metrics] + baselines.compactMap { appliance.baselines[$0] }).map {
                        .metric(metric, of: $0)
                    }, better: metric.better)
            },
            absences: appliance.baselines.absent.map { absence in
                let name = Baseline(rawValue: absence.baseline)?.name.english ?? absence.baseline
                return TextView("There is no \(name): \(absence.reason).")
            })
    }

    private static func notes(on appliance: ApplianceResult) -> [TextView] {
        let count = AmountText.count(appliance.n)
        let on = AmountText.count(appliance.nOn)
        guard let states = appliance.states else {
            let watts = NumberText.significant(appliance.onThresholdW)
            return [
                TextView(
                    "\(count) samples were scored; the appliance is on in \(on) of them, that is at \(watts) W or "
                        + "above.")
            ]
        }
        let signals =
            states.truth == states.prediction
            ? "Truth and prediction: \(states.truth)."
            : "Truth: \(states.truth). Prediction: \(states.prediction)."
        var notes = [
            TextView("\(count) samples were scored; the appliance is on in \(on) of them. \(signals)"),
            TextView("Events: the beginnings of uses (\(states.events)), found within \(states.eventToleranceS) s."),
        ]
        if let steps = appliance.windowSteps {
            notes.append(TextView("The model sees windows of \(AmountText.count(steps)) samples."))
        }
        if let source = appliance.baselinesSource {
            notes.append(TextView("The baselines are fitted to \(source)."))
        }
        return notes + (appliance.levels ?? []).map(note)
    }

    /// What a level found in a house made of the predictions.
    private static func note(on level: HouseLevel) -> TextView {
        let house = HouseName.text(level.house).english
        let watts = NumberText.significant(level.levelW)
        let learnt = NumberText.significant(level.learntW)
        let share = NumberText.fixed(100 * level.share, decimals: 0)
        let samples = AmountText.count(level.samples)
        let found =
            "The model was not trained on \(house). There the aggregate rises at its predicted uses, in \(samples) "
            + "samples by about what the appliance drew in training (\(learnt) W), in \(share) % of them by one "
            + "level, \(watts) W."
        return TextView(
            level.isUsed
                ? found + " Predictions at these are set to the rise."
                : found
                    + " That is not clear, or another appliance's level: predictions are left as the model makes them.")
    }
}
