import Runs

/// Events that happened, that were predicted, and that are the same.
struct EventCounts {
    private var truth = 0
    private var prediction = 0
    private var pairs = 0

    /// Adds the events of one stretch without gaps, Unix seconds in time order; see ``EventMatching``.
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
