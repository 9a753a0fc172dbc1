import Support

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
