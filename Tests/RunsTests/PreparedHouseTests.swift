import Runs
import Support
import TestSupport
import Testing

@Suite("What preparation did") struct PreparedHouseTests {
    private func house(_ lines: TableLines, stuck: Int = 0, below: Int = 0, drops: Bool = true) -> PreparedHouse {
        PreparedHouse(
            house: "house_1", start: 0, end: 10, meters: [], stuckRows: stuck, stuckSpans: min(stuck, 2),
            rowsBelowSum: below, lines: lines,
            limits: Preparation(
                fillLimitS: 0, applianceLimitW: 1, aggregateLimitW: 1, stuckLimitS: 60, dropsIssues: drops),
            remarks: ["A remark."])
    }

    private static let nothing = TableLines(issues: 0, repeated: 0, backward: 0, inRepeatedHour: 0, empty: 0)

    @Test("is said for each step that found something, and for no other") func sentences() {
        #expect(house(Self.nothing).sentences.map(\.english) == ["A remark."])
        let all = TableLines(issues: 1, repeated: 2, backward: 3, inRepeatedHour: 4, empty: 5)
        #expect(
            house(all, stuck: 7, below: 1).sentences.map(\.english) == [
                "The aggregate stays the same for more than 60 s in 2 spans: 7 rows taken for missing.",
                "The aggregate is less than the appliances together in 1 row.",
                "1 line marked as wrong, taken for missing.", "2 lines with the time of the line before, left out.",
                "3 lines earlier than the line before, left out.",
                "4 lines in the hour that autumn repeats, told apart by their order.", "5 fields without a reading.",
                "A remark.",
            ])
        #expect(house(all, drops: false).sentences.map(\.english).contains("1 line marked as wrong, kept."))
    }

    @Test("names the appliances that were on with a lower aggregate") func overAggregate() {
        var house = house(Self.nothing)
        for (name, over) in [("kettle", 3), ("fridge", 0)] {
            house.meters.append(
                PreparedMeter(
                    meter: name, sources: [], quantity: .active, samplingS: nil, readings: 0, glitches: 0, rows: 8,
                    filled: 0, missing: 0, gaps: 0, longestGapS: 0, rowsOn: 5, rowsOverAggregate: over))
        }
        let sentence = "The aggregate is less than kettle alone in 3 of 5 rows in which that is on."
        #expect(house.sentences.map(\.english) == [sentence, "A remark."])
    }

    @Test("leaves a share of the rows") func coverage() {
        var meter = PreparedMeter(
            meter: "x", sources: [], quantity: .active, samplingS: nil, readings: 0, glitches: 0, rows: 8, filled: 0,
            missing: 2, gaps: 1, longestGapS: 12)
        #expect(meter.coverage == 0.75)
        (meter.rows, meter.missing) = (0, 0)
        #expect(meter.coverage == nil)
    }
}
