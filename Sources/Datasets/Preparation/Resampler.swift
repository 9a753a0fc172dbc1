/// Puts readings at any times on a regular grid, as they come.
///
/// Cell k is the time from k period to (k + 1) period in Unix seconds, and a row is one cell. A cell with readings has
/// their mean, added up in Double: the plain one where they come at even times, else the mean over the time for which each
/// holds, which is until the next one but `holdLimit` seconds at most. A cell without a reading takes the last reading
/// before it, if that is no more than `fillLimit` seconds older than the cell's start; else it is NaN. A reading of more
/// than `limit` watts, either way, is counted and left out.
struct GridResampler<Rows: GridRows>: ReadingSink {
    /// The longest grid of a file of which `lines` were read. Beyond it a time is more likely wrong than a meter that
    /// old (8.5 years at 1 s) or lines that far apart: a few of them can't ask for the memory of years.
    static func maximumRows(lines: Int) -> Int { min(1 << 28, 1 << 24 + 3600 * lines) }

    let period: Int
    /// Seconds.
    let fillLimit: Int
    private let holdLimit: Int
    /// Whether every cell is a mean over time.
    private let isEventDriven: Bool
    /// Seconds: after a shorter interval the cells that it touches are means over time.
    private let shortest: Int
    /// The cells to keep.
    let bounds: Range<Int>
    /// Watts.
    private let limit: Double
    private(set) var rows: Rows
    /// The cell whose readings are being added up, and its end in Unix seconds; 0 before the first reading.
    private var cell = 0
    private var cellEnd = 0
    private var sum = 0.0
    private var count = 0
    /// Of the current cell, over the seconds in which a reading holds.
    private var wattSeconds = 0.0
    private var heldSeconds = 0
    private var isUneven = false
    private var firstTime: Int?
    private var lastTime = 0
    private var lastPower = 0.0
    private(set) var readings = 0
    private(set) var outOfRange = 0
    /// How far readings within the range are apart.
    private(set) var intervals = IntervalCounts()
    /// Spans in which the meter repeats one reading; nil where they are not looked for.
    private(set) var stuck: StuckSpans?

    /// `sampling`: the meter's own; nil takes its readings for even ones. `stuck`: what finds the spans in which it is.
    init(
        period: Int, fillLimit: Int, bounds: Range<Int>, limit: Double = .infinity, sampling: Sampling? = nil,
        stuck: StuckSpans? = nil, into rows: Rows
    ) {
        precondition(period > 0 && fillLimit >= 0, "period \(period) or fill limit \(fillLimit) is out of range")
        self.period = period
        self.fillLimit = fillLimit
        holdLimit = max(fillLimit, sampling?.due ?? 0)
        isEventDriven = sampling?.isEventDriven ?? false
        shortest = sampling?.shortest ?? 0
        self.bounds = bounds
        self.limit = limit
        self.stuck = stuck
        self.rows = rows
    }

    /// Takes a reading, in time order: Unix seconds, watts.
    @inline(__always)
    mutating func add(time: Int, power: Double) {
        readings += 1
        guard abs(power) <= limit else {
            outOfRange += 1
            return
        }
        stuck?.add(time: time, power: power)
        if cellEnd > 0 {
            let interval = time - lastTime
            intervals.add(interval)
            if interval < shortest { isUneven = true }
        }
        if time >= cellEnd { openCell(at: time) } else { hold(until: time) }
        sum += power
        count += 1
        lastTime = time
        lastPower = power
    }

    /// The times of the first and last reading, inside the bounds or not; nil before the first.
    var span: ClosedRange<Int>? { firstTime.map { $0...lastTime } }

    /// Adds the rows that are still open: after the last reading.
    mutating func finish() {
        hold(until: cellEnd)
        closeCell()
        rows.end()
        stuck?.finish()
        if cellEnd > 0 { fill(cell + 1..<max(cell + 1, bounds.upperBound), isTail: true) }
    }

    /// Adds the time for which the last reading holds, up to `time`, to the current cell.
    @inline(__always)
    private mutating func hold(until time: Int) {
        let seconds = min(time, lastTime + holdLimit) - max(lastTime, cellEnd - period)
        if seconds > 0 {
            wattSeconds += lastPower * Double(seconds)
            heldSeconds += seconds
        }
    }

    private mutating func openCell(at time: Int) {
        if cellEnd > 0 { hold(until: cellEnd) }
        // The interval that ends here reaches into both cells.
        let wasShort = cellEnd > 0 && time - lastTime < shortest
        closeCell()
        isUneven = wasShort
        // Mostly it is the next cell, and needs no division.
        if cellEnd > 0, time < cellEnd + period {
            cell += 1
            cellEnd += period
            hold(until: time)
            return
        }
        let next = time / period
        let isFirst = cellEnd == 0
        if isFirst { firstTime = time } else { fill(cell + 1..<next, isTail: false) }
        cell = next
        cellEnd = (next + 1) * period
        if !isFirst { hold(until: time) }
    }

