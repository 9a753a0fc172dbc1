/// Finds the spans in which the meter of a whole house is stuck: it repeats one reading over and over.
///
/// No house is steady to the watt for an hour, but a meter may have good reasons to show one number: few readings (a night
/// of one every half hour), a coarse resolution, or its zero, as where only imported power is metered and the sun shines.
/// So a span takes ``leastReadings`` equal readings over the limit's time, away from zero, of a meter that shows small
/// changes elsewhere.
struct StuckSpans: Equatable, Sendable {
    static let leastReadings = 100
    /// Watts: a house draws more, so less is the meter's zero.
    private static let zero = 5.0
    /// Watts: at least one change in a thousand is smaller, or the meter's resolution is too coarse to tell.
    private static let small = 5.0

    /// Seconds.
    private let limit: Int
    private var value = Double.nan
    private var first = 0
    private var last = 0
    private var count = 0
    private var spans: [ClosedRange<Int>] = []
    private var (changes, smallChanges) = (0, 0)

    init(limit: Int) { self.limit = limit }

    /// Adds a reading, in time order.
    @inline(__always)
    mutating func add(time: Int, power: Double) {
        if power == value {
            last = time
            count += 1
            return
        }
        end()
        if count > 0 {
            changes += 1
            if abs(power - value) < Self.small { smallChanges += 1 }
        }
        value = power
        (first, last, count) = (time, time, 1)
    }

    /// No reading follows.
    mutating func finish() {
        end()
        count = 0
    }

    /// The cells of a grid that the spans touch, ascending; none if the meter can't be judged by them.
    func cells(period: Int) -> [Range<Int>] {
        guard smallChanges > 0, smallChanges * 1000 >= changes else { return [] }
        return spans.map { $0.lowerBound / period..<$0.upperBound / period + 1 }
    }

    private mutating func end() {
        guard count >= Self.leastReadings, last - first >= limit, abs(value) >= Self.zero else { return }
        spans.append(first...last)
    }
}
