/// What the columns of a table of readings are: one line a time, one column a meter.
struct TableLayout: Sendable {
    /// What a column is read for.
    enum Role: Equatable, Sendable {
        case unused
        case time
        /// The power of the meter with this index.
        case meter(Int)
        /// 1 where the data set marks the line as wrong.
        case issues
    }

    var separator: UInt8
    /// Of every column, with the name that its messages have.
    var columns: [(name: String, role: Role)]
    /// Whether the first line has the columns' names.
    var hasHeader: Bool
    var time: TimeForm
    /// What a number of each meter is multiplied by for watts.
    var scales: [Double]
    /// Whether lines with issues are left out; they are counted anyway.
    var dropsIssues: Bool
}
