import Datasets
import Testing

@testable import Scoring

@Suite("States learnt from powers")
struct PowerStatesTests {
    private func states(_ truth: [Float]) -> [Float] {
        PowerStates(fittedTo: [segment(truth: truth)], onThreshold: 10).watts
    }

    @Test("are off and the mean of what is on, where that is one power")
    func one() {
        #expect(states([0, 0, 1990, 2000, 2010, 9, .nan]) == [0, 2000])
    }

    @Test("are as many as there are clusters of powers, three at most")
    func clusters() {
        #expect(states([0, 100, 100, 100, 2000, 2000]) == [0, 100, 2000])
        #expect(states([100, 105, 95, 500, 2000, 2010, 1990]) == [0, 100, 500, 2000])
        let many = states([100, 200, 400, 800, 1600, 3200])
        #expect(many.count == 4 && many == many.sorted())
        // From three equal parts, where the means do not move at once.
        #expect(many == [0, 150, 600, 2400])
    }

    @Test("are off only for an appliance that is never on")
    func neverOn() {
        #expect(states([0, 9, .nan]) == [0])
        #expect(PowerStates(fittedTo: [], onThreshold: 10).watts == [0])
        // What no meter can have read does no harm.
        #expect(states([.infinity, 1e38]) == [0, 1e9])
    }

    @Test("do not depend on the order of samples")
    func order() {
        let samples = (0..<300).map { (index: Int) -> Float in
            let cluster = index % 3 * 700
            return Float(50 + index * 37 % 200 + cluster)
        }
        #expect(states(samples) == states(samples.reversed()))
    }
}
