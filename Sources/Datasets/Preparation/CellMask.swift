/// A set of cells of the grid, a bit each.
struct CellMask {
    /// The cell of the first bit; set by the first insertion, and cells are inserted in ascending order.
    private var origin = 0
    private var words: [UInt64] = []

    /// Adds neighbouring cells, which must not lie before those added first.
    mutating func insert(_ cells: Range<Int>) {
        if cells.isEmpty { return }
        if words.isEmpty { origin = cells.lowerBound }
        precondition(cells.lowerBound >= origin, "cells are inserted in ascending order")
        let last = (cells.upperBound - 1 - origin) / 64
        while words.count <= last { words.append(0) }
        for cell in cells { words[(cell - origin) / 64] |= 1 << UInt64((cell - origin) % 64) }
    }

    /// How many of `cells` are in the set.
    func count(in cells: Range<Int>) -> Int {
        let bits = cells.clamped(to: origin..<origin + 64 * words.count)
        var count = 0
        var cell = bits.lowerBound
        while cell < bits.upperBound {
            let (word, bit) = (cell - origin).quotientAndRemainder(dividingBy: 64)
            let taken = min(64 - bit, bits.upperBound - cell)
            let mask = taken == 64 ? UInt64.max : (1 << UInt64(taken)) - 1
            count += (words[word] >> UInt64(bit) & mask).nonzeroBitCount
            cell += taken
        }
        return count
    }
}
