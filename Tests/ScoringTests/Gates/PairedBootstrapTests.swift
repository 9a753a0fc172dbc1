import Runs
import Scoring
import Support
import Testing

@Suite("The paired bootstrap") struct PairedBootstrapTests {
    private static func blocks(_ errors: [Double]) -> [BlockScore] {
        errors.enumerated().map { BlockScore(house: "h", start: $0, n: 10, absoluteErrorW: 10 * $1) }
    }

    private static func mae(_ sums: BlockScore) -> Double? { sums.absoluteErrorW / Double(sums.n) }

    @Test("the interval is that of the mean's normal distribution, where days are many") func normal() throws {
        let before = Sample.errors(400, mean: 20, spread: 2, seed: 3)
        let after = zip(before, Sample.errors(400, mean: 5, spread: 1, seed: 4)).map { $0 + $1 }
        let outcome = PairedBootstrap().difference(
            of: Self.mae, before: Self.blocks(before), after: Self.blocks(after))
        guard case .interval(let low, let high) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        // 1.96 x 1 W / sqrt(400), to a tenth of its own.
        #expect(abs((high - low) / 2 - 0.098) < 0.012)
        #expect(low < 5 && high > 5 && abs((high + low) / 2 - 5) < 0.15)
    }

    @Test("the same seed gives the same interval, another one another") func seeds() {
        let before = Self.blocks(Sample.errors(14, mean: 20, spread: 5, seed: 1))
        let after = Self.blocks(Sample.errors(14, mean: 21, spread: 5, seed: 2))
        func interval(_ seed: UInt64) -> PairedBootstrap.Outcome {
            PairedBootstrap(seed: seed).difference(of: Self.mae, before: before, after: after)
        }
        #expect(interval(0) == interval(0) && interval(0) != interval(1))
    }

    @Test("an interval of 95 % misses the true difference of chance in about one of twenty cases") func coverage() {
        var missed = 0
        for seed in 0..<200 {
            let before = Self.blocks(Sample.errors(28, mean: 20, spread: 3, seed: UInt64(seed)))
            let after = Self.blocks(Sample.errors(28, mean: 20, spread: 3, seed: UInt64(5000 + seed)))
            let outcome = PairedBootstrap(resamples: 400).difference(of: Self.mae, before: before, after: after)
            if case .interval(let low, let high) = outcome, low > 0 || high < 0 { missed += 1 }
        }
        #expect((3...24).contains(missed), "\(missed) of 200")
    }

    @Test(
        "several values over the same draws have the intervals that each has alone, and blocks are drawn once for all")
    func several() {
        var before = Self.blocks(Sample.errors(14, mean: 20, spread: 5, seed: 1))
        for index in before.indices { before[index].truthW = Double(index) }
        let after = Self.blocks(Sample.errors(14, mean: 21, spread: 5, seed: 2))
        let others: [(BlockScore) -> Double?] = [Self.mae, { $0.truthW }, { _ in nil }]
        let bootstrap = PairedBootstrap(resamples: 100)
        let alone = others.map { bootstrap.difference(of: $0, before: before, after: after) }
        #expect(bootstrap.differences(of: others, before: before, after: after) == alone)
        #expect(alone[2] == .none(.oftenUndefined))
        // Both values of a draw are told the same sums.
        var seen: [[BlockScore]] = [[], []]
        _ = bootstrap.differences(
            of: seen.indices.map { value in
                { sums in
                    seen[value].append(sums)
                    return 0
                }
            }, before: before, after: after)
        #expect(seen[0] == seen[1] && seen[0].count == 200)
    }

    @Test("a metric that most choices of days do not define has no interval") func undefined() {
        var blocks = Self.blocks([Double](repeating: 1, count: 8))
        blocks[0].onAsOn = 1
        let outcome = PairedBootstrap().difference(
            of: { BlockMetrics.value(of: .metric(.f1), $0) }, before: blocks, after: blocks)
        #expect(outcome == .none(.oftenUndefined))
    }

    @Test("of more blocks than are drawn one by one, neighbours are drawn together, to an interval of the same kind")
    func many() {
        #expect(
            PairedBootstrap.neighbours(of: 0) == 1 && PairedBootstrap.neighbours(of: PairedBootstrap.mostBlocks) == 1)
        #expect(PairedBootstrap.neighbours(of: PairedBootstrap.mostBlocks + 1) == 2)
        let count = 2 * PairedBootstrap.mostBlocks + 1
        func blocks(_ error: Double) -> [BlockScore] {
            (0..<count).map { index in
                BlockScore(
                    house: "1", start: index, n: 1, absoluteErrorW: error + Double(index % 7), squaredErrorW2: 1,
                    truthW: 1,
                    predictionW: 1, onAsOn: 0, onAsOff: 0, offAsOn: 0)
            }
        }
        let outcome = PairedBootstrap(resamples: 100).difference(of: Self.mae, before: blocks(1), after: blocks(3))
        guard case .interval(let low, let high) = outcome else {
            Issue.record("no interval")
            return
        }
        #expect(abs(low - 2) < 1e-9 && abs(high - 2) < 1e-9)
    }
}
