import Datasets
import Evaluation
import Files
import Models
import Runs

/// Predicts and scores one appliance's test part with a trained network.
struct EvaluationStage {
    let evaluation: ApplianceEvaluation
    let attention: [AttentionSample]

    /// `normalisation` is the model's own.
    init(
        _ data: ApplianceData, model: ModelFile, normalisation: Normalisation, meanW: Double, window: Int, threads: Int
    ) {
        let predictor = Predictor(
            network: model.network, parameters: model.parameters, normalisation: normalisation, threads: threads)
        let evaluation = ApplianceEvaluation(
            kind: Appliances.kind(named: data.appliance), test: data.test,
            predictions: SeriesPrediction.predict(data.test, window: window, with: predictor), window: window,
            trainingMean: meanW)
        self.evaluation = evaluation
        // Attention is large: that of the first window of the list, the first event's, is kept.
        attention = evaluation.windows.prefix(1).compactMap { window in
            evaluation.series.rows(of: window).map { AttentionSample(of: window, rows: $0, predictor: predictor) }
        }
    }
}
