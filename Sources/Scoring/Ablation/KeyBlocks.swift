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
