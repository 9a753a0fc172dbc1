import Datasets
import Foundation

/// How far the aggregate of a house is above what it is beside an appliance's predicted activations, where that may be the
/// appliance: from 2/3 to 3/2 of the power that it runs at in the training data.
struct Rises {
    struct Rise {
        /// Where: the segment's index, its row, and Unix seconds.
        let segment: Int
        let row: Int
        let time: Int
        /// Watts above the activation's base.
        let watts: Float
    }

    /// In the order of segments and rows.
    private(set) var all: [Rise] = []

    /// An activation is a run of rows predicted to draw at least this, watts.
    private static let leastWatts: Float = 10
    /// Rows beside an activation that its base is taken from too: meters lag each other by one or two.
    private static let margin = 3
    /// The base is this quantile of the aggregate.
    private static let baseQuantile = 0.1
    /// A row counts if this share of the learnt power is predicted.
    private static let leastShare: Float = 0.05

    /// Of the segments of `house`; `predictions` has a value a row of each segment, NaN where there is none.
    init(at predictions: [[Float]], of segments: [Segment], house: String, learntW: Float) {
        for (index, (segment, prediction)) in zip(segments, predictions).enumerated() where segment.house == house {
            var row = 0
            while row < segment.rows {
                // A comparison with NaN is false.
                guard prediction[row] >= Self.leastWatts else {
                    row += 1
                    continue
                }
                let end = prediction[row...].firstIndex { !($0 >= Self.leastWatts) } ?? segment.rows
                add(row..<end, of: segment, at: index, prediction, learntW)
                row = end
            }
        }
    }

    private mutating func add(
        _ use: Range<Int>, of segment: Segment, at index: Int, _ prediction: [Float], _ learntW: Float
    ) {
        let around = max(0, use.lowerBound - Self.margin)..<min(segment.rows, use.upperBound + Self.margin)
        let sorted = segment.aggregate[around].filter { !$0.isNaN }.sorted()
        let base = sorted[Int(Double(sorted.count - 1) * Self.baseQuantile)]
        for row in use where prediction[row] >= Self.leastShare * learntW {
            let watts = segment.aggregate[row] - base
            guard watts >= learntW / 1.5, watts <= learntW * 1.5 else { continue }
            all.append(Rise(segment: index, row: row, time: segment.start + row * segment.period, watts: watts))
        }
    }

    /// Takes out the rises at these times, and returns them.
    mutating func remove(at times: Set<Int>) -> [Rise] {
        let removed = all.filter { times.contains($0.time) }
        all.removeAll { times.contains($0.time) }
        return removed
    }

    /// The densest range of rises that differ by 15 per cent at most: its median, watts, and the share of all that are in
    /// it; nil without a rise.
    var level: (watts: Float, share: Double)? {
        let sorted = all.map(\.watts).sorted()
        var densest = 0..<0
        var end = 0
        for start in sorted.indices {
            while end < sorted.count, sorted[end] <= sorted[start] * 1.15 { end += 1 }
            if end - start > densest.count { densest = start..<end }
        }
        guard !densest.isEmpty else { return nil }
        let median = sorted[densest.lowerBound + densest.count / 2]
        return (median, Double(densest.count) / Double(sorted.count))
    }
}
