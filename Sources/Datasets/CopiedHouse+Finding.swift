import Runs

/// The same file under two numbers, or a copy of a part of it.
extension CopiedHouse {
    /// Rows that are the same before they count as copied: two meters' totals may agree for a moment.
    static let shortest = 50

    /// The copies between segments of different houses.
    static func all(scored: [Segment], learnt: [Segment]) -> [CopiedHouse] {
        var copies: [CopiedHouse] = []
        for test in scored {
            for other in learnt where other.house != test.house && other.period == test.period {
                let rows = copiedRows(test, other)
                if rows > 0 { copies.append(CopiedHouse(scored: test.house, learnt: other.house, rows: rows)) }
            }
        }
        return combined(copies, +)
    }

    /// One of each pair of houses, with the most rows that an appliance found; ordered by the houses' names.
    static func most(_ copies: [CopiedHouse]) -> [CopiedHouse] { combined(copies, max) }

    /// One of each pair of houses, with the rows that `combine` makes of those of all.
    private static func combined(_ copies: [CopiedHouse], _ combine: (Int, Int) -> Int) -> [CopiedHouse] {
        copies.reduce(into: [CopiedHouse]()) { result, copy in
            if let index = result.firstIndex(where: { $0.scored == copy.scored && $0.learnt == copy.learnt }) {
                result[index].rows = combine(result[index].rows, copy.rows)
            } else {
                result.append(copy)
            }
        }.sorted { ($0.scored, $0.learnt) < ($1.scored, $1.learnt) }
    }

    private static func copiedRows(_ one: Segment, _ two: Segment) -> Int {
        let start = max(one.start, two.start)
        let count = (min(one.end, two.end) - start) / one.period
        guard count >= shortest, (one.start - two.start) % one.period == 0 else { return 0 }
        let (first, second) = ((start - one.start) / one.period, (start - two.start) / two.period)
        return one.aggregate.withUnsafeBufferPointer { one in
            two.aggregate.withUnsafeBufferPointer { two in
                var copied = 0
                var row = 0
                while row < count {
                    let begin = row
                    var changes = false
                    // NaN is not equal to itself, so a gap ends a span.
                    while row < count, one[first + row] == two[second + row] {
                        changes = changes || one[first + row] != one[first + begin]
                        row += 1
                    }
                    if changes, row - begin >= shortest { copied += row - begin }
                    // The row that ended the span.
                    row += 1
                }
                return copied
            }
        }
    }
}
