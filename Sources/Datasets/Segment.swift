import Foundation

/// One appliance's rows of one house in one part of the split, on a regular grid; NaN where a meter has no reading.
package struct Segment: Sendable {
    /// `house_1`, or `synthetic`.
    package var house: String
    /// Unix seconds of the first row.
    package var start: Int
    /// Seconds between rows.
    package var period: Int
    /// That of the house's clocks; nil for data without a clock.
    package var zone: TimeZone?
    /// Watts, one a row: the meter's total, and the appliance.
    package var aggregate: [Float]
    package var truth: [Float]

    package init(
        house: String, start: Int, period: Int, zone: TimeZone? = nil, aggregate: [Float], truth: [Float]
    ) {
        precondition(
            aggregate.count == truth.count,
            "aggregate and truth need one length, got \(aggregate.count) and \(truth.count)")
        precondition(period > 0, "the period must be positive, got \(period)")
        self.house = house
        self.start = start
        self.period = period
        self.zone = zone
        self.aggregate = aggregate
        self.truth = truth
    }

    /// What so many rows take in so many segments that share nothing: two arrays, and their ends and the segment itself.
    package static func bytes(rows: Int, segments: Int) -> Int {
        rows * 2 * MemoryLayout<Float>.stride + segments * (MemoryLayout<Segment>.stride + 64)
    }

    /// Rows of the grid.
    package var rows: Int { aggregate.count }

    /// Unix seconds of the end of the last row.
    package var end: Int { start + rows * period }

    /// The longest ranges of rows in which both meters have readings, in time order.
    package var runs: [Range<Int>] {
        var runs: [Range<Int>] = []
        var first = 0
        for row in 0..<rows where aggregate[row].isNaN || truth[row].isNaN {
            if row > first { runs.append(first..<row) }
            first = row + 1
        }
        if rows > first { runs.append(first..<rows) }
        return runs
    }

    /// Rows where the aggregate or the appliance has no reading.
    package var missingRows: Int { rows - runs.reduce(0) { $0 + $1.count } }
}
