/// The order in which a file's lines follow one another in time, whatever their layout.
///
/// A line with the time of the one before is left out, and so is one that is up to an hour earlier, as loggers write them
/// after a clock was set back; both are counted. What is further out of order is refused, and so is a time so far behind
/// the first one that the grid between them would take the memory of years.
struct LineOrder {
    /// Microseconds that a line may be earlier than the one before.
    private static let tolerance = 3_600_000_000

    /// Microseconds since 1970; -1 before the first line of readings.
    private(set) var previous = -1
    private var firstSecond = 0
    private(set) var repeated = 0
    private(set) var backward = 0
    /// Seconds between rows of the grid.
    private let period: Int

    init(period: Int) { self.period = period }

    /// Whether a line of this time can be used; it is then the last one. `line` and `path` are for the message.
    @inline(__always)
    mutating func isNext(_ microseconds: Int, line: Int, path: String) throws(DatasetError) -> Bool {
        if microseconds <= previous { return try leaveOut(microseconds, line: line, path: path) }
        let second = microseconds / 1_000_000
        if previous < 0 { firstSecond = second }
        guard second - firstSecond < Resampler.maximumRows(lines: line) * period else {
            throw .gridTooLong(file: path, line: line, seconds: second - firstSecond, period: period)
        }
        previous = microseconds
        return true
    }

    private mutating func leaveOut(_ microseconds: Int, line: Int, path: String) throws(DatasetError) -> Bool {
        if microseconds == previous {
            repeated += 1
            return false
        }
        guard previous - microseconds <= Self.tolerance else {
            throw .timeNotIncreasing(
                file: path, line: line, previous: ReadingLine.text(ofMicroseconds: previous),
                got: ReadingLine.text(ofMicroseconds: microseconds))
        }
        backward += 1
        return false
    }
}
