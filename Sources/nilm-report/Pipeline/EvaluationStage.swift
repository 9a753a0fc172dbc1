import Datasets
import Evaluation
import Files
import Models
import Runs
import Tensors

/// Predicts and scores one appliance's test part with a trained network.
struct EvaluationStage {
    let evaluation: ApplianceEvaluation
    let attention: [AttentionSample]

    /// `normalisation` is the model's own. Refuses a model whose output is no power, as that of damaged weights.
    init(
        _ data: ApplianceData, model: ModelFile, normalisation: Normalisation, window: Int,
        scoring: Scoring, seed: UInt64, threads: Int
    ) throws {
        try self.init(
            data, network: model.network, parameters: model.parameters, normalisation: normalisation, window: window,
            scoring: scoring, seed: seed, threads: threads)
    }

    private init(
        _ data: ApplianceData, network: some Network, parameters: AlignedBuffer, normalisation: Normalisation,
        window: Int, scoring: Scoring, seed: UInt64, threads: Int
    ) throws {
        let predictor = Predictor(
            network: network, parameters: parameters, normalisation: normalisation, threads: threads)
        let predictions = SeriesPrediction.predict(data.test, window: window, with: predictor)
        try Self.check(predictions, appliance: data.appliance)
        var evaluation = ApplianceEvaluation(
            data: data, predictions: predictions, window: window, shown: window, scoring: scoring)
        evaluation.result.ablations =
            AblationStudy(data, window: window, predictor: predictor, scoring: scoring, seed: seed)?.scores
        self.evaluation = evaluation
        // Attention is large: that of the first window of the list, the first event's, is kept.
        let (result, series) = (evaluation.result, evaluation.series)
        attention = evaluation.windows.prefix(1).compactMap { window in
            series.rows(of: window).map {
                AttentionSample(of: window, rows: $0, predictor: predictor, onThresholdW: result.onThresholdW)
            }
        }
    }

    /// More than any house draws, watts.
    static let mostWatts: Float = 1e9

    private static func check(_ predictions: [[Float]], appliance: String) throws(Failure) {
        // NaN is no error of its own: so are rows between gaps that no window fits into.
        let largest = predictions.joined().reduce(-Float.infinity) { $1.isNaN ? $0 : max($0, $1) }
        guard largest > mostWatts || largest < 0 else { return }
        throw broken(appliance, got: largest < 0 ? "no number" : "\(largest) W")
    }

    /// What is wrong with a model whose predictions are no powers.
    static func broken(_ appliance: String, got: String) -> Failure {
        Failure(
            "the model of \(appliance) predicts \(got): its weights are damaged or training broke down; copy the model "
                + "again, or train it with a lower --learning-rate", exitCode: .badData)
    }
}
