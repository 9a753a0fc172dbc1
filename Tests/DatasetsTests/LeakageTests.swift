import Testing

@testable import Datasets

@Suite("The leakage check") struct LeakageTests {
    /// A stretch of `rows` rows of 10 s from row `first` of a house.
    private func stretch(_ first: Int, _ rows: Int, house: String = "house_1") -> Stretch {
        let values = [Float](repeating: 1, count: rows)
        return Stretch(house: house, start: 10 * first, period: 10, aggregate: values, truth: values)
    }

    private func check(_ train: [Stretch], _ validation: [Stretch], _ test: [Stretch]) -> Leakage {
        Leakage(
            of: ApplianceData(appliance: "x", train: train, validation: validation, test: test), length: 10, stride: 10,
            coveringStride: 5)
    }

    @Test("finds nothing where parts follow one another, and says how far they are apart")
    func apart() {
        let near = check([stretch(0, 60)], [stretch(60, 20)], [stretch(80, 20)])
        #expect(near.sharedRows == 0 && near.distance == 0 && near.sharedHouses == ["house_1"])
        // The training windows end at row 50: the last five rows hold none.
        let far = check([stretch(0, 55)], [], [stretch(60, 20)])
        #expect(far.sharedRows == 0 && far.distance == 100)
        let before = check([stretch(100, 20)], [], [stretch(0, 20)])
        #expect(before.sharedRows == 0 && before.distance == 800)
    }

    @Test("finds each row that windows share, once")
    func shared() {
        #expect(check([stretch(0, 60)], [], [stretch(50, 20)]).sharedRows == 10)
        #expect(check([stretch(0, 60)], [stretch(40, 30)], [stretch(50, 20)]).sharedRows == 20)
        #expect(check([], [stretch(50, 20)], [stretch(0, 100)]).sharedRows == 20)
        #expect(check([stretch(0, 60)], [], [stretch(0, 60)]).sharedRows == 60)
        #expect(check([stretch(0, 60)], [], [stretch(50, 20)]).distance == 0)
    }

    @Test("counts rows of windows only: what no window holds can't leak")
    func uncovered() {
        // Eight rows hold no window of ten.
        #expect(check([stretch(0, 8)], [], [stretch(0, 60)]) == check([], [], [stretch(0, 60)]))
    }

    @Test("keeps houses apart")
    func houses() {
        let other = check([stretch(0, 60)], [], [stretch(0, 60, house: "house_2")])
        #expect(other.sharedRows == 0 && other.distance == nil && other.sharedHouses.isEmpty)
        let both = check([stretch(0, 60), stretch(0, 60, house: "house_2")], [], [stretch(55, 20, house: "house_2")])
        #expect(both.sharedRows == 5 && both.sharedHouses == ["house_2"])
    }

    @Test("of several appliances is that of all")
    func all() {
        let one = check([stretch(0, 60)], [], [stretch(50, 20)])
        let two = check([stretch(0, 20, house: "house_2")], [], [stretch(30, 20, house: "house_2")])
        let all = Leakage.all([one, two])
        #expect(all.sharedRows == 10 && all.sharedHouses == ["house_1", "house_2"] && all.distance == 0)
        #expect(Leakage.all([two]).distance == 100)
    }
}
