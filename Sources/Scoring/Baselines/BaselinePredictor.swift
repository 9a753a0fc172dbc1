import Runs

/// Predicts an appliance's power without a network, from the aggregate and the clock at most.
protocol BaselinePredictor: Sendable {
    /// One power a sample, watts. The truth and the model's prediction in `series` are not looked at.
    func prediction(for series: PredictionSeries) -> [Float]
}

/// The same power at all times: zero, or the training part's mean.
struct ConstantBaseline: BaselinePredictor {
    var watts: Float

    func prediction(for series: PredictionSeries) -> [Float] {
        [Float](repeating: watts, count: series.aggregateW.count)
    }
}
