import Datasets

/// The validation part as segments of rows without gaps, which the metrics of a run are of, and the windows that a
/// network predicts them by.
package struct ValidationPart: Sendable {
    let windows: Windows
    /// In the order of the segments, then in time order; those that no window fits into are left out.
    package let runs: [Segment]
    /// Of each window, the run that it is in and its first row there.
    private let places: [(run: Int, row: Int)]

    /// `windows` cover every row of a run that is as long as a window: ``Windows/covering(_:length:stride:)``.
    package init(_ windows: Windows) {
        var (runs, places): ([Segment], [(run: Int, row: Int)]) = ([], [])
        var next = 0
        for (index, segment) in windows.segments.enumerated() {
            for rows in segment.runs {
                let first = next
                while next < windows.count, windows.positions[next].segment == index,
                    windows.positions[next].offset < rows.upperBound
                {
                    places.append((runs.count, windows.positions[next].offset - rows.lowerBound))
                    next += 1
                }
                guard next > first else { continue }
                let last = places[next - 1].row + windows.length
                precondition(places[first].row == 0 && last == rows.count, "the windows do not cover the rows \(rows)")
                runs.append(
                    Segment(
                        house: segment.house, start: segment.start + rows.lowerBound * segment.period,
                        period: segment.period, zone: segment.zone, aggregate: Array(segment.aggregate[rows]),
                        truth: Array(segment.truth[rows])))
            }
        }
        self.windows = windows
        self.runs = runs
        self.places = places
    }

    /// Room for a prediction a row of each run.
    var emptyPredictions: [[Float]] { runs.map { [Float](repeating: .nan, count: $0.truth.count) } }

    /// Puts a window's prediction in its place; a row that two windows hold keeps that of the later one.
    func put(_ prediction: UnsafeBufferPointer<Float>, of window: Int, into predictions: inout [[Float]]) {
        let (run, row) = places[window]
        for step in prediction.indices { predictions[run][row + step] = prediction[step] }
    }
}
