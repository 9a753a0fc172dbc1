import Testing

@testable import Datasets

@Suite("A meter that is stuck") struct StuckSpansTests {
    /// The cells of 60 s in which a meter is stuck that has these readings, `interval` seconds apart, after ten that differ
    /// by a watt each.
    private func stuck(
        _ repeated: [(watts: Double, readings: Int)], interval: Int = 60, limit: Int = 3600, step: Double = 1
    ) -> [Range<Int>] {
        var spans = StuckSpans(limit: limit)
        let changing = (0..<10).map { 300 + step * Double($0) }
        for (index, watts) in (changing + repeated.flatMap { Array(repeating: $0.watts, count: $0.readings) })
            .enumerated()
        {
            spans.add(time: index * interval, power: watts)
        }
        spans.finish()
        return spans.cells(period: 60)
    }

    @Test("repeats one reading at least a hundred times over longer than the limit")
    func long() {
        #expect(stuck([(200, 150)]) == [10..<160])
        #expect(stuck([(200, 99), (201, 1)]) == [])
        #expect(stuck([(200, 100), (201, 1), (202, 100)]) == [10..<110, 111..<211])
        #expect(stuck([(200, 150)], limit: 10_000) == [])
    }

    @Test("is not a quiet night of a meter that is read every half hour")
    func fewReadings() { #expect(stuck([(200, 16)], interval: 1800) == []) }

    @Test("is not one that shows its zero, as where only imported power is metered")
    func zero() {
        #expect(stuck([(0, 500)]) == [])
        #expect(stuck([(-2, 500)]) == [])
    }

    @Test("is not one whose resolution is too coarse to tell")
    func coarse() { #expect(stuck([(200, 500)], step: 100) == []) }
}
