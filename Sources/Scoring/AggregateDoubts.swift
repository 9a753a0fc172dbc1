import Runs

/// Why an aggregate may not be the sum that appliances are told from.
package enum AggregateDoubts {
    /// From this share of all rows, and of the rows where the appliance is on, it is said. A house that generates nothing
    /// is never below 0 W; one with solar panels is by day only, and less in winter.
    private static let leastBelowZero = 0.1
    private static let leastBelowTruth = 0.5
    /// Meters of one power differ by this much, and one of no power is so far off 0, watts.
    private static let tolerance: Float = 1

    /// What to say of an aggregate that is below 0 W in a tenth of its rows, as behind solar panels; nil for any other.
    ///
    /// `aggregates` in watts, rows without a reading are NaN: those that `appliance` is scored on, or all of a house.
    package static func belowZero(_ aggregates: some Sequence<[Float]>, appliance: String?) -> NoticeMessage? {
        var (below, all) = (0, 0)
        for aggregate in aggregates {
            for watts in aggregate where !watts.isNaN {
                all += 1
                if watts < -tolerance { below += 1 }
            }
        }
        guard all > 0, Double(below) >= leastBelowZero * Double(all) else { return nil }
        return .aggregateBelowZero(appliance: appliance, rows: below, of: all)
    }

    /// What to say of an aggregate that is below an appliance's own power in half of the rows where it is on; nil for any
    /// other. Watts and true states, part by part.
    static func belowTruth(
        _ parts: some Sequence<(aggregate: [Float], truth: [Float], isOn: [Bool])>, appliance: String
    ) -> NoticeMessage? {
        var (below, on) = (0, 0)
        for part in parts {
            for index in part.isOn.indices where part.isOn[index] {
                on += 1
                if part.aggregate[index] < part.truth[index] - tolerance { below += 1 }
            }
        }
        guard on > 0, Double(below) >= leastBelowTruth * Double(on) else { return nil }
        return .aggregateBelowTruth(appliance: appliance, rows: below, of: on)
    }

    /// A sentence on a meter that draws a fiftieth of what models learnt from at most, or fifty times as much; nil for any
    /// other. Watts.
    package static func otherUnit(_ aggregates: some Sequence<[Float]>, learntW: Double?) -> String? {
        let largest = aggregates.compactMap { $0.filter { !$0.isNaN }.max() }.max().map(Double.init)
        guard let largest, let learntW, learntW > 0, largest < learntW / 50 || largest > learntW * 50 else {
            return nil
        }
        let text = { (watts: Double) in String((watts * 10).rounded() / 10) }
        return
            "The meter draws \(text(largest)) W at most, where the model learnt from up to \(text(learntW)) W: its readings may "
            + "be of another unit (--csv-unit kW, say), and what is predicted says nothing."
    }

    /// What to say of predictions that follow the truth at a fiftieth of its size or less, as those of a network whose
    /// output was not made watts again; nil for any other. Watts, row by row; NaN where there is none.
    package static func normalised(_ predictions: [Float], truth: [Float], appliance: String) -> NoticeMessage? {
        var (count, x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        var (largest, most) = (Float(0), Float(0))
        for (prediction, watts) in zip(predictions, truth) where !prediction.isNaN && !watts.isNaN {
            let (p, t) = (Double(prediction), Double(watts))
            count += 1
            (x, y, xx, yy, xy) = (x + p, y + t, xx + p * p, yy + t * t, xy + p * t)
            largest = max(largest, abs(prediction))
            most = max(most, watts)
        }
        let spread = (count * xx - x * x) * (count * yy - y * y)
        guard most >= 50, largest > 0, largest * 50 <= most, spread > 0,
            (count * xy - x * y) / spread.squareRoot() >= 0.3
        else { return nil }
        return .normalised(appliance: appliance, largestW: largest, mostW: most)
    }
}
