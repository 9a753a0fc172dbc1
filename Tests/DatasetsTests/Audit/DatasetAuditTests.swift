import Foundation
import Runs
import Support
import Testing

@testable import Datasets

@Suite("An audit of a data set") struct DatasetAuditTests {
    private func load(
        _ source: DataSource, appliances: [String] = [], houses: [HouseName] = [], period: Int = 6,
        _ options: PreparationOptions = PreparationOptions()
    ) throws -> DatasetAudit {
        try DatasetAudit.load(
            DatasetRequest(
                source: source, appliances: appliances, trainHouses: houses, period: period, preparation: options,
                syntheticWindows: [2, 1, 1], seed: 0, window: 64, stride: 64))
    }

    /// Channels with duplicated powers, gaps of all lengths, glitches and a stuck segment.
    private func irregular() throws -> HouseFolder {
        var random = SplitMix64(seed: 4)
        let houses = try HouseFolder()
        try houses.write("1 aggregate\n2 kettle\n", to: "labels.dat")
        for channel in 1...2 {
            var time = 1_424_734_800
            var text = ""
            for row in 0..<3000 {
                let stuck = (1000..<1700).contains(row)
                let isGap = !stuck && random.integer(in: 0...40) == 0
                time += isGap ? random.integer(in: 7...400) : random.integer(in: 5...7)
                let power = stuck ? 2000 : random.integer(in: 0...60) == 0 ? 30_000 : random.integer(in: 0...3000)
                text += "\(time) \(power)\n"
            }
            try houses.write(text, to: "channel_\(channel).dat")
        }
        return houses
    }

    @Test("counts what preparation makes of each meter", arguments: [6, 7, 60])
    func prepared(period: Int) throws {
        let houses = try irregular()
        let audit = try load(houses.source, period: period).houses[0].audit.get()
        let reader = try UKDALE(directory: houses.path)
        let data = try reader.read(
            house: 1, appliances: ["kettle"], on: Grid(period: period, preparation: .ukdale))
        let expected = data.preparation
        let readings = try audit.meters[0].readings.get()
        #expect(readings.glitches == expected.meters[0].glitches && readings.glitches > 0)
        #expect(readings.readings + readings.glitches == expected.meters[0].readings)
        #expect(readings.rows.rows == expected.meters[0].rows)
        #expect(readings.rows.filled == expected.meters[0].filled)
        #expect(readings.stuck.rows >= expected.stuckRows && readings.stuck.spans == expected.stuckSpans)
        #expect(expected.stuckRows > 0)
        #expect(readings.rows.missing + expected.stuckRows == expected.meters[0].missing)
    }

