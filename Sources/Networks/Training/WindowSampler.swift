import Datasets
import Support

/// Which training windows an epoch sees, and in which order.
///
/// Windows in which the appliance is on are rare: a kettle's are one in twenty. Drawn evenly, most steps would teach
/// nothing but zero, so a share of each epoch can be set apart for them. Draws are without replacement until all windows
/// of their kind had their turn.
struct WindowSampler {
    /// Windows of one kind, in the order in which they will be drawn.
    private struct Deck {
        var windows: [Int]
        var next = 0

        mutating func draw(using generator: inout SplitMix64) -> Int {
            if next == 0 { WindowSampler.shuffle(&windows, using: &generator) }
            defer { next = (next + 1) % windows.count }
            return windows[next]
        }
    }

    /// Windows in an epoch.
    let count: Int
    private var decks: [Deck]
    /// Of the draws, those from the first deck.
    private let firstCount: Int
    private var generator: SplitMix64

    /// `share` is the part of an epoch's windows in which the appliance is on, at least `onThreshold` watts, at some
    /// step; nil for as many as there are. `count` is how many windows an epoch has; nil for all.
    init(_ windows: Windows, onThreshold: Float, share: Double?, count: Int?, seed: UInt64) {
        self.count = count ?? windows.count
        generator = SplitMix64(seed: seed ^ 0x5348_5546_464C_4552)
        let all = Array(0..<windows.count)
        guard let share else {
            decks = [Deck(windows: all)]
            firstCount = self.count
            return
        }
        var truth = [Float](repeating: 0, count: windows.length)
        let on = all.filter { index in
            truth.withUnsafeMutableBufferPointer { windows.copyTruth(of: index, into: $0) }
            return truth.contains { $0 >= onThreshold }
        }
        let isOn = Set(on)
        decks = [Deck(windows: on), Deck(windows: all.filter { !isOn.contains($0) })].filter { !$0.windows.isEmpty }
        firstCount = decks.count > 1 ? Int((share * Double(self.count)).rounded()) : self.count
    }

    /// The next epoch's windows.
    mutating func nextEpoch() -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(count)
        for index in 0..<count {
            order.append(decks[index < firstCount ? 0 : 1].draw(using: &generator))
        }
        // One deck was shuffled already.
        if decks.count > 1 { Self.shuffle(&order, using: &generator) }
        return order
    }

    /// Fisher and Yates' shuffle; the standard library's may change between releases, and the order with it.
    static func shuffle(_ order: inout [Int], using generator: inout SplitMix64) {
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(last, generator.integer(in: 0...last))
        }
    }
}
