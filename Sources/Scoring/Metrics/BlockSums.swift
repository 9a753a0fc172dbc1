import Runs
import Support

/// Gathers an appliance's ``BlockScores`` from segments without gaps.
struct BlockSums {
    private struct Quarter: Hashable {
        var house: String
        var day: Int
        /// 0 to 3.
        var quarter: Int
    }

    /// nil where the data have no clock.
    private let clock: LocalClock?
    private let periodS: Int
    private let steps: Int
    private var quarters: [Quarter: BlockScore] = [:]
    private var windows: [BlockScore] = []

    /// `steps` is the length of a block where the data have no clock.
    init(clock: LocalClock?, periodS: Int, steps: Int) {
        precondition(steps > 0, "a block needs a sample, got \(steps)")
        self.clock = clock
        self.periodS = periodS
        self.steps = steps
    }

    /// Adds a segment without gaps of one house, from `start` in Unix seconds.
    mutating func add(truth: Signal, prediction: Signal, house: String, start: Int) {
        func score(_ samples: Range<Int>) -> BlockScore {
            BlockScore(
                truth: truth, prediction: prediction, samples: samples, house: house, start: start, periodS: periodS)
        }
        let count = truth.watts.count
        guard let clock else {
            for first in stride(from: 0, to: count, by: steps) {
                windows.append(score(first..<min(first + steps, count)))
            }
            return
        }
        for piece in clock.hours(start: start, periodS: periodS, count: count) {
            let sums = score(piece.samples)
            let key = Quarter(house: house, day: piece.day, quarter: piece.hour / 6)
            quarters[key, default: BlockScore(house: house, start: sums.start)] += sums
        }
    }

    /// Days; quarters of days where there are few; windows where there is no clock.
    var scores: BlockScores {
        guard clock != nil else { return BlockScores(kind: .window, scores: windows) }
        // In a fixed order: sums of a dictionary's own order would differ in their last digit.
        let sorted = quarters.sorted {
            ($0.key.house, $0.key.day, $0.key.quarter) < ($1.key.house, $1.key.day, $1.key.quarter)
        }
        var days: [(house: String, day: Int, sums: BlockScore)] = []
        for (key, sums) in sorted {
            if let last = days.last, last.house == key.house, last.day == key.day {
                days[days.count - 1].sums += sums
            } else {
                days.append((key.house, key.day, sums))
            }
        }
        if days.count >= BlockScores.fewest { return BlockScores(kind: .day, scores: days.map(\.sums)) }
        return BlockScores(kind: .quarterDay, scores: sorted.map(\.value))
    }
}
