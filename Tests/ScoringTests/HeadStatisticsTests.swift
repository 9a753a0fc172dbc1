import Runs
import Testing

@testable import Scoring

@Suite("Statistics of attention heads")
struct HeadStatisticsTests {
    private static func matrix(_ rows: [[Double]], seconds: Double = 40) -> WeightMatrix {
        WeightMatrix(cells: rows.count, seconds: seconds, values: rows.flatMap { $0 })
    }

    private static let own = matrix((0..<4).map { row in (0..<4).map { $0 == row ? 1 : 0 } })
    private static let first = matrix((0..<4).map { _ in [1, 0, 0, 0] })

    @Test("an even spread has entropy 1, lift 1, and a sink of one key")
    func even() throws {
        let statistics = WeightMatrix.even(cells: 4, seconds: 40).statistics(tolerance: 5, edges: [20], other: nil)
        #expect(abs(statistics.entropy - 1) < 1e-12 && abs(statistics.sink - 0.25) < 1e-12)
        #expect(abs(statistics.diagonal - 0.25) < 1e-12)
        let lift = try #require(statistics.eventLift)
        #expect(abs(lift - 1) < 1e-12)
        // Mean distance of two of four places: (4² - 1) / (3 x 4) steps of 10 s.
        #expect(abs(statistics.distanceMin - 1.25 * 10 / 60) < 1e-12)
        #expect(statistics.divergence == nil)
    }

    @Test("a head that looks at itself is on the diagonal, one that looks at one key is a sink")
    func extremes() {
        let own = Self.own.statistics(tolerance: 5, edges: [], other: Self.first)
        #expect(own.entropy == 0 && own.distanceMin == 0 && own.diagonal == 1 && own.sink == 0.25)
        #expect(own.eventLift == nil)
        let first = Self.first.statistics(tolerance: 10, edges: [], other: Self.own)
        #expect(first.entropy == 0 && first.sink == 1 && first.diagonal == 0.5)
        #expect(first.distanceMin == 1.5 * 10 / 60)
    }

    @Test("event lift is the weight near an edge over its share of keys; without an edge, or all near, there is none")
    func lift() {
        // Near 10 s, to 2 s, are the first two of four keys.
        #expect(Self.first.statistics(tolerance: 2, edges: [10], other: nil).eventLift == 2)
        #expect(Self.first.statistics(tolerance: 2, edges: [35], other: nil).eventLift == 0)
        #expect(Self.first.statistics(tolerance: 100, edges: [10], other: nil).eventLift == nil)
    }

    @Test("divergence is 0 of equal rows, 1 bit of rows without a common key, and compares scales on the coarser grid")
    func divergence() {
        #expect(Self.own.divergence(from: Self.own) == 0)
        let second = Self.matrix((0..<4).map { _ in [0, 1, 0, 0] })
        #expect(abs(Self.first.divergence(from: second) - 1) < 1e-12)
        // Both lie in the first of two coarse keys.
        let coarse = Self.matrix([[1, 0], [1, 0]])
        #expect(Self.first.divergence(from: coarse) < 1e-12 && second.divergence(from: coarse) < 1e-12)
        #expect(abs(Self.own.divergence(from: Self.matrix([[1, 0], [0, 1]]))) < 1e-12)
    }

    @Test("resampling averages queries, sums keys, shares cells across borders, and keeps rows at 1")
    func resampling() {
        let three = Self.matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]], seconds: 30).resampled(to: 2, seconds: 30)
        for row in 0..<2 { #expect(abs(three.values[row * 2] + three.values[row * 2 + 1] - 1) < 1e-12) }
        #expect(three.values[0] > three.values[1] && three.values[3] > three.values[2])
        // A tail that the other scale does not see is left out.
        let tail = Self.matrix((0..<4).map { _ in [0.25, 0.25, 0, 0.5] }).resampled(to: 3, seconds: 30)
        #expect(tail.values.prefix(3).map { ($0 * 100).rounded() } == [50, 50, 0])
    }

    @Test("edges are where the truth crosses the threshold; near is a step of the coarser scale")
    func edges() throws {
        let rows = PredictionSeries(
            appliance: "kettle", house: "1", start: 0, periodS: 6, aggregateW: [0, 0, 0, 0],
            truthW: [0, 100, 100, 0], predictionW: [0, 0, 0, 0])
        #expect(AttentionSample.edges(of: rows, onThresholdW: 50) == [6, 18])
        #expect(AttentionSample.edges(of: rows, onThresholdW: 500).isEmpty)
    }
}
