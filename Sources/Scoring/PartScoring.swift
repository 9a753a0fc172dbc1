import Datasets
import Runs

/// Scores predictions of a part of the data again and again, as those of the test part are scored: the epochs of a
/// training are compared by the metrics that the run reports.
package struct PartScoring: Sendable {
    package struct Score: Equatable, Sendable {
        package var maeW: Double
        /// nil where it is not defined.
        package var f1: Double?
        /// 1 - MAE / MAE of predicting zero; nil where that is perfect.
        package var skill: Double?
    }

    private let rules: ScoringRules
    private let parts: [Segment]
    private let truth: [Signal]
    private let zero: MetricValues

    /// `parts` have a row at least, no gap, and one period.
    package init(_ parts: [Segment], rules: ScoringRules) {
        self.rules = rules
        self.parts = parts
        truth = parts.map {
            rules.truth.signal(of: $0.truth, start: $0.start, periodS: $0.period, events: rules.events)
        }
        let nothing = parts.map { [Float](repeating: 0, count: $0.truth.count) }
        zero = Self.values(of: nothing, parts, truth, rules)
    }

    /// The error of predicting zero, watts.
    package var zeroMaeW: Double { zero[.maeW] ?? 0 }

    /// The score of a prediction a row of each part, watts, all numbers.
    package func score(_ predictions: [[Float]]) -> Score {
        let values = Self.values(of: predictions, parts, truth, rules)
        guard let mae = values[.maeW] else { preconditionFailure("an error of some rows is defined") }
        return Score(maeW: mae, f1: values[.f1], skill: ApplianceResult.skill(of: values, over: zero))
    }

    private static func values(
        of predictions: [[Float]], _ parts: [Segment], _ truth: [Signal], _ rules: ScoringRules
    ) -> MetricValues {
        var sums = MetricSums(rules, periodS: parts.first?.period ?? 1, clock: nil)
        for (index, part) in parts.enumerated() {
            sums.add(
                truth: truth[index],
                prediction: rules.prediction.signal(
                    of: predictions[index], start: part.start, periodS: part.period, events: rules.events),
                aggregate: part.aggregate, house: part.house, start: part.start)
        }
        return sums.values
    }
}
