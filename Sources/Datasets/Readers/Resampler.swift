/// Puts readings at any times on a regular grid, as they come.
///
/// Cell k is the time from k period to (k + 1) period in Unix seconds, and a row is one cell. A row's value is the
/// mean of the readings inside its cell, added up in Double. A cell without a reading takes the last reading before
/// it, if that is no more than `fillLimit` seconds older than the cell's start; else it is NaN.
struct Resampler {
    /// The longest grid: 8.5 years at 1 s. Beyond it a time is more likely wrong than a meter that old.
    static let maximumRows = 1 << 28

    let period: Int
    /// Seconds.
    let fillLimit: Int
    /// The cells to keep.
    private let bounds: Range<Int>
    /// The cell of the first value.
    private var firstCell = 0
    private var values: [Float] = []
    /// The cell whose readings are being added up, and its end in Unix seconds; 0 before the first reading.
    private var cell = 0
    private var cellEnd = 0
    private var sum = 0.0
    private var count = 0
    private var firstTime: Int?
    private var lastTime = 0
    private var lastPower = 0.0

    init(period: Int, fillLimit: Int, bounds: Range<Int>) {
        precondition(period > 0 && fillLimit >= 0, "period \(period) or fill limit \(fillLimit) is out of range")
        self.period = period
        self.fillLimit = fillLimit
        self.bounds = bounds
    }

    /// Takes a reading, in time order: Unix seconds, watts.
    @inline(__always)
    mutating func add(time: Int, power: Double) {
        if time >= cellEnd { openCell(at: time) }
        sum += power
        count += 1
        lastTime = time
        lastPower = power
    }

    /// The times of the first and last reading, inside the bounds or not; nil before the first.
    var readings: ClosedRange<Int>? { firstTime.map { $0...lastTime } }

    /// The first cell with a value and the rows from there to the last one with a value; nil if there is none.
    consuming func series() -> (firstCell: Int, values: [Float])? {
        closeCell()
        while let last = values.last, last.isNaN { values.removeLast() }
        return values.isEmpty ? nil : (firstCell, values)
    }

    /// A row for every cell of the bounds, for a meter that joins another one's grid.
    consuming func rows() -> [Float] {
        closeCell()
        if cellEnd > 0 { fill(cell + 1..<max(cell + 1, bounds.upperBound)) }
        let before = values.isEmpty ? 0 : firstCell - bounds.lowerBound
        values.insert(contentsOf: repeatElement(.nan, count: before), at: 0)
        values.append(contentsOf: repeatElement(.nan, count: bounds.count - values.count))
        return values
    }

    private mutating func openCell(at time: Int) {
        closeCell()
        // Mostly it is the next cell, and needs no division.
        if cellEnd > 0, time < cellEnd + period {
            cell += 1
            cellEnd += period
            return
        }
        let next = time / period
        if cellEnd > 0 { fill(cell + 1..<next) } else { firstTime = time }
        cell = next
        cellEnd = (next + 1) * period
    }

    /// Appends the mean of the readings of the current cell, if there are any.
    private mutating func closeCell() {
        if count > 0 { append(Float(sum / Double(count)), cell: cell) }
        sum = 0
        count = 0
    }

    /// Appends cells that have no reading.
    private mutating func fill(_ cells: Range<Int>) {
        let cells = cells.clamped(to: bounds)
        // The first cell whose start is too late for the last reading.
        let stale = (lastTime + fillLimit) / period + 1
        for cell in cells.clamped(to: cells.lowerBound..<max(cells.lowerBound, stale)) {
            append(Float(lastPower), cell: cell)
        }
        let missing = cells.clamped(to: max(cells.lowerBound, stale)..<Int.max)
        if !values.isEmpty { values.append(contentsOf: repeatElement(.nan, count: missing.count)) }
    }

    private mutating func append(_ value: Float, cell: Int) {
        guard bounds.contains(cell) else { return }
        if values.isEmpty { firstCell = cell }
        values.append(value)
    }
}
