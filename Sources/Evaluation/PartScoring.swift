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

    /// Rows of one house that follow each other, without a gap.
    package struct Part: Sendable {
        let house: String
        let start: Int
        let aggregateW: [Float]
        let truthW: [Float]

        /// `start` in Unix seconds; watts, a value a row.
        package init(house: String, start: Int, aggregateW: [Float], truthW: [Float]) {
            self.house = house
            self.start = start
            self.aggregateW = aggregateW
            self.truthW = truthW
        }
    }

    private let rules: ScoringRules
    private let periodS: Int
    private let parts: [Part]
    private let truth: [Signal]
    private let zero: MetricValues

    /// `parts` have a row at least, `periodS` seconds apart.
    package init(_ parts: [Part], rules: ScoringRules, periodS: Int) {
        self.rules = rules
        self.periodS = periodS
        self.parts = parts
        truth = parts.map {
            rules.truth.signal(of: $0.truthW, start: $0.start, periodS: periodS, events: rules.events)
        }
        let nothing = parts.map { [Float](repeating: 0, count: $0.truthW.count) }
        zero = Self.values(of: nothing, parts, truth, rules, periodS)
    }

    /// The error of predicting zero, watts.
    package var zeroMaeW: Double { zero[.maeW] ?? 0 }

    /// The score of a prediction a row of each part, watts, all numbers.
    package func score(_ predictions: [[Float]]) -> Score {
        let values = Self.values(of: predictions, parts, truth, rules, periodS)
        guard let mae = values[.maeW] else { preconditionFailure("an error of some rows is defined") }
        return Score(maeW: mae, f1: values[.f1], skill: ApplianceResult.skill(of: values, over: zero))
    }

    private static func values(
        of predictions: [[Float]], _ parts: [Part], _ truth: [Signal], _ rules: ScoringRules, _ periodS: Int
    ) -> MetricValues {
        var sums = MetricSums(rules, periodS: periodS, clock: nil)
        for (index, part) in parts.enumerated() {
            sums.add(
                truth: truth[index],
                prediction: rules.prediction.signal(
                    of: predictions[index], start: part.start, periodS: periodS, events: rules.events),
                aggregate: part.aggregateW, house: part.house, start: part.start)
        }
        return sums.values
    }
}
