import Configuration
import Datasets
import Kernels
import Networks
import Runs
import Scoring

/// Scores one appliance's predictions, and looks at what its network attends to.
struct EvaluationStage {
    let evaluation: ApplianceEvaluation
    let attention: [AttentionSample]

    /// `predictions` are those of `predicted`, or what the `levels` of houses made of them.
    init(
        _ predicted: PredictionStage, predictions: [[Float]], levels: [HouseLevel]?, scoring: Scoring, seed: UInt64,
        threads: Int
    ) {
        self.init(
            predicted, predictions: predictions, levels, network: predicted.model.network, scoring: scoring, seed: seed,
            threads: threads)
    }

    private init(
        _ predicted: PredictionStage, predictions: [[Float]], _ levels: [HouseLevel]?, network: some Network,
        scoring: Scoring, seed: UInt64, threads: Int
    ) {
        let (data, window) = (predicted.data, predicted.window)
        let predictor = Predictor(
            network: network, parameters: predicted.model.parameters, normalisation: predicted.normalisation,
            threads: threads)
        var evaluation = ApplianceEvaluation(
            data: data, predictions: predictions, window: window, shown: window, scoring: scoring)
        evaluation.result.ablations =
            AblationStudy(data, window: window, predictor: predictor, scoring: scoring, seed: seed)?.scores
        evaluation.result.levels = levels
        self.evaluation = evaluation
        // Attention is large: that of the first window of the list, the first event's, is kept.
        let (result, series) = (evaluation.result, evaluation.series)
        attention = evaluation.windows.prefix(1).compactMap { window in
            series.rows(of: window).map {
                AttentionSample(
                    of: window, rows: $0, zone: data.test.first?.zone, predictor: predictor,
                    onThresholdW: result.onThresholdW)
            }
        }
    }
}

/// What to score, on what.
struct EvaluationTask {
    var configuration: RunConfiguration
    /// One for each of the configuration's appliances.
    var models: [ModelFile]
    /// What the baselines learnt from the models' training data; nil where that is not known, and they are fitted to
    /// the training part of the data at hand.
    var fits: [BaselineFit]?
    var scope: DatasetScope
    /// The run that the models come from.
    var run: SavedRun?

    /// Whether the models were trained on a house of the data: of a model file alone that is not known, and taken to be so.
    func isUnseen(_ house: String) -> Bool {
        scope == .unseen || run.map { !$0.learntHouses.contains(house) } ?? false
    }
}
