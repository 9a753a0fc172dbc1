import Configuration
import Datasets
import Networks
import Runs

/// What to score, on what.
struct EvaluationTask {
    var configuration: RunConfiguration
    /// One for each of the configuration's appliances.
    var models: [ModelFile]
    /// What the baselines learnt from the models' training data; nil where that is not known, and they are fitted to
    /// the training part of the data at hand.
    var learnt: [LearntBaselines]?
    var scope: DatasetScope
    /// The run that the models come from.
    var run: SavedRun?

    /// Whether the models were trained on a house of the data: of a model file alone that is not known, and taken to be so.
    func isUnseen(_ house: String) -> Bool {
        scope == .unseen || run.map { !$0.learntHouses.contains(house) } ?? false
    }
}
