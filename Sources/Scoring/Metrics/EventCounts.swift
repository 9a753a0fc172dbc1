import Runs

/// Events that happened, that were predicted, and that are the same.
struct EventCounts {
    private var truth = 0
    private var prediction = 0
    private var pairs = 0

    /// Adds the events of one segment without gaps, Unix seconds in time order; see ``EventMatching``.
    mutating func add(truth: [Int], prediction: [Int], tolerance: Int) {
        self.truth += truth.count
        self.prediction += prediction.count
        pairs += EventMatching.pairs(truth: truth, prediction: prediction, tolerance: tolerance)
    }

    func set(in values: inout MetricValues) {
        let (matched, happened, predicted) = (Double(pairs), Double(truth), Double(prediction))
        values.set(.eventPrecision, matched, over: predicted, else: .noEventPredicted)
        values.set(.eventRecall, matched, over: happened, else: .noEventHappened)
        values.set(.eventF1, 2 * matched, over: happened + predicted, else: .noEvent)
    }
}

/// Events that are found within a tolerance.
enum EventMatching {
    /// How many pairs of a true and a predicted event can be made, each event in one pair, at most `tolerance` seconds
    /// apart. Both lists in time order.
    ///
    /// The earliest two unpaired events make a pair if they are near enough; otherwise the earlier of them has none and
    /// is passed over. No other choice makes more pairs: what can be paired with a later event only is never taken early.
    static func pairs(truth: [Int], prediction: [Int], tolerance: Int) -> Int {
        var (t, p, count) = (0, 0, 0)
        while t < truth.count, p < prediction.count {
            let difference = prediction[p] - truth[t]
            if abs(difference) <= tolerance {
                (t, p, count) = (t + 1, p + 1, count + 1)
            } else if difference > 0 {
                t += 1
            } else {
                p += 1
            }
        }
        return count
    }
}
