/// How far readings are apart, counted by whole seconds.
package struct IntervalCounts: Equatable, Sendable {
    /// Seconds from which intervals are counted together.
    static let longest = 8192

    /// By seconds, as far as there were any: those of thousands of meters are held at once, and most are even.
    private var counts: [Int] = []
    /// From ``mostDense`` on, which are seldom.
    private var others: [Int: Int] = [:]
    private static let mostDense = 512
    /// All of them.
    package private(set) var total = 0

    init() {}

    @inline(__always)
    mutating func add(_ seconds: Int) {
        total += 1
        if seconds < counts.count { counts[seconds] += 1 } else { addNew(seconds) }
    }

    private mutating func addNew(_ seconds: Int) {
        guard seconds < Self.mostDense else {
            others[min(seconds, Self.longest), default: 0] += 1
            return
        }
        counts += [Int](repeating: 0, count: seconds + 1 - counts.count)
        counts[seconds] += 1
    }

    /// The intervals that are counted by their own seconds, ascending.
    private var known: [(seconds: Int, count: Int)] {
        let dense = counts.enumerated().filter { $0.element > 0 }.map { (seconds: $0.offset, count: $0.element) }
        return dense
            + others.filter { $0.key < Self.longest }.sorted { $0.key < $1.key }.map {
                (seconds: $0.key, count: $0.value)
            }
    }

    /// Seconds: half of the intervals are not longer; nil without one, or where most are longer than two hours.
    package var median: Int? { quantile(0.5) }

    /// Seconds: that share of the intervals is not longer; nil without one, or where it is longer than two hours.
    func quantile(_ share: Double) -> Int? {
        var below = 0
        for (seconds, count) in known {
            below += count
            if Double(below) >= share * Double(total) { return seconds }
        }
        return nil
    }

    /// The intervals that differ from the median by more than half of it, as a share of all; nil without a median.
    package var oddShare: Double? {
        guard let median else { return nil }
        let even = known.filter { abs($0.seconds - median) * 2 <= median }
        return 1 - Double(even.reduce(0) { $0 + $1.count }) / Double(total)
    }
}
