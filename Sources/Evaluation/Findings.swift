import Runs

/// What a reader of the scores must be told.
enum Findings {
    /// A prediction whose standard deviation is less than this share of the truth's has collapsed.
    static let collapsedShare = 0.02

    /// An appliance that is on in more than this share of the rows is always on.
    private static let alwaysOnShare = 0.99

    /// Notices about a collapsed model, about one that is no better than predicting zero or another baseline, and about
    /// scores that say nothing or may be false. `states` are the true ones of the samples of `series`.
    static func notices(result: ApplianceResult, series: [PredictionSeries], states: [[Bool]]) -> [Notice] {
        var notices: [Notice] = []
        let truth = deviation(of: series.lazy.map { $0.truthW ?? [] })
        let prediction = deviation(of: series.lazy.map(\.predictionW))
        if truth > 0, prediction < collapsedShare * truth {
            notices.append(
                Notice(
                    kind: .collapsed, appliance: result.name,
                    text: "The model has collapsed: its prediction for \(result.name) is nearly constant (standard "
                        + "deviation \(watts(prediction)), the truth's is \(watts(truth)))."))
        }
        if let mae = result.metrics[.maeW], let zero = result.baselines.zero[.maeW], mae >= zero {
            notices.append(
                Notice(
                    kind: .worseThanZero, appliance: result.name,
                    text: "The model does not beat predicting zero for \(result.name): its MAE is \(watts(mae)), "
                        + "that of predicting zero is \(watts(zero))."))
        } else if let mae = result.metrics[.maeW], let (baseline, best) = best(result.baselines), best < mae {
            notices.append(
                Notice(
                    kind: .worseThanBaseline, appliance: result.name,
                    text: "For \(result.name) a predictor without a network has a lower error: the MAE of "
                        + "\(baseline.name) is \(watts(best)), the model's is \(watts(mae))."
                        + (result.baselinesSource.map { " That predictor is fitted to \($0)." } ?? "")))
        }
        return notices + doubts(result: result, series: series, states: states)
    }

    private static func doubts(
        result: ApplianceResult, series: [PredictionSeries], states: [[Bool]]
    ) -> [Notice] {
        var notices: [Notice] = []
        let name = result.name
        if Double(result.nOn) > alwaysOnShare * Double(result.n) {
            let f1 = 2 * Double(result.nOn) / Double(result.n + result.nOn)
            notices.append(
                Notice(
                    kind: .alwaysOn, appliance: name,
                    text: "\(name) is on in \(AggregateDoubts.percent(result.nOn, of: result.n)) % of the scored rows: "
                        + "whoever always says on has an F1 of \(thousandths(f1)), so that its F1, precision and recall "
                        + "say nothing."))
        }
        if let text = AggregateDoubts.belowZero(series.lazy.map(\.aggregateW), rows: "the scored rows of \(name)") {
            notices.append(Notice(kind: .aggregateBelowZero, appliance: name, text: text))
        }
        let parts = zip(series, states).lazy.map { (aggregate: $0.aggregateW, truth: $0.truthW ?? [], isOn: $1) }
        if let text = AggregateDoubts.belowTruth(parts, appliance: name) {
            notices.append(Notice(kind: .aggregateBelowTruth, appliance: name, text: text))
        }
        return notices
    }

    /// The baseline with the lowest mean absolute error, the first of equals.
    private static func best(_ baselines: Baselines) -> (Baseline, maeW: Double)? {
        Baseline.allCases.compactMap { name in baselines[name]?[.maeW].map { (name, $0) } }.min { $0.1 < $1.1 }
    }

    /// The standard deviation over all samples, watts.
    private static func deviation(of parts: some Sequence<[Float]>) -> Double {
        var (count, mean, squares) = (0.0, 0.0, 0.0)
        for part in parts {
            // Welford's update: no difference of large sums.
            for value in part {
                count += 1
                let difference = Double(value) - mean
                mean += difference / count
                squares += difference * (Double(value) - mean)
            }
        }
        return count > 0 ? (squares / count).squareRoot() : 0
    }

    /// Three decimals of a number from 0 to 1, without a locale and never rounded up.
    private static func thousandths(_ value: Double) -> String {
        let digits = String(Int(value * 1000))
        return value >= 1 ? "1" : "0." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// Two decimals, without a locale.
    private static func watts(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) W"
    }
}
