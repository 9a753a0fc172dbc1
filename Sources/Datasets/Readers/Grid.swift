/// The regular grid that meters are put on.
struct Grid {
    /// Seconds between rows, which are at multiples of it in Unix time.
    var period: Int
    /// Seconds for which the last reading stands in for a missing one.
    var fillLimit: Int
    /// The days asked for, Unix seconds.
    var days: Range<Int>

    /// The cells that begin in the days asked for.
    var cells: Range<Int> {
        (days.lowerBound + period - 1) / period..<(days.upperBound + period - 1) / period
    }
}
