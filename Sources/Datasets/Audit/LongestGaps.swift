/// The gaps in a meter's readings: all are counted, the longest are kept.
package struct LongestGaps: Equatable, Sendable {
    /// A time between two readings that is longer than one holds.
    package struct Gap: Codable, Hashable, Sendable {
        /// Unix seconds of the last reading before it.
        package var start: Int
        package var seconds: Int

        package init(start: Int, seconds: Int) {
            self.start = start
            self.seconds = seconds
        }
    }

    /// Gaps that are kept: more than there are pixels to show them.
    static let capacity = 1000

    package private(set) var count = 0
    /// Seconds of all.
    package private(set) var seconds = 0
    private var kept: [Gap] = []

    init() {}

    /// In time order.
    mutating func add(start: Int, seconds: Int) {
        count += 1
        self.seconds += seconds
        kept.append(Gap(start: start, seconds: seconds))
        // Seldom, so that it costs little a gap.
        if kept.count >= 4 * Self.capacity { kept = Array(longest) }
    }

    /// At most ``capacity``, the longest first; of equal ones the earliest.
    package var longest: ArraySlice<Gap> {
        kept.sorted { ($1.seconds, $0.start) < ($0.seconds, $1.start) }.prefix(Self.capacity)
    }
}
