import Runs

/// Samples by true and predicted state.
struct StateCounts {
    private var truePositives = 0
    private var falsePositives = 0
    private var falseNegatives = 0
    private var trueNegatives = 0

    /// Samples truly on.
    var onCount: Int { truePositives + falseNegatives }

    mutating func add(truth: Bool, prediction: Bool) {
        switch (truth, prediction) {
        case (true, true): truePositives += 1
        case (true, false): falseNegatives += 1
        case (false, true): falsePositives += 1
        case (false, false): trueNegatives += 1
        }
    }

    /// Sets the metrics of the samples added, at least one.
    func set(in values: inout MetricValues) {
        let (tp, fp) = (Double(truePositives), Double(falsePositives))
        let (fn, tn) = (Double(falseNegatives), Double(trueNegatives))
        values.set(.accuracy, to: (tp + tn) / (tp + fp + fn + tn))
        if tp + fn > 0, tn + fp > 0 {
            values.set(.balancedAccuracy, to: (tp / (tp + fn) + tn / (tn + fp)) / 2)
        } else {
            values.setUndefined(
                .balancedAccuracy, because: tp + fn > 0 ? .alwaysOn : .neverOn)
        }
        values.set(.precision, tp, over: tp + fp, else: .nothingPredictedOn)
        values.set(.recall, tp, over: tp + fn, else: .neverOn)
        values.set(.f1, 2 * tp, over: 2 * tp + fp + fn, else: .neverOnInEither)
        values.set(
            .mcc, tp * tn - fp * fn, over: ((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)).squareRoot(),
            else: .oneState)
    }
}
