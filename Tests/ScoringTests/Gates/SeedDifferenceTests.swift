import Runs
import TestSupport
import Testing

@testable import Scoring

@Suite("Differences over seeds")
struct SeedDifferenceTests {
    /// A run with the given errors, one a day of 10 samples.
    private static func run(_ errors: [Double], firstDay: Int = 0) -> ApplianceResult {
        var result = ApplianceResult(
            name: "kettle", onThresholdW: 1, onThresholdSource: "", n: 10 * errors.count, nOn: 1,
            metrics: MetricValues(),
            baselines: Baselines(zero: MetricValues()), skill: nil)
        result.blocks = BlockScores(
            kind: .day,
            scores: errors.enumerated().map { day, error in
                BlockScore(house: "h", start: 86_400 * (day + firstDay), n: 10, absoluteErrorW: 10 * error)
            })
        return result
    }

    private static let days = (0..<12).map { Double($0 % 3) + 5 }

    @Test("the seeds are pooled: what they add and take off cancels") func pooled() {
        let before = [Self.run(Self.days), Self.run(Self.days)]
        let after = [Self.run(Self.days.map { $0 + 3 }), Self.run(Self.days.map { $0 - 1 })]
        guard case .interval(let low, let high) = SeedDifference.mae(before: before, after: after) else {
            Issue.record("no interval")
            return
        }
        #expect(abs(low - 1) < 1e-9 && abs(high - 1) < 1e-9)
    }

    @Test("other blocks, or none, have no interval") func blocks() {
        let before = [Self.run(Self.days)]
        var bare = Self.run(Self.days)
        bare.blocks = nil
        for after in [[Self.run(Self.days, firstDay: 1)], [Self.run(Self.days.dropLast())], [bare], []] {
            guard case .none = SeedDifference.mae(before: before, after: after) else {
                Issue.record("an interval of other blocks")
                return
            }
        }
    }

    @Test("models that were scored on other rows have no interval, in whatever order their seeds are") func rows() {
        func runs(_ hashes: [String?]) -> [ApplianceResult] {
            hashes.map { hash in
                var run = Self.run(Self.days)
                run.scoredSha256 = hash
                return run
            }
        }
        for (after, isSame) in [(["b", "a"], true), (["a", nil], true), (["a", "c"], false)] {
            let outcome = SeedDifference.mae(before: runs(["a", "b"]), after: runs(after))
            if case .interval = outcome { #expect(isSame) } else { #expect(!isSame) }
        }
    }
}
