import Datasets
import Kernels
import Networks
import Scoring

/// Predicts one appliance's test part with a trained network.
struct PredictionStage {
    let data: ApplianceData
    let model: ModelFile
    /// The model's own.
    let normalisation: Normalisation
    let window: Int
    /// Watts, a value a row of each segment; NaN where no window fits between gaps.
    let predictions: [[Float]]

    /// Refuses a model whose output is no power, as that of damaged weights.
    init(
        _ data: ApplianceData, model: ModelFile, normalisation: Normalisation, window: Int, threads: Int
    ) throws(Failure) {
        guard !model.network.needsClock || data.test.allSatisfy({ $0.zone != nil }) else {
            throw Failure(
                "the model of \(data.appliance) is told the time of day, and these data have no clock: take data with "
                    + "times, or a model trained without --calendar", exitCode: .badData)
        }
        self.data = data
        self.model = model
        self.normalisation = normalisation
        self.window = window
        predictions = Self.predictions(
            of: data.test, window: window, network: model.network, parameters: model.parameters,
            normalisation: normalisation, threads: threads)
        if let broken = BrokenRows(in: predictions, of: data.test, window: window) {
            throw Failure(
                "the model of \(data.appliance) predicts \(broken.words): its weights are damaged or training broke "
                    + "down; copy the model again, or train it with a lower --learning-rate", exitCode: .badData)
        }
    }

    /// Rows that have a prediction: none without a window's length between gaps.
    var predictedRows: Int { predictions.reduce(0) { $0 + $1.count { !$0.isNaN } } }

    private static func predictions(
        of segments: [Segment], window: Int, network: some Network, parameters: AlignedBuffer,
        normalisation: Normalisation, threads: Int
    ) -> [[Float]] {
        SeriesPrediction.predict(
            segments, window: window,
            with: Predictor(network: network, parameters: parameters, normalisation: normalisation, threads: threads))
    }
}
