/// Rows of a grid that are counted and forgotten: memory is the same for an hour and for years.
package struct CountedRows: GridRows, Equatable {
    /// From the first row with a value to the last that is no fill behind the last reading.
    package private(set) var rows = 0
    /// Those that took a reading from before them, and those without a value.
    package private(set) var filled = 0
    package private(set) var missing = 0
    /// Rows that stay the same for at least `stuckLimit` rows, and in how many spans.
    package private(set) var stuckRows = 0
    package private(set) var stuckSpans = 0

    /// nil: nothing is taken for stuck.
    private let stuckLimit: Int?
    /// Rows without a value that count once a row with one follows.
    private var pending = 0
    private var hasEnded = false
    /// The span of equal rows that goes on.
    private var spanValue = Float.nan
    private var spanRows = 0

    init(stuckLimit: Int?) { self.stuckLimit = stuckLimit }

    var isEmpty: Bool { rows == 0 }

    mutating func begin(at cell: Int) {}

    mutating func append(_ value: Float) { add(value, 1) }

    mutating func append(_ value: Float, filling cells: Range<Int>) {
        if hasEnded { return }
        filled += cells.count
        add(value, cells.count)
    }

    mutating func appendMissing(_ count: Int) {
        pending += count
        endSpan()
        spanValue = .nan
    }

    mutating func end() {
        hasEnded = true
        pending = 0
        endSpan()
    }

    private mutating func add(_ value: Float, _ count: Int) {
        rows += pending + count
        missing += pending
        pending = 0
        if value == spanValue {
            spanRows += count
        } else {
            endSpan()
            (spanValue, spanRows) = (value, count)
        }
    }

    private mutating func endSpan() {
        if let stuckLimit, spanRows >= stuckLimit {
            stuckRows += spanRows
            stuckSpans += 1
        }
        spanRows = 0
    }
}
