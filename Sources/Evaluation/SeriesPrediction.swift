import Datasets
import Models

/// A network's prediction of every row that a window can hold.
package enum SeriesPrediction {
    /// One prediction a row, watts, for each of `stretches`; NaN where no window fits between gaps.
    ///
    /// Windows overlap by half. A row's prediction is the mean over the windows that hold it, weighted by the distance
    /// to the window's nearer end: a network knows least at its edges.
    package static func predict<N: Network>(
        _ stretches: [Stretch], window: Int, with predictor: Predictor<N>
    ) -> [[Float]] {
        let windows = Windows.covering(stretches, length: window, stride: stride(for: window))
        let weights = (0..<window).map { Float(min($0 + 1, window - $0)) }
        var sums = stretches.map { [Float](repeating: 0, count: $0.rows) }
        var totals = sums
        predictor.forEachPrediction(of: windows) { index, prediction in
            let position = windows.positions[index]
            for step in 0..<window {
                let row = position.offset + step
                sums[position.stretch][row] += weights[step] * prediction[step]
                totals[position.stretch][row] += weights[step]
            }
        }
        for stretch in sums.indices {
            for row in sums[stretch].indices {
                let total = totals[stretch][row]
                sums[stretch][row] = total > 0 ? sums[stretch][row] / total : .nan
            }
        }
        return sums
    }

    /// Rows between the starts of windows.
    package static func stride(for window: Int) -> Int { max(1, window / 2) }
}
