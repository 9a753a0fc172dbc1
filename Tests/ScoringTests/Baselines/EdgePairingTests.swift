import Datasets
import Runs
import Testing

@testable import Scoring

@Suite("Edge pairing")
struct EdgePairingTests {
    /// Two uses of 2000 W, of 30 and 50 s.
    private static let train: [Float] = [0, 0, 2000, 2000, 2000, 0, 0, 0, 2000, 2000, 2000, 2000, 2000, 0, 0]

    private func predict(_ aggregate: [Float], train: [Float] = Self.train) throws -> [Float] {
        let baseline = try #require(EdgePairing(fittedTo: [segment(truth: train)]))
        return baseline.prediction(for: series(aggregate: aggregate))
    }

    @Test("an edge is all changes in one direction; what is under 15 W is none")
    func edges() {
        let watts: [Float] = [100, 110, 1000, 2100, 2105, 2095, 1000, 90, 1090, 90]
        #expect(
            Edge.edges(of: watts, smallest: 30)
                == [
                    Edge(row: 2, size: 1990), Edge(row: 6, size: -2005), Edge(row: 8, size: 1000),
                    Edge(row: 9, size: -1000),
                ])
        #expect(Edge.edges(of: watts, smallest: 1500).map(\.row) == [2, 6])
        #expect(Edge.edges(of: [], smallest: 30).isEmpty && Edge.edges(of: [5000], smallest: 30).isEmpty)
    }

    @Test("learns power and longest use from the appliance's own meter, weighted by energy")
    func fit() throws {
        // Ten short pulses of a motor are less than one long one of the heater.
        let motor = (0..<20).map { Float($0 % 2 == 0 ? 300 : 0) }
        let heater = [Float](repeating: 1800, count: 20)
        let truth: [Float] = [0] + motor + heater + [0]
        let baseline = try #require(EdgePairing(fittedTo: [segment(truth: truth)]))
        #expect(baseline.power == 1800 && baseline.longest == 200)
    }

    @Test("takes no activation for long because a fall was missed once")
    func missedFall() throws {
        // Twenty uses of 20 s, a rise whose fall is in two steps, and a fall whose rise was: an activation of 9 samples.
        let uses = (0..<20).flatMap { (_: Int) -> [Float] in [0, 2000, 2000] }
        let missed: [Float] = [0, 2000, 1000, 1000, 0, 0, 0, 1000, 1000, 2000, 0]
        let baseline = try #require(EdgePairing(fittedTo: [segment(truth: uses + missed)]))
        #expect(baseline.power == 2000 && baseline.longest == 20)
    }

    @Test("is none where the appliance has no rise and fall of one size")
    func none() {
        #expect(EdgePairing(fittedTo: []) == nil)
        #expect(EdgePairing(fittedTo: [segment(truth: [0, 0, 20, 20, 0])]) == nil)
        #expect(EdgePairing(fittedTo: [segment(truth: [0, 2000, 2000])]) == nil)
        #expect(EdgePairing(fittedTo: [segment(truth: [0, 2000, 1000, 1000, 0])]) == nil)
        // A gap ends an activation: what happened in it is not known.
        #expect(EdgePairing(fittedTo: [segment(truth: [0, 2000, .nan, 2000, 0])]) == nil)
    }

    @Test("finds an activation under other loads, at the mean of its rise and fall")
    func finds() throws {
        #expect(
            try predict([300, 300, 2400, 2400, 2600, 2600, 700, 700]) == [0, 0, 2000, 2000, 2000, 2000, 0, 0])
    }

    @Test("takes no edge that is a fifth off, no activation that is longer than any known, and none that is not ended")
    func refuses() throws {
        #expect(try predict([0, 2400, 2400, 0]) == [0, 2400, 2400, 0])
        #expect(try predict([0, 2401, 2401, 0]) == [0, 0, 0, 0])
        #expect(try predict([0] + [Float](repeating: 2000, count: 5) + [0]).contains(2000))
        #expect(try predict([0] + [Float](repeating: 2000, count: 6) + [0]).allSatisfy { $0 == 0 })
        #expect(try predict([0, 2000, 2000]) == [0, 0, 0])
        #expect(try predict([2000, 2000, 0]) == [0, 0, 0])
        #expect(try predict([]) == [])
    }

    @Test("pairs a fall with the latest rise, and overlaps no activations")
    func latest() throws {
        #expect(
            try predict([0, 2000, 2000, 4000, 2000, 2000, 0, 0]) == [0, 0, 0, 2000, 0, 0, 0, 0])
    }
}
