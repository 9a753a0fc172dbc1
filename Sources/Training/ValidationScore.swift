/// How good predictions of the validation part are.
///
/// Epochs are compared by skill plus F1: the mean absolute error alone is lowest, for an appliance that is mostly off,
/// when the network predicts next to nothing.
struct ValidationScore {
    private var absolute = 0.0
    private var squares = 0.0
    private var truth = 0.0
    private var samples = 0
    private var (both, onlyTruth, onlyPrediction) = (0, 0, 0)
    private let onThreshold: Float

    /// `onThreshold` in watts.
    init(onThreshold: Float) { self.onThreshold = onThreshold }

    /// Adds a sample, in watts.
    mutating func add(prediction: Float, truth: Float) {
        let difference = Double(prediction - truth)
        absolute += abs(difference)
        squares += difference * difference
        self.truth += Double(abs(truth))
        samples += 1
        switch (truth >= onThreshold, prediction >= onThreshold) {
        case (true, true): both += 1
        case (true, false): onlyTruth += 1
        case (false, true): onlyPrediction += 1
        case (false, false): break
        }
    }

    /// Mean absolute error, watts.
    var mae: Double { absolute / Double(samples) }
    /// Mean squared error, watts squared.
    var mse: Double { squares / Double(samples) }

    /// F1 of the samples' on/off states; 0 where the appliance is on in neither.
    var f1: Double {
        let wrong = onlyTruth + onlyPrediction
        return both == 0 ? 0 : 2 * Double(both) / Double(2 * both + wrong)
    }

    /// 1 - MAE / MAE of predicting zero, plus F1: at most 2. Where the truth is 0 throughout, minus the error: the
    /// smaller, the better.
    var total: Double { truth > 0 ? 1 - absolute / truth + f1 : -mae }
}
