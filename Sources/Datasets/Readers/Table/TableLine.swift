/// What a line of a table says besides its powers.
struct TableLine: Equatable {
    /// Since 1970.
    var microseconds = 0
    /// The second moment at which the clock shows this time, if it has two; in microseconds, too.
    var again: Int?
    /// Meters without a reading.
    var empty = 0
    /// Whether the data set marks it as wrong.
    var hasIssues = false
}
