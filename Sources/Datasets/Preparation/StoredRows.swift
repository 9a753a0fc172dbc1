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
