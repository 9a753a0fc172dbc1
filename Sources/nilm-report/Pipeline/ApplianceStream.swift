import Datasets
import Models

/// One appliance's model at work on a series that arrives piece by piece.
final class ApplianceStream {
    /// What it is, and when it counts as on.
    let kind: ApplianceKind
    var appliance: String { kind.name }
    /// Rows in a window: a run of fewer without a gap has no prediction.
    let window: Int
    /// Takes the next rows, or the end of the series for nil; gives the predictions that are settled.
    private let advance: ([Float]?) -> [Float]
    /// Settled and not taken, watts, NaN for none.
    private(set) var settled: [Float] = []

    /// `description` is the model's own.
    convenience init(
        _ model: ModelFile, description: ModelDescription, window: Int, kind: ApplianceKind, threads: Int
    ) {
        self.init(model.network, model, description, window: window, kind: kind, threads: threads)
    }

    private init(
        _ network: some Network, _ model: ModelFile, _ description: ModelDescription, window: Int, kind: ApplianceKind,
        threads: Int
    ) {
        self.kind = kind
        self.window = window
        let predictor = Predictor(
            network: network, parameters: model.parameters, normalisation: description.normalisation, threads: threads)
        var stream = PredictionStream(predictor, window: window)
        advance = { rows in
            var emitted: [Float] = []
            if let rows {
                stream.append(rows) { emitted.append($0) }
            } else {
                stream.finish { emitted.append($0) }
            }
            return emitted
        }
    }

    /// Takes the next rows of the aggregate, watts, NaN at a gap.
    func append(_ aggregate: [Float]) { settled += advance(aggregate) }

    /// There are no more rows.
    func finish() { settled += advance(nil) }

    /// The next `count` predictions, which must be settled.
    func take(_ count: Int) -> [Float] {
        let taken = Array(settled.prefix(count))
        settled.removeFirst(count)
        return taken
    }
}
