import Runs
import Testing

@Suite("Scored rows") struct ScoredRowsTests {
    private static func series(
        _ house: String = "a", start: Int = 1000, aggregate: [Float] = [5, 6, 7, 8], truth: [Float] = [0, 1, 1, 0],
        prediction: Float = 2, period: Int = 10
    ) -> PredictionSeries {
        PredictionSeries(
            appliance: "kettle", house: house, start: start, periodS: period, aggregateW: aggregate, truthW: truth,
            predictionW: [Float](repeating: prediction, count: aggregate.count))
    }

    private static let hash = ScoredRows.sha256(of: [series(), series("b", start: 1200)])

    @Test(
        "are the same whatever is predicted, their houses are called, where a series is cut and times are moved to",
        arguments: [
            [series(prediction: 9), series("b", start: 1200)],
            [series("z"), series("y", start: 1200)],
            [series("b", start: 1200), series()],
            [series("a").slice(0..<1), series("a").slice(1..<4), series("b", start: 1200)],
            [series(truth: [-0.0, 1, 1, 0]), series("b", start: 1200)],
            [series(start: -500), series("b", start: -300)],
        ])
    func same(series: [PredictionSeries]) { #expect(ScoredRows.sha256(of: series) == Self.hash) }

    @Test(
        "are others if a time, an aggregate, a truth or the period is another, or a row is missing",
        arguments: [
            [series(), series("b", start: 1210)],
            [series(aggregate: [5, 6, 7, 8.000001]), series("b", start: 1200)],
            [series(truth: [0, 1, 1, 1]), series("b", start: 1200)],
            [series(period: 20), series("b", start: 1200, period: 20)],
            [series().slice(0..<3), series("b", start: 1200)],
            [series(), series("a", start: 1200)],
            [series()],
        ])
    func others(series: [PredictionSeries]) { #expect(ScoredRows.sha256(of: series) != Self.hash) }

    @Test("are hashed alike in one long series and in two") func long() {
        let powers = (0..<10_000).map { Float($0 % 97) }
        let all = Self.series(aggregate: powers, truth: powers)
        #expect(ScoredRows.sha256(of: [all]) == ScoredRows.sha256(of: [all.slice(0..<5000), all.slice(5000..<10_000)]))
        #expect(ScoredRows.sha256(of: [all]) != ScoredRows.sha256(of: [all.slice(0..<9999)]))
    }

    @Test("have a hash of known value, on every machine") func known() {
        #expect(
            ScoredRows.sha256(of: [Self.series()])
                == "a87e7f857bc3b2ff1dae31ad2815cb306f3a2e824ac45998f376cfc87e72bcc9")
    }
}
