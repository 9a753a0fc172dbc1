/// How often a meter is read, judged by the intervals between its readings.
package struct Sampling: Equatable, Sendable {
    /// The median interval, seconds, at least 1.
    package var interval: Int
    /// Whether readings come when something happens rather than at even times: nine tenths of the intervals span more than
    /// a factor of three.
    package var isEventDriven: Bool
    /// Seconds: 19 of 20 intervals are not longer.
    package var longest: Int

    /// Seconds: an interval that is shorter comes from a reading between two that were due.
    package var shortest: Int

    /// Fewer intervals say how far readings are apart, but not whether they come at even times.
    private static let fewest = 10

    /// nil with fewer than two readings. An interval that is longer than ``IntervalCounts`` counts is its longest.
    init?(_ intervals: IntervalCounts) {
        guard intervals.total > 0 else { return nil }
        let median = intervals.median ?? IntervalCounts.longest
        let low = intervals.quantile(0.1) ?? IntervalCounts.longest
        // What lies beyond the longest interval that is counted is more than three times any that is usual.
        let high = intervals.quantile(0.9) ?? (low < IntervalCounts.longest ? Int.max / 4 : low)
        interval = max(1, median)
        let isKnown = intervals.total >= Self.fewest
        isEventDriven = isKnown && high > 3 * max(1, low)
        // What jitters by less than a fifth is even.
        shortest = isKnown ? interval - Int((Double(interval) / 5).rounded()) : 0
        longest = max(1, intervals.quantile(0.95) ?? IntervalCounts.longest)
    }

    /// Seconds between rows that the meter has readings for. What is read on events says nothing of the time between
    /// them, but a minute is as long as a household's events are.
    package var period: Int { isEventDriven ? min(interval, 60) : interval }

    /// Seconds for which a reading holds at least, whatever the limit for filling: until the next one is due and half as
    /// long again.
    var due: Int { interval * 3 / 2 }

    /// Seconds for which a reading of an event-driven meter holds unless a user says otherwise: its quiet times are no
    /// gaps. At most an hour.
    var quiet: Int { min(max(interval, longest) * 3 / 2, 3600) }
}

/// Counts how far the first readings of a meter in the days asked for are apart.
struct SamplingProbe: ReadingSink {
    /// Readings that are looked at: three weeks of one every 6 s.
    private static let most = 1 << 18

    /// No grid is made of them, so a file may be as long as it is.
    let period = 86_400
    private let days: Range<Int>
    private var intervals = IntervalCounts()
    private var last: Int?

    init(days: Range<Int>) { self.days = days }

    var hasEnough: Bool { intervals.total >= Self.most }

    mutating func add(time: Int, power: Double) {
        guard days.contains(time), !hasEnough else { return }
        if let last { intervals.add(time - last) }
        last = time
    }

    var sampling: Sampling? { Sampling(intervals) }
}
