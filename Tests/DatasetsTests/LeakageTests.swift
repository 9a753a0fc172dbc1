import Runs
import Support
import Testing

@testable import Datasets

@Suite("The leakage check") struct LeakageTests {
    /// A segment of `rows` rows of 10 s from row `first` of a house.
    private func segment(_ first: Int, _ rows: Int, house: String = "house_1") -> Segment {
        let values = [Float](repeating: 1, count: rows)
        return Segment(house: house, start: 10 * first, period: 10, aggregate: values, truth: values)
    }

    private func check(_ train: [Segment], _ validation: [Segment], _ test: [Segment]) -> LeakageCheck {
        LeakageCheck(
            of: ApplianceData(appliance: "x", train: train, validation: validation, test: test), length: 10, stride: 10,
            coveringStride: 5)
    }

    @Test("finds nothing where parts follow one another, and says how far they are apart")
    func apart() {
        let near = check([segment(0, 60)], [segment(60, 20)], [segment(80, 20)])
        #expect(near.sharedRows == 0 && near.distanceS == 0 && near.sharedHouses == ["house_1"])
        // The training windows end at row 50: the last five rows hold none.
        let far = check([segment(0, 55)], [], [segment(60, 20)])
        #expect(far.sharedRows == 0 && far.distanceS == 100)
        let before = check([segment(100, 20)], [], [segment(0, 20)])
        #expect(before.sharedRows == 0 && before.distanceS == 800)
    }

    @Test("finds each row that windows share, once")
    func shared() {
        #expect(check([segment(0, 60)], [], [segment(50, 20)]).sharedRows == 10)
        #expect(check([segment(0, 60)], [segment(40, 30)], [segment(50, 20)]).sharedRows == 20)
        #expect(check([], [segment(50, 20)], [segment(0, 100)]).sharedRows == 20)
        #expect(check([segment(0, 60)], [], [segment(0, 60)]).sharedRows == 60)
        #expect(check([segment(0, 60)], [], [segment(50, 20)]).distanceS == 0)
    }

    @Test("counts rows of windows only: what no window holds can't leak")
    func uncovered() {
        // Eight rows hold no window of ten.
        #expect(check([segment(0, 8)], [], [segment(0, 60)]) == check([], [], [segment(0, 60)]))
    }

    @Test("keeps houses apart")
    func houses() {
        let other = check([segment(0, 60)], [], [segment(0, 60, house: "house_2")])
        #expect(other.sharedRows == 0 && other.distanceS == nil && other.sharedHouses.isEmpty)
        let both = check([segment(0, 60), segment(0, 60, house: "house_2")], [], [segment(55, 20, house: "house_2")])
        #expect(both.sharedRows == 5 && both.sharedHouses == ["house_2"])
    }

    @Test("of several appliances is that of all")
    func all() {
        let one = check([segment(0, 60)], [], [segment(50, 20)])
        let two = check([segment(0, 20, house: "house_2")], [], [segment(30, 20, house: "house_2")])
        let all = LeakageCheck.all([one, two])
        #expect(all.sharedRows == 10 && all.sharedHouses == ["house_1", "house_2"] && all.distanceS == 0)
        #expect(LeakageCheck.all([two]).distanceS == 100)
    }

    /// A segment whose powers go up and down by themselves: no other seed makes the same.
    private func noise(_ first: Int, _ rows: Int, house: String, seed: UInt64 = 1) -> Segment {
        var random = SplitMix64(seed: seed)
        let values = (0..<first + rows).map { _ in Float(random.integer(in: 100...200)) }.suffix(rows)
        return Segment(
            house: house, start: 10 * first, period: 10, aggregate: Array(values),
            truth: [Float](repeating: 0, count: rows))
    }

    @Test("finds the rows of one house in another, wherever they begin")
    func copies() {
        let test = noise(100, 200, house: "house_2")
        let whole = check([noise(0, 400, house: "house_1")], [], [test])
        #expect(whole.copies == [CopiedHouse(scored: "house_2", learnt: "house_1", rows: 200)])
        #expect(whole.sharedRows == 0)
        let parts = check([noise(0, 150, house: "house_1")], [noise(240, 100, house: "house_1")], [test])
        #expect(parts.copies?.map(\.rows) == [110])
        #expect(LeakageCheck.all([parts, whole, parts]).copies == whole.copies)
    }

    @Test("takes no other house for a copy: of other powers, at other times, with moments or a level in common")
    func noCopies() {
        let test = noise(0, 400, house: "house_2")
        #expect(check([noise(0, 400, house: "house_1", seed: 2)], [], [test]).copies == [])
        #expect(check([noise(400, 400, house: "house_1")], [], [test]).copies == [])
        #expect(check([noise(0, 49, house: "house_1")], [], [test]).copies == [])
        #expect(check([noise(0, 400, house: "house_2")], [], [test]).copies == [])
        #expect(check([segment(0, 400)], [], [segment(0, 400, house: "house_2")]).copies == [])
    }
}
