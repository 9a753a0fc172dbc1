import Testing

@testable import Plots

@Suite("Ticks of linear axes")
struct WilkinsonTicksTests {
    @Test(
        "ticks are round numbers at about the wanted density",
        arguments: [
            (0.0, 100.0, 5, [0.0, 25, 50, 75, 100]),
            (0, 3500, 8, [0, 500, 1000, 1500, 2000, 2500, 3000, 3500]),
            (-1, 1, 5, [-1, -0.5, 0, 0.5, 1]),
            (0.0, 1e-6, 3, [0, 5e-7, 1e-6]),
        ])
    func roundNumbers(low: Double, high: Double, count: Int, expected: [Double]) {
        let values = WilkinsonTicks.labelling(low: low, high: high, count: count).values
        #expect(values.count == expected.count)
        for (value, wanted) in zip(values, expected) { #expect(abs(value - wanted) < 1e-9 * (high - low)) }
    }

    @Test("loose labellings enclose the data", arguments: [(0.0, 1871.2), (-3.3, 17), (0.0012, 0.0019), (-1e7, -3)])
    func loose(low: Double, high: Double) {
        for count in 2...12 {
            let labelling = WilkinsonTicks.labelling(low: low, high: high, count: count, loose: true)
            #expect(labelling.first <= low + 1e-9 * labelling.step)
            #expect(labelling.last >= high - 1e-9 * labelling.step)
            #expect(labelling.count <= 2 * count + 1)
        }
    }

    @Test("zero is exactly zero, so that its label has no sign or digits")
    func exactZero() {
        let values = WilkinsonTicks.labelling(low: -0.3, high: 0.3, count: 7).values
        #expect(values.contains(0))
    }

    @Test(
        "a linear axis has two ticks inside of its domain at least", arguments: [0.0...1, 0...3500, 17...17.03, -9...4])
    func twoTicks(domain: ClosedRange<Double>) {
        for count in 1...4 {
            let ticks = LinearScale(domain).ticks(about: count)
            #expect(ticks.count >= 2)
            #expect(Set(ticks.map(\.label)).count == ticks.count, "labels tell ticks apart: \(ticks.map(\.label))")
            #expect(ticks.allSatisfy { (domain.lowerBound - 1e-6...domain.upperBound + 1e-6).contains($0.value) })
        }
    }

    @Test("a scale that covers data ends at ticks", arguments: [(0.0, 1871.2), (-40, 3), (5, 5), (0, 0)])
    func covering(low: Double, high: Double) {
        let scale = LinearScale.covering(low, high)
        #expect(scale.domain.contains(low) && scale.domain.contains(high))
        #expect(scale.domain.upperBound <= max(3 * high, high + 3 * (high - low), 1.5))
    }
}
