/// One meter's readings on the grid, from its first row to its last.
struct MeterSeries: Sendable {
    /// The cell of the first value.
    var firstCell: Int
    /// Watts, one a cell; NaN where there is no reading near enough. Behind `ownCount` values stand those that are
    /// filled after the last reading: another meter's grid may reach there.
    private var values: [Float]
    private let ownCount: Int
    /// How many of the values are NaN.
    private let missing: Int
    private let filled: CellMask
    /// Readings, and those of them that were beyond the meter's range and left out.
    let readings: Int
    let outOfRange: Int
    /// The median time between readings, seconds; nil without one.
    let sampling: Int?
    /// Times of the first and last reading, on the grid or not; nil without one.
    let span: ClosedRange<Int>?
    /// Seconds for which a reading stood in for a missing one.
    let fillLimit: Int
    /// Cells in which the meter is stuck, ascending; their values are as read.
    let stuck: [Range<Int>]

    init(
        _ rows: StoredRows, readings: Int, outOfRange: Int, sampling: Int?, span: ClosedRange<Int>?,
        fillLimit: Int, stuck: [Range<Int>] = []
    ) {
        firstCell = rows.firstCell
        values = rows.values
        ownCount = rows.ownCount
        missing = rows.missing
        filled = rows.filled
        self.readings = readings
        self.outOfRange = outOfRange
        self.sampling = sampling
        self.span = span
        self.fillLimit = fillLimit
        self.stuck = stuck
    }

    /// From the first value to the last that is no fill behind the last reading; nil if there is none.
    var cells: Range<Int>? { ownCount > 0 ? firstCell..<firstCell + ownCount : nil }

    /// How many of `cells` took a reading from before them.
    func filledCount(in cells: Range<Int>) -> Int { filled.count(in: cells) }

    /// A row for each of `cells`, NaN outside of the series, and how many are NaN. The series is empty afterwards: a copy
    /// of years is large.
    mutating func takeRows(_ cells: Range<Int>) -> (rows: [Float], missing: Int) {
        var rows: [Float] = []
        swap(&rows, &values)
        let own = rows.isEmpty ? cells.lowerBound..<cells.lowerBound : firstCell..<firstCell + rows.count
        let kept = own.clamped(to: cells)
        if kept.isEmpty { return ([Float](repeating: .nan, count: cells.count), cells.count) }
        // What is cut off is short, mostly nothing: to count in it is quicker than in all rows.
        let cut =
            rows[..<(kept.lowerBound - own.lowerBound)].count { $0.isNaN }
            + rows[(kept.upperBound - own.lowerBound)...].count { $0.isNaN }
        rows.removeLast(own.upperBound - kept.upperBound)
        rows.removeFirst(kept.lowerBound - own.lowerBound)
        rows.insert(contentsOf: repeatElement(.nan, count: kept.lowerBound - cells.lowerBound), at: 0)
        rows.append(contentsOf: repeatElement(.nan, count: cells.upperBound - kept.upperBound))
        return (rows, missing - cut + cells.count - kept.count)
    }
}
