import Datasets
import Foundation
import Runs
import Support
import Testing

@testable import Pages

@Suite("An inspection") struct InspectionTests {
    /// Two hours of a kettle of 2400 W for 2 min every half an hour from 10 min on, and ten minutes without readings.
    private func kettle() throws -> Inspection {
        let houses = try TinyHouses()
        let kettle = { (row: Int) in (100..<120).contains(row % 300) ? 2400 : 0 }
        try houses.write(
            1, labels: "1 aggregate\n2 kettle\n",
            [
                TinyHouses.every(6, 1200) { kettle($0) + 100 },
                TinyHouses.every(6, 600, kettle) + TinyHouses.every(6, 500, from: 4200) { kettle($0 + 700) },
            ])
        return try houses.inspection()
    }

    @Test("has power, energy, coverage and activations of each meter") func numbers() throws {
        let inspection = try kettle()
        let house = try #require(inspection.houses.first)
        let (aggregate, kettle) = (house.meters[0], house.meters[1])
        #expect(aggregate.coverage == 1 && aggregate.coveredS == 1199 * 6 && aggregate.samplingS == 6)
        #expect(aggregate.uses == nil && aggregate.onThresholdW == nil && aggregate.quantity == .apparent)
        let mean = (100.0 * 1199 + 2400 * 80) / 1199
        #expect(abs(try #require(aggregate.meanW) - mean) < 1e-9)
        #expect(abs(try #require(aggregate.energyKwhPerDay) - mean * 0.024) < 1e-9)
        #expect(kettle.gaps == 1 && kettle.gapsS == 606)
        #expect(kettle.longestGaps == [LongestGaps.Gap(start: TinyHouses.start + 3594, seconds: 606)])
        #expect(kettle.coveredS == 599 * 6 + 499 * 6)
        // At 10, 40, 70 and 100 min; the third was going on when the readings began again.
        #expect(kettle.rises == 3 && kettle.uses == 3)
        #expect(abs(try #require(kettle.usesPerDay) - 3 * 86400 / Double(kettle.coveredS)) < 1e-9)
        #expect(kettle.maximumW == 2400 && kettle.minimumW == 0 && kettle.glitches == 0)
        #expect(kettle.prepared == MeterInspection.Rows(rows: 1200, filled: 30, missing: 70, stuck: 0, stuckSpans: 0))
        #expect(house.span == TinyHouses.start...TinyHouses.start + 1199 * 6)
    }

    @Test("as JSON has what is not defined as null, and comes back the same") func json() throws {
        let inspection = try kettle()
        let bytes = try inspection.json()
        let root = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(root["schema"] as? String == "nilm-report/inspection/1")
        let houses = try #require(root["houses"] as? [[String: Any]])
        let meters = try #require(houses[0]["meters"] as? [[String: Any]])
        for key in ["on_threshold_w", "uses", "largest_glitch_w"] { #expect(meters[0][key] is NSNull, "\(key)") }
        #expect((meters[1]["hourly_w"] as? [Any])?.count == 24)
        #expect(meters[1]["energy_kwh_per_day"] is Double)
        let files = try #require(houses[0]["files"] as? [[String: Any]])
        #expect(files.count == 3 && files.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        #expect(try decoder.decode(Inspection.self, from: Data(bytes)).json() == bytes)
    }

    @Test("notes what labels leave unclear") func labels() throws {
        let houses = try TinyHouses()
        let readings = TinyHouses.every(6, 10) { _ in 5 }
        try houses.write(
            1,
            labels: "1 aggregate\n2 fridge\n3 fridge_freezer\n4 kettle\n5 toaster\n6 washing_machine_microwave\n",
            [readings, readings, readings, nil, nil, readings])
        try houses.write(2, labels: "1 aggregate\n", [readings])
        let inspection = try houses.inspection()
        let notes = inspection.houses[0].notes.map(\.english)
        #expect(
            notes.contains(
                "2 of 5 labelled appliances have no file here: kettle (channel_4.dat), toaster (channel_5.dat)."))
        #expect(
            notes.contains(
                "fridge is what 2 meters have, which are added up: fridge (channel_2.dat), fridge_freezer (channel_3.dat)."
            ))
        #expect(
            notes.contains {
                $0.hasPrefix("washing_machine_microwave (channel_6.dat) is not taken for microwave or")
            })
        #expect(notes.contains { $0.hasPrefix("fridge (channel_2.dat) is never on: it draws 5 W at most") })
        #expect(inspection.houses[0].meters.map(\.source) == ["channel_1.dat", "channel_2.dat", "channel_3.dat"])
        #expect(inspection.houses[0].labels.map(\.isPresent) == [true, true, true, false, false, true])
        #expect(inspection.houses[1].notes.contains { $0.english.hasPrefix("There is the whole house's power only") })
    }

    @Test("notes glitches, and rows that are finer than the readings") func doubts() throws {
        let houses = try TinyHouses()
        try houses.write(
            1, labels: "1 aggregate\n2 kettle\n",
            [TinyHouses.every(30, 50) { $0 }, TinyHouses.every(30, 50) { $0 == 7 ? 5012 : 2100 }])
        let notes = try houses.inspection(period: 20).houses[0].notes.map(\.english)
        #expect(notes.contains("kettle (channel_2.dat) has 1 reading beyond 4000 W, up to 5012 W: taken for missing."))
        #expect(
            notes.contains(
                "aggregate (channel_1.dat) is read every 30 s: rows of 20 s repeat readings, --period 30 would not."))
        #expect(try !houses.inspection(period: 30).houses[0].notes.contains { $0.english.contains("--period") })
    }

    @Test("names what can't be read, and goes on") func problems() throws {
        let houses = try TinyHouses()
        let readings = TinyHouses.every(6, 10) { _ in 5 }
        try houses.write(1, labels: "1 aggregate\n2 kettle\n", [readings, readings + [(time: -4000, watts: 5)]])
        try houses.write(2, labels: "2 kettle\n", [nil, readings])
        let inspection = try houses.inspection()
        #expect(inspection.problems.count == 2)
        #expect(inspection.problems[0].contains("channel_2.dat:11: expected a time after"))
        #expect(inspection.problems[1].hasPrefix("house_2 has no aggregate"))
        #expect(inspection.houses[0].meters.map(\.name) == ["aggregate"])
        #expect(inspection.houses[1].span == nil)
    }
}
