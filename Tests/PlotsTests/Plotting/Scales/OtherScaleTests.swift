import Testing

@testable import Plots

@Suite("Durations, logarithms, counts and names")
struct OtherScaleTests {
    @Test(
        "durations are told in the largest units",
        arguments: [
            (0, "0 s"), (30, "30 s"), (60, "1 min"), (90, "1 min 30 s"), (3600, "1 h"), (5400, "1 h 30 min"),
            (86_400, "1 d"), (90_061, "1 d 1 h"), (-30, "−30 s"),
        ])
    func durations(seconds: Int, text: String) { #expect(DurationScale.text(seconds) == text) }

    @Test(
        "relative time ticks at round durations",
        arguments: [
            (120.0, 4, ["0 s", "30 s", "1 min", "1 min 30 s", "2 min"]),
            (512.0, 6, ["0 s", "2 min", "4 min", "6 min", "8 min"]),
            (86_400.0 * 30, 4, ["0 s", "10 d", "20 d", "30 d"]),
        ])
    func relative(span: Double, count: Int, labels: [String]) {
        #expect(DurationScale(0...span).ticks(about: count).map(\.label) == labels)
    }

    @Test(
        "logarithmic ticks thin out with the decades",
        arguments: [
            (0.01, 1.0, 8, ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"]),
            (1.0, 1000.0, 4, ["1", "10", "100", "1000"]),
            (1e-9, 1.0, 4, ["1e−9", "1e−6", "0.001", "1"]),
        ])
    func logarithmic(low: Double, high: Double, count: Int, labels: [String]) {
        #expect(LogScale(low...high).ticks(about: count).map(\.label) == labels)
    }

    @Test("zero has no place on a logarithmic scale")
    func logOfZero() {
        #expect(LogScale(1...10).fraction(of: 0).isNaN)
        #expect(LogScale(1...100).fraction(of: 10) == 0.5)
    }

    @Test(
        "counts have whole ticks",
        arguments: [(1, 1, ["1"]), (1, 5, ["1", "2", "3", "4", "5"]), (1, 30, ["5", "10", "15", "20", "25", "30"])])
    func counts(first: Int, last: Int, labels: [String]) {
        #expect(WholeNumberScale(first...last).ticks(about: 5).map(\.label) == labels)
    }

    @Test("names keep their order and all of them")
    func names() {
        let scale = CategoryScale(["kettle", "fridge", "kettle"])
        #expect(scale.ticks(about: 1).map(\.label) == ["kettle", "fridge", "kettle"])
        #expect(scale.fraction(of: 1) == 0.5)
    }
}
