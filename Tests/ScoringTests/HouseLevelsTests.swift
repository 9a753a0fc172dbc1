import Datasets
import Runs
import Testing

@testable import Scoring

@Suite("Powers found in houses that were not trained on") struct HouseLevelsTests {
    /// A house whose aggregate is 300 W, and `powers` in turn on top for 5 rows, 20 rows apart.
    private static func house(_ powers: [Float], name: String = "house_2") -> Segment {
        var aggregate = [Float](repeating: 300, count: 20 * powers.count + 20)
        for (use, watts) in powers.enumerated() { for row in rows(of: use) { aggregate[row] += watts } }
        return Segment(house: name, start: 1_000_000, period: 6, aggregate: aggregate, truth: aggregate)
    }

    private static func rows(of use: Int) -> Range<Int> { 20 * use + 10..<20 * use + 15 }

    /// A prediction of `watts` at the given uses.
    private static func prediction(of watts: Float, at uses: [Int], in segment: Segment) -> [Float] {
        var prediction = [Float](repeating: 1, count: segment.rows)
        for use in uses { for row in rows(of: use) { prediction[row] = watts } }
        return prediction
    }

    private static func adapted(
        _ segment: Segment, _ predictions: [[Float]], learntW: [Float?], houses: Set<String> = ["house_2"]
    ) -> [HouseLevels.Part] {
        var parts = zip(predictions, learntW).enumerated().map { index, part in
            HouseLevels.Part(
                appliance: "appliance \(index)", segments: [segment], predictions: [part.0], learntW: part.1)
        }
        HouseLevels.adapt(&parts, houses: houses)
        return parts
    }

    @Test("a prediction with too little power gets that of the house, and only where the aggregate rises by it")
    func found() {
        // Ten uses of 3000 W, and one where something of 2000 W is taken for one.
        let segment = Self.house([Float](repeating: 3000, count: 10) + [2000])
        let prediction = Self.prediction(of: 2300, at: Array(0..<11), in: segment)
        let part = Self.adapted(segment, [prediction], learntW: [2400])[0]
        #expect(part.predictions[0] == zip(prediction, segment.aggregate).map { $1 == 3300 ? 3000 : $0 })
        let level = HouseLevel(
            house: "house_2", levelW: 3000, learntW: 2400, samples: 55, share: 50.0 / 55, isUsed: true)
        #expect(part.levels == [level])
    }

    @Test("rises of many powers are no level: predictions stay as they are")
    func scattered() {
        let segment = Self.house((0..<12).map { 1700 + 150 * Float($0) })
        let prediction = Self.prediction(of: 2300, at: Array(0..<12), in: segment)
        let part = Self.adapted(segment, [prediction], learntW: [2400])[0]
        #expect(part.predictions == [prediction])
        #expect(part.levels.map(\.isUsed) == [false])
    }

    @Test(
        "what is too little to go by changes nothing",
        arguments: [
            // Fewer than 20 samples; a power that the appliance can't have; no state learnt; a house that was trained on.
            (3, 3000, 2400, "house_2"), (10, 3000, 1000, "house_2"), (10, 3000, nil, "house_2"),
            (10, 3000, 0, "house_2"), (10, 3000, 2400, "house_1"),
        ] as [(Int, Float, Float?, String)])
    func tooLittle(uses: Int, power: Float, learnt: Float?, unseen: String) {
        let segment = Self.house([Float](repeating: power, count: uses))
        let prediction = Self.prediction(of: 2300, at: Array(0..<uses), in: segment)
        let part = Self.adapted(segment, [prediction], learntW: [learnt], houses: [unseen])[0]
        #expect(part.predictions == [prediction])
        #expect(part.levels.allSatisfy { !$0.isUsed })
    }

    @Test("a rise that is one appliance's is no other's, and neither is a level") func twoAppliances() {
        // Of the second's uses, 12 are the first's, and 8 have other powers or the same one.
        let segment = Self.house([Float](repeating: 2000, count: 16) + [1500, 1750, 2500, 2800])
        let predictions = [
            Self.prediction(of: 2300, at: Array(0..<12), in: segment),
            Self.prediction(of: 700, at: Array(0..<20), in: segment),
        ]
        let parts = Self.adapted(segment, predictions, learntW: [2300, 1900])
        #expect(parts[0].levels.map(\.isUsed) == [true] && parts[0].levels[0].share == 1)
        #expect(parts[1].levels.map(\.isUsed) == [false] && parts[1].levels[0].samples == 40)
        for use in 0..<20 {
            let row = Self.rows(of: use).lowerBound
            #expect(parts[0].predictions[0][row] == (use < 12 ? 2000 : 1))
            #expect(parts[1].predictions[0][row] == (use < 12 ? 0 : 700))
        }
    }

    @Test("gaps, and rows without a prediction, are stepped over") func gaps() {
        var segment = Self.house([Float](repeating: 3000, count: 10))
        var prediction = Self.prediction(of: 2300, at: Array(0..<10), in: segment)
        for row in [12, 13] {
            segment.aggregate[row] = .nan
            prediction[row] = .nan
        }
        prediction[30] = .nan
        let adapted = Self.adapted(segment, [prediction], learntW: [2400])[0].predictions[0]
        for (row, watts) in adapted.enumerated() {
            #expect(watts.isNaN ? [12, 13, 30].contains(row) : watts == (segment.aggregate[row] == 3300 ? 3000 : 1))
        }
    }
}
