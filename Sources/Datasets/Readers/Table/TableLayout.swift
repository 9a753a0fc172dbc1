/// What the columns of a table of readings are: one line a time, one column a meter.
struct TableLayout: Sendable {
    /// What a column is read for.
    enum Role: Equatable, Sendable {
        case unused
        /// A whole time, or a date and a time of day in two columns.
        case time
        case date
        case timeOfDay
        /// The power of the meter with this index.
        case meter(Int)
        /// 1 where the data set marks the line as wrong.
        case issues
        /// It says whose line it is: ``TableLayout/whose``.
        case whose
    }

    var separator: UInt8
    /// Of every column, with the name that its messages have.
    var columns: [(name: String, role: Role)]
    /// The number of the first line of readings.
    var firstLine: Int
    var time: TimeForm
    var numbers: NumberForm
    /// What a number of each meter is multiplied by for watts, or for watt-hours.
    var scales: [Double]
    /// The meter whose lines are read, in a table with a line a meter.
    var whose: MeterColumn?
    /// Whether lines with issues are left out; they are counted anyway.
    var dropsIssues: Bool
}
