/// What is taken away from a network's attention, to learn what its predictions lose.
///
/// The parameters stay: what is measured is what this network makes of the rest, not what one trained without it would.
package struct Ablation: Equatable, Sendable {
    /// Branches that give nothing, by time steps a key. Where a gate mixes the scales, the others get its share.
    package var scales: Set<Int>
    /// Time steps of the window that no query may look at, at any scale: a key is hidden where its middle step is.
    package var hiddenSteps: [Range<Int>]

    package static let none = Ablation()

    package init(scales: Set<Int> = [], hiddenSteps: [Range<Int>] = []) {
        self.scales = scales
        self.hiddenSteps = hiddenSteps
    }

    /// Those of `count` keys of `scale` steps that can be seen, ascending; nil for all, as where nothing is hidden.
    func visibleKeys(_ count: Int, scale: Int) -> [Int]? {
        guard !hiddenSteps.isEmpty else { return nil }
        return (0..<count).filter { key in
            let middle = key * scale + scale / 2
            return !hiddenSteps.contains { $0.contains(middle) }
        }
    }
}
