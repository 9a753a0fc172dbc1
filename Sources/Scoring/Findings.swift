import Runs
import Support

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
                Notice(.collapsed(appliance: result.name, predictionW: prediction, truthW: truth)))
        }
        if let mae = result.metrics[.maeW], let zero = result.baselines.zero[.maeW], mae >= zero {
            notices.append(Notice(.worseThanZero(appliance: result.name, maeW: mae, zeroW: zero)))
        } else if let mae = result.metrics[.maeW], let (baseline, best) = best(result.baselines), best < mae {
            notices.append(
                Notice(
                    .worseThanBaseline(
                        appliance: result.name, maeW: mae, baseline: baseline, baselineW: best,
                        source: result.baselinesSource)))
        }
        return notices + doubts(result: result, series: series, states: states)
    }

    private static func doubts(
        result: ApplianceResult, series: [PredictionSeries], states: [[Bool]]
    ) -> [Notice] {
        var notices: [Notice] = []
        let name = result.name
        if Double(result.nOn) > alwaysOnShare * Double(result.n) {
            notices.append(Notice(.alwaysOn(appliance: name, on: result.nOn, of: result.n)))
        }
        if let message = AggregateDoubts.belowZero(series.lazy.map(\.aggregateW), appliance: name) {
            notices.append(Notice(message))
        }
        let parts = zip(series, states).lazy.map { (aggregate: $0.aggregateW, truth: $0.truthW ?? [], isOn: $1) }
        if let message = AggregateDoubts.belowTruth(parts, appliance: name) { notices.append(Notice(message)) }
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
}