    /// Appends the mean of the readings of the current cell, if there are any.
    @inline(__always)
    private mutating func closeCell() {
        if count > 0, bounds.contains(cell) {
            if rows.isEmpty { rows.begin(at: cell) }
            let isWeighted = (isEventDriven || isUneven) && heldSeconds > 0
            rows.append(Float(isWeighted ? wattSeconds / Double(heldSeconds) : sum / Double(count)))
        }
        sum = 0
        count = 0
        wattSeconds = 0
        heldSeconds = 0
    }

    /// Appends cells that have no reading: those that are filled and, unless no reading follows, those that are not.
    private mutating func fill(_ cells: Range<Int>, isTail: Bool) {
        // The first cell whose start is too late for the last reading.
        let stale = (lastTime + fillLimit) / period + 1
        let fresh = (cells.lowerBound..<max(cells.lowerBound, min(stale, cells.upperBound))).clamped(to: bounds)
        if !fresh.isEmpty {
            if rows.isEmpty { rows.begin(at: fresh.lowerBound) }
            rows.append(Float(lastPower), filling: fresh)
        }
        if isTail || rows.isEmpty { return }
        let missing = (max(cells.lowerBound, stale)..<max(cells.upperBound, stale)).clamped(to: bounds)
        if !missing.isEmpty { rows.appendMissing(missing.count) }
    }
}

/// One that keeps the rows.
typealias Resampler = GridResampler<StoredRows>

extension Resampler {
    init(period: Int, fillLimit: Int, bounds: Range<Int>, limit: Double = .infinity, sampling: Sampling? = nil) {
        self.init(
            period: period, fillLimit: fillLimit, bounds: bounds, limit: limit, sampling: sampling, into: StoredRows())
    }

    /// Everything that was added, on the grid.
    consuming func series() -> MeterSeries {
        finish()
        return MeterSeries(
            rows, readings: readings, outOfRange: outOfRange, sampling: intervals.median, span: span,
            fillLimit: fillLimit, stuck: stuck?.cells(period: period) ?? [])
    }
}

/// What becomes of the rows that a ``GridResampler`` makes, in the order of their cells.
protocol GridRows: Sendable {
    /// Whether there is no row yet.
    var isEmpty: Bool { get }

    /// The cell of the first row; it is called once, before it is added.
    mutating func begin(at cell: Int)

    /// Adds the row of a cell with readings.
    mutating func append(_ value: Float)

    /// Adds rows of `cells`, which take a reading from before them.
    mutating func append(_ value: Float, filling cells: Range<Int>)

    /// Adds at least one row without a value; a row with one follows, if a reading does.
    mutating func appendMissing(_ count: Int)

    /// No reading follows; what is added now is filled behind the last one.
    mutating func end()
}

/// Rows of a grid in memory, four bytes each.
struct StoredRows: GridRows {
    /// The cell of the first value.
    private(set) var firstCell = 0
    private(set) var values: [Float] = []
    /// How many of them are NaN.
    private(set) var missing = 0
    /// The cells that took a reading from before them.
    private(set) var filled = CellMask()
    /// The values up to the last one that is no fill behind the last reading.
    private(set) var ownCount = 0

    var isEmpty: Bool { values.isEmpty }

    mutating func begin(at cell: Int) { firstCell = cell }

    @inline(__always)
    mutating func append(_ value: Float) { values.append(value) }

    mutating func append(_ value: Float, filling cells: Range<Int>) {
        values.append(contentsOf: repeatElement(value, count: cells.count))
        filled.insert(cells)
    }

    mutating func appendMissing(_ count: Int) {
        if count > values.count {
            // Behind a gap this long the next values would soon move everything again: room for as much, untouched.
            values.reserveCapacity(2 * (values.count + count))
        }
        values.append(contentsOf: repeatElement(.nan, count: count))
        missing += count
    }

    mutating func end() {
        while let last = values.last, last.isNaN {
            values.removeLast()
            missing -= 1
        }
        ownCount = values.count
    }
}

/// Rows of a grid that are counted and forgotten: memory is the same for an hour and for years.
package struct CountedRows: GridRows, Equatable {
    /// From the first row with a value to the last that is no fill behind the last reading.
    package private(set) var rows = 0
    /// Those that took a reading from before them, and those without a value.
    package private(set) var filled = 0
    package private(set) var missing = 0
    /// Rows without a value that count once a row with one follows.
    private var pending = 0
    private var hasEnded = false

    var isEmpty: Bool { rows == 0 }

    mutating func begin(at cell: Int) {}

    mutating func append(_ value: Float) { add(1) }

    mutating func append(_ value: Float, filling cells: Range<Int>) {
        if hasEnded { return }
        filled += cells.count
        add(cells.count)
    }

    mutating func appendMissing(_ count: Int) {
        pending += count
    }

    mutating func end() {
        hasEnded = true
        pending = 0
    }

    private mutating func add(_ count: Int) {
        rows += pending + count
        missing += pending
        pending = 0
    }
}
