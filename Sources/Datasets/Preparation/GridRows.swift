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
