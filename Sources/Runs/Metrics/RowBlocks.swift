import Support

/// Rows of a meter in blocks that begin at multiples of their length since 1970, each with a hash of its content: the second
/// and the aggregate of each row. The same readings make the same blocks wherever a file or a part begins.
///
/// The truth does not count: a network that has seen the aggregate of these rows has seen the rows.
package enum RowBlocks {
    /// One block of a series.
    package struct Block: Equatable, Sendable {
        package let hash: UInt64
        /// Rows in it that have a reading.
        package let rows: Int
    }

    /// Rows that a block has at least, where none is missing.
    static let fewestRows = 48
    /// More blocks of a run are made fewer by making them longer.
    static let mostBlocks = 20_000
    /// Rows that differ from the one before: an aggregate that stands still, or almost, is the same at many times.
    static let fewestChanges = 8

    /// A length for `rows` rows, seconds: a divisor of a day.
    package static func length(rows: Int, periodS: Int) -> Int {
        let lengths = [300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400]
        let needed = max(fewestRows, (rows + mostBlocks - 1) / mostBlocks) * periodS
        // Days, for rows that are far apart.
        return lengths.first { $0 >= needed } ?? (needed + 86_399) / 86_400 * 86_400
    }

    /// The blocks of a series with a clock, whose first row is at `start`, Unix seconds.
    ///
    /// Shapes: aggregateW (rows), watts, NaN where there is no reading.
    package static func blocks(of aggregateW: [Float], start: Int, periodS: Int, lengthS: Int) -> [Block] {
        var blocks: [Block] = []
        var row = 0
        while row < aggregateW.count {
            let second = start + row * periodS
            let begin = second >= 0 ? second / lengthS * lengthS : (second - lengthS + 1) / lengthS * lengthS
            let end = min(aggregateW.count, row + (begin + lengthS - second + periodS - 1) / periodS)
            if let block = block(aggregateW[row..<end], start: second, periodS: periodS) { blocks.append(block) }
            row = end
        }
        return blocks
    }

    /// A window without a clock as one block, by its aggregate alone.
    package static func block(ofWindow aggregateW: [Float]) -> [Block] {
        block(aggregateW[...], start: 0, periodS: 1).map { [$0] } ?? []
    }

    /// nil for rows that are too much alike to be known again.
    private static func block(_ aggregateW: ArraySlice<Float>, start: Int, periodS: Int) -> Block? {
        var words: [UInt32] = []
        var (rows, changes) = (0, 0)
        var last = Float.nan
        for (offset, watts) in aggregateW.enumerated() where !watts.isNaN {
            let second = UInt64(bitPattern: Int64(start + offset * periodS))
            let value = watts == 0 ? 0 : watts
            words.append(UInt32(truncatingIfNeeded: second).littleEndian)
            words.append(UInt32(truncatingIfNeeded: second >> 32).littleEndian)
            words.append(value.bitPattern.littleEndian)
            if rows > 0, value != last { changes += 1 }
            (last, rows) = (value, rows + 1)
        }
        guard changes >= fewestChanges else { return nil }
        var sum = SHA256Sum()
        words.withUnsafeBytes { sum.add($0) }
        let digest = sum.digest()
        return Block(hash: (0..<8).reduce(0) { $0 | UInt64(digest[$1]) << UInt64(8 * $1) }, rows: rows)
    }
}
