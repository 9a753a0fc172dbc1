import Datasets
import Runs
import Support

/// Rows for which a network says what is no power: not a number, infinite, or more than any house draws.
struct BrokenRows {
    /// More than any house draws, watts.
    private static let mostWatts: Float = 1e9

    private let count: Int
    private let predicted: Int
    /// The first of them, up to the first row that is none, of its segment.
    private let first: Range<Int>
    private let segment: Segment
    private let watts: Float

    /// Among the rows that a window holds, which must have a prediction each; nil if all are powers. `predictions` have a
    /// value a row of each of `segments`, watts.
    init?(in predictions: [[Float]], of segments: [Segment], window: Int) {
        var (count, predicted) = (0, 0)
        var found: (rows: Range<Int>, segment: Segment, watts: Float)?
        for (segment, prediction) in zip(segments, predictions) {
            for run in segment.runs where run.count >= window {
                predicted += run.count
                for row in run where !Self.isPower(prediction[row]) {
                    count += 1
                    if found == nil {
                        let end = prediction[row..<run.upperBound].firstIndex(where: Self.isPower) ?? run.upperBound
                        found = (row..<end, segment, prediction[row])
                    }
                }
            }
        }
        guard let found else { return nil }
        (first, segment, watts) = found
        self.count = count
        self.predicted = predicted
    }

    private static func isPower(_ watts: Float) -> Bool { watts <= mostWatts }

    /// `no number in 512 of 1024 rows, first in house 1 from 2013-05-20T00:00:00Z to 2013-05-20T01:00:00Z`
    var words: String {
        let what = watts.isNaN ? "no number" : "\(watts) W"
        let place: String
        if segment.zone != nil {
            let (start, end) = (segment.start + first.lowerBound * segment.period, first.count * segment.period)
            place = "from \(UTCTime(seconds: start).iso8601) to \(UTCTime(seconds: start + end).iso8601)"
        } else {
            place = "rows \(first.lowerBound + 1) to \(first.upperBound)"
        }
        return "\(what) in \(count) of \(predicted) rows, first in \(HouseName.text(segment.house).english) \(place)"
    }
}
