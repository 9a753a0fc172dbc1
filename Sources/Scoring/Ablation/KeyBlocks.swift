import Support

/// A window's time steps in equal blocks.
struct KeyBlocks {
    private let steps: Int
    let count: Int

    /// At most `most` blocks, each long enough for a key of `coarsest` steps wherever it begins.
    init(steps: Int, coarsest: Int, most: Int) {
        self.steps = steps
        count = min(most, steps / (2 * coarsest))
    }

    subscript(block: Int) -> Range<Int> { steps * block / count..<steps * (block + 1) / count }

    /// The `wanted` blocks whose steps have the largest mean weight, in time order; of equal ones the first. Shape:
    /// weights (steps).
    func mostAttended(_ wanted: Int, weights: [Double]) -> [Range<Int>] {
        let means = (0..<count).map { block in weights[self[block]].reduce(0, +) / Double(self[block].count) }
        let ranked = means.indices.sorted { (-means[$0], $0) < (-means[$1], $1) }
        return ranked.prefix(wanted).sorted().map { self[$0] }
    }
}

/// Draws blocks of a window without replacement, every choice equally likely.
struct RandomBlocks {
    private var generator: SplitMix64
    private let blocks: KeyBlocks

    init(seed: UInt64, blocks: KeyBlocks) {
        generator = SplitMix64(seed: seed)
        self.blocks = blocks
    }

    /// `wanted` of the blocks, in time order.
    mutating func draw(_ wanted: Int) -> [Range<Int>] {
        // The first steps of a Fisher-Yates shuffle.
        var order = Array(0..<blocks.count)
        for place in 0..<wanted { order.swapAt(place, generator.integer(in: place...blocks.count - 1)) }
        return order.prefix(wanted).sorted().map { blocks[$0] }
    }
}
