import Runs

extension MetricValues {
    /// Sets a quotient, or the reason why there is none where the denominator is not positive.
    mutating func set(_ metric: Metric, _ numerator: Double, over denominator: Double, else reason: UndefinedReason) {
        if denominator > 0 {
            set(metric, to: numerator / denominator)
        } else {
            setUndefined(metric, because: reason)
        }
    }
}
