import Datasets
import Networks

/// A network's prediction of every row that a window can hold.
package enum SeriesPrediction {
    /// One prediction a row, watts, for each of `segments`; NaN where no window fits between gaps.
    ///
    /// A row without truth, which can't be scored, is a gap as one without an aggregate is. See ``PredictionStream``.
    package static func predict<N: Network>(
        _ segments: [Segment], window: Int, with predictor: Predictor<N>
    ) -> [[Float]] {
        var stream = PredictionStream(predictor, window: window)
        return segments.map { segment in
            var predictions: [Float] = []
            predictions.reserveCapacity(segment.rows)
            stream.begin(clock: segment.wallClock)
            let rows = zip(segment.aggregate, segment.truth).map { $1.isNaN ? .nan : $0 }
            stream.append(rows) { predictions.append($0) }
            stream.finish { predictions.append($0) }
            return predictions
        }
    }
}
