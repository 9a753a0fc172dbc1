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
