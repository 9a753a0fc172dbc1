import Runs
import Support

/// Tells the difference of two models on the same samples from chance: the paired block bootstrap.
///
/// Blocks of the test part (days) are drawn with replacement, the same for both models, as many as there are; the
/// difference of the metric over the blocks drawn is taken, and the interval is from the (1 - level) / 2 to the
/// (1 + level) / 2 quantile of all draws' differences (Efron and Tibshirani 1993, An Introduction to the Bootstrap, 13.3;
/// whole days, since errors within a day are not independent: Künsch 1989). The same seed gives the same interval.
package struct PairedBootstrap: Equatable, Sendable {
    package var resamples: Int
    package var level: Double
    package var seed: UInt64

    /// - Parameter resamples: at least 100.
    package init(resamples: Int = 2000, level: Double = 0.95, seed: UInt64 = 0) {
        precondition(resamples >= 100, "a bootstrap needs 100 resamples, got \(resamples)")
        precondition((0.5..<1).contains(level), "the level must be from 0.5 to below 1, got \(level)")
        self.resamples = resamples
        self.level = level
        self.seed = seed
    }

    /// Blocks that are drawn one by one. Of more, neighbours are joined: a draw takes as long as there are blocks, and longer
    /// blocks leave less dependence between them.
    package static let mostBlocks = 20_000

    /// How many neighbours of `count` blocks are drawn as one.
    package static func neighbours(of count: Int) -> Int { max(1, (count + mostBlocks - 1) / mostBlocks) }

    private static func joined(_ sums: [(DrawnSums, DrawnSums)]) -> [(DrawnSums, DrawnSums)] {
        let together = neighbours(of: sums.count)
        guard together > 1 else { return sums }
        return stride(from: 0, to: sums.count, by: together).map { start in
            sums[start..<min(start + together, sums.count)].reduce(into: (DrawnSums(), DrawnSums())) { sum, block in
                sum.0 += block.0
                sum.1 += block.1
            }
        }
    }

    /// An interval, or why there is none.
    package enum Outcome: Equatable, Sendable {
        case interval(low: Double, high: Double)
        case none(ChangeReason)
    }

    /// The interval of `value` of the second model less that of the first, over blocks that are the same in both.
    package func difference(
        of value: @escaping (BlockScore) -> Double?, before: [BlockScore], after: [BlockScore]
    ) -> Outcome {
        differences(of: [value], before: before, after: after)[0]
    }

    /// The intervals of several values, all over the same draws of blocks, which take far longer than the values.
    package func differences(
        of values: [(BlockScore) -> Double?], before: [BlockScore], after: [BlockScore]
    ) -> [Outcome] {
        precondition(before.count == after.count, "pairs need one length, got \(before.count) and \(after.count)")
        guard before.count >= BlockScores.fewest else {
            return values.map { _ in .none(.fewBlocks(blocks: before.count, fewest: BlockScores.fewest)) }
        }
        let sums = Self.joined(zip(before, after).map { (DrawnSums($0), DrawnSums($1)) })
        var random = SplitMix64(seed: seed)
        var differences: [[Double]] = values.map { _ in [] }
        for _ in 0..<resamples {
            var (first, second) = (DrawnSums(), DrawnSums())
            for _ in sums.indices {
                let drawn = sums[random.integer(in: 0...sums.count - 1)]
                first += drawn.0
                second += drawn.1
            }
            let (old, new) = (first.score, second.score)
            for (index, value) in values.enumerated() {
                if let old = value(old), let new = value(new) { differences[index].append(new - old) }
            }
        }
        return differences.map(interval)
    }

    private func interval(of differences: [Double]) -> Outcome {
        // A metric that is often not defined over the days drawn has no interval that means what it says.
        guard differences.count * 20 >= resamples * 19 else {
            return .none(.oftenUndefined)
        }
        let sorted = differences.sorted()
        return .interval(
            low: Self.quantile((1 - level) / 2, of: sorted), high: Self.quantile((1 + level) / 2, of: sorted))
    }

    /// Between the two nearest of sorted values.
    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let index = min(Int(place), sorted.count - 2)
        return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
    }
}

/// The sums of a block without whose they are: numbers alone, which can be drawn and added a hundred million times.
private struct DrawnSums {
    private var counts = SIMD4<Int>.zero
    private var amounts = SIMD4<Double>.zero

    init() {}

    init(_ block: BlockScore) {
        counts = [block.n, block.onAsOn, block.onAsOff, block.offAsOn]
        amounts = [block.absoluteErrorW, block.squaredErrorW2, block.truthW, block.predictionW]
    }

    static func += (sum: inout DrawnSums, other: DrawnSums) {
        sum.counts &+= other.counts
        sum.amounts += other.amounts
    }

    var score: BlockScore {
        BlockScore(
            house: "", start: 0, n: counts[0], absoluteErrorW: amounts[0], squaredErrorW2: amounts[1],
            truthW: amounts[2], predictionW: amounts[3], onAsOn: counts[1], onAsOff: counts[2], offAsOn: counts[3])
    }
}
