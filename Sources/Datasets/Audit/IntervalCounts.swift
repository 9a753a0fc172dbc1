/// How far readings are apart, counted by whole seconds.
package struct IntervalCounts: Equatable, Sendable {
    /// Seconds from which intervals are counted together.
    static let longest = 8192

    private var counts = [Int](repeating: 0, count: longest + 1)
    /// All of them.
    package private(set) var total = 0

    init() {}

    @inline(__always)
    mutating func add(_ seconds: Int) {
        total += 1
        counts[min(seconds, Self.longest)] += 1
    }

    /// Seconds: half of the intervals are not longer; nil without one, or where most are longer than two hours.
    package var median: Int? { quantile(0.5) }

    /// Seconds: that share of the intervals is not longer; nil without one, or where it is longer than two hours.
    func quantile(_ share: Double) -> Int? {
        var below = 0
        for (seconds, count) in counts.dropLast().enumerated() {
            below += count
            if count > 0, Double(below) >= share * Double(total) { return seconds }
        }
        return nil
    }

    /// The intervals that differ from the median by more than half of it, as a share of all; nil without a median.
    package var oddShare: Double? {
        guard let median else { return nil }
        let even = counts.enumerated().filter { abs($0.offset - median) * 2 <= median && $0.offset < Self.longest }
        return 1 - Double(even.reduce(0) { $0 + $1.element }) / Double(total)
    }
}