    @Test("looks at the appliances that are known, or at all where none is")
    func known() throws {
        let houses = try HouseFolder().writeHouse(1, appliances: ["toaster", "dish_washer", "kettle"])
            .writeHouse(2, appliances: ["lamp", "toaster"])
        let names = { (audit: DatasetAudit) in try audit.houses.map { try $0.audit.get().meters.map(\.name) } }
        #expect(try names(load(houses.source)) == [["aggregate", "kettle", "dishwasher"], ["aggregate"]])
        #expect(try names(load(houses.source, houses: [2])) == [["aggregate", "lamp", "toaster"]])
        #expect(
            try names(load(houses.source, appliances: ["Toaster"])) == [
                ["aggregate", "toaster"], ["aggregate", "toaster"],
            ])
    }

    @Test("names what is not there")
    func unknown() throws {
        let houses = try HouseFolder().writeHouse(1, appliances: ["kettle"])
        #expect(
            throws: DatasetError.unknownAppliance("ketle", nearest: "kettle", available: ["house 1": ["kettle"]])
        ) { try load(houses.source, appliances: ["ketle"]) }
        #expect(throws: DatasetError.unknownHouse(3, available: [1], explanation: nil)) {
            try load(houses.source, houses: [3])
        }
    }

    @Test("a damaged channel leaves the others; its labels say which files are not there")
    func damaged() throws {
        let houses = try HouseFolder().writeHouse(1, appliances: ["kettle", "fridge", "microwave"])
        try houses.write("1424734800 5\n1424731000 6\n", to: "channel_3.dat")
        try FileManager.default.removeItem(atPath: houses.path("channel_4.dat"))
        let house = try load(houses.source).houses[0]
        #expect(house.labels.map(\.missingFile) == [nil, nil, nil, houses.path("channel_4.dat")])
        let meters = try house.audit.get().meters
        #expect(meters.map(\.name) == ["aggregate", "kettle", "fridge"])
        #expect(try meters[1].readings.get().readings == 100)
        #expect(
            throws: DatasetError.timeNotIncreasing(
                file: houses.path("channel_3.dat"), line: 2, previous: "1424734800", got: "1424731000")
        ) { try meters[2].readings.get() }
        #expect(try house.audit.get().files.count == 3)
    }

    @Test("a house without an aggregate is a problem of that house alone")
    func noAggregate() throws {
        let houses = try HouseFolder().writeHouse(1).write("2 kettle\n", to: "labels.dat", house: 2)
        let audit = try load(houses.source)
        #expect(throws: Never.self) { try audit.houses[0].audit.get() }
        #expect(throws: DatasetError.noAggregate(house: "house_2", file: houses.path("labels.dat", house: 2))) {
            try audit.houses[1].audit.get()
        }
    }

    @Test("takes tables, with the lines that are no plain rows counted, and a meter alone")
    func tables() throws {
        let folder = try TableFolder()
        let path = try folder.write(
            "time,power\n1424734800,5\n1424734810,6\n1424734810,7\n1424734805,8\n1424734820,\n1424734830,9\n")
        let audit = try load(.measured(.csv, path: path), period: 10)
        #expect(audit.timeZone == "GMT" || audit.timeZone == "UTC")
        let house = try audit.houses[0].audit.get()
        #expect(house.meters.map(\.name) == ["aggregate"])
        #expect(house.lines.repeated == 1 && house.lines.backward == 1 && house.lines.empty == 1)
        #expect(try house.meters[0].readings.get().readings == 3)
        #expect(audit.houses[0].labels == [MeterLabel(label: "power", name: "aggregate", source: "column power")])
    }

    @Test("takes REFIT's houses with the labels of their columns")
    func refit() throws {
        let folder = try TableFolder()
        try folder.write(
            "Time,Unix,Aggregate,Appliance1,Appliance2,Appliance8,Issues\n"
                + "x,1424734800,161,81,0,0,0\nx,1424734808,3161,81,0,3000,0\nx,1424734816,161,81,0,0,1\n",
            to: "CLEAN_House2.csv")
        let audit = try load(.measured(.refit, path: folder.path), appliances: ["fridge", "kettle"], period: 8)
        let house = try audit.houses[0].audit.get()
        #expect(house.meters.map(\.source) == ["column Aggregate", "column Appliance1", "column Appliance8"])
        #expect(house.lines.issues == 1)
        let fridge = try #require(audit.houses[0].labels.first { $0.name == "fridge" })
        #expect(fridge == MeterLabel(label: "fridge_freezer", name: "fridge", source: "column Appliance1"))
        #expect(audit.houses[0].labels.count == 10)
    }

    @Test("takes synthetic data, which have no clock")
    func synthetic() throws {
        let audit = try load(.synthetic, period: 1)
        #expect(audit.timeZone == nil && audit.houses.map(\.name) == ["synthetic"])
        let meters = try audit.houses[0].audit.get().meters
        #expect(meters.map(\.name) == ["aggregate", "pulse"])
        let readings = try meters[1].readings.get()
        #expect(readings.readings == 4 * 64 && readings.gaps.count == 0 && readings.hours == nil)
        #expect(try #require(readings.uses).count > 0)
    }
}
