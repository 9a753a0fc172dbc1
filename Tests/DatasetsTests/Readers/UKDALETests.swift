import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Datasets

@Suite struct UKDALETests {
    private let houses: HouseFolder
    private let start = 1_424_734_800

    init() throws { houses = try HouseFolder() }

    private func open() throws(DatasetError) -> UKDALE { try UKDALE(directory: houses.path) }

    private func read(_ appliances: [String] = ["kettle"], period: Int = 6, fillLimit: Int = 0) throws -> HouseData {
        let grid = Grid(period: period, preparation: Preparation(fillLimitS: fillLimit))
        return try open().read(house: 1, appliances: appliances, on: grid)
    }

    @Test("meters that are not aligned are put on one grid, whose span is the aggregate's")
    func aligned() throws {
        try houses.write("1 aggregate\n2 kettle\n", to: "labels.dat")
            .write("60 100\n66 200\n73 300\n79 400\n", to: "channel_1.dat")
            .write("50 1\n68 2\n74 3\n90 9\n", to: "channel_2.dat")
        let data = try read()
        #expect(data.house == "house_1")
        #expect(data.start == 60)
        #expect(data.period == 6)
        #expect(same(data.aggregate, [100, 200, 300, 400]))
        #expect(same(data.appliances["kettle"]!, [.nan, 2, 3, .nan]))
    }

    @Test("gaps up to the limit are filled, longer ones are NaN")
    func filled() throws {
        try houses.write("1 aggregate\n2 kettle\n", to: "labels.dat")
            .write("60 1\n66 2\n90 3\n", to: "channel_1.dat")
            .write("60 5\n", to: "channel_2.dat")
        let data = try read(fillLimit: 12)
        #expect(same(data.aggregate, [1, 2, 2, 2, .nan, 3]))
        #expect(same(data.appliances["kettle"]!, [5, 5, 5, .nan, .nan, .nan]))
    }

    @Test("several channels of one appliance, under whatever names, are added up")
    func summed() throws {
        try houses.write("1 aggregate\n3 fridge_freezer\n2 fridge\n", to: "labels.dat")
            .write("60 10\n66 20\n72 30\n", to: "channel_1.dat")
            .write("60 1\n66 2\n", to: "channel_2.dat")
            .write("60 5\n66 6\n72 7\n", to: "channel_3.dat")
        #expect(same(try read(["fridge"]).appliances["fridge"]!, [6, 8, .nan]))
        #expect(
            try read(["fridge"]).files.map { ($0.path as NSString).lastPathComponent }
                == ["labels.dat", "channel_1.dat", "channel_2.dat", "channel_3.dat"])
    }

    @Test("the appliances are those whose files are all there")
    func partialDownload() throws {
        try houses.writeHouse(appliances: ["kettle", "dish_washer", "tv"])
        try FileManager.default.removeItem(atPath: houses.path("channel_3.dat"))
        let reader = try open()
        #expect(reader.houses == [1])
        #expect(reader.appliances(of: 1) == ["kettle", "tv"])
        #expect(reader.missingFile(of: "dishwasher", in: 1) == houses.path("channel_3.dat"))
        #expect(reader.missingFile(of: "kettle", in: 1) == nil)
        #expect(reader.missingFile(of: "toaster", in: 1) == nil)
    }

    @Test("mains.dat is read when it is asked for: its active power, every second; else it is mentioned")
    func mains() throws {
        try houses.writeHouse(rows: 3, start: 60)
            .write("60.1 50.25 60 240.5\n61.1 51.25 61 240.5\n66.5 52 62 240\n", to: "mains.dat")
        let grid = Grid(period: 6, preparation: Preparation(fillLimitS: 0))
        let data = try UKDALE(directory: houses.path, mains: .file).read(house: 1, appliances: ["kettle"], on: grid)
        #expect(same(data.aggregate, [50.75, 52]))
        #expect(data.preparation.meters.map(\.quantity) == [.active, .active])
        #expect(data.preparation.meters[0].sources == ["mains.dat"])
        #expect(data.preparation.remarks == [])
        let channel = try read()
        #expect(channel.preparation.meters.map(\.quantity) == [.apparent, .active])
        #expect(channel.preparation.remarks.map(\.message) == [.apparentAggregate(mainsFile: "mains.dat")])
    }

    @Test("a house without mains.dat is refused when it is asked for, and a bad line of it named")
    func noMains() throws {
        try houses.writeHouse()
        let grid = Grid(period: 6, preparation: .ukdale)
        let reader = try UKDALE(directory: houses.path, mains: .file)
        let path = houses.path("mains.dat")
        #expect(throws: DatasetError.noMainsFile(house: "house_1", file: path)) {
            try reader.read(house: 1, appliances: ["kettle"], on: grid)
        }
        try houses.write("60.1 50.25 60 240.5\n61.1 51.25\n", to: "mains.dat")
        let error = #expect(throws: DatasetError.self) {
            try reader.read(house: 1, appliances: ["kettle"], on: grid)
        }
        #expect(
            error?.description.hasPrefix("\(path):2: expected a time, a power and 2 more numbers, got 2 fields") == true
        )
    }

    @Test("of several bad channels the first one's error is reported, whichever thread was first")
    func firstError() throws {
        try houses.writeHouse(appliances: ["kettle", "tv", "lamp"]).write("x\n", to: "channel_3.dat")
            .write("y\n", to: "channel_2.dat").write("z\n", to: "channel_4.dat")
        for _ in 0..<20 {
            let error = #expect(throws: DatasetError.self) { try read(["kettle", "tv", "lamp"]) }
            #expect(error?.description.hasPrefix(houses.path("channel_2.dat")) == true)
        }
    }

    @Test("labels may have spaces, CR LF and blank lines")
    func labels() throws {
        try houses.writeHouse().write("1 aggregate\r\n\r\n2\tkettle  and radio \r\n\n", to: "labels.dat")
        #expect(try open().appliances(of: 1) == ["kettle_and_radio"])
    }

    @Test(
        "a bad label is refused with its line",
        arguments: [
            ("1 aggregate\nkettle 2\n", 2), ("1\n", 1), ("1 aggregate\n\n0 kettle\n", 3), ("-1 kettle", 1),
            ("1 aggregate\n2 kettle\n2 fridge\n", 3),
        ])
    func badLabel(text: String, line: Int) throws {
        try houses.writeHouse().write(text, to: "labels.dat")
        let error = #expect(throws: DatasetError.self) { try open() }
        #expect(error?.description.hasPrefix("\(houses.path("labels.dat")):\(line): expected ") == true)
    }

    @Test("empty labels are refused")
    func emptyLabels() throws {
        try houses.writeHouse().write("\n", to: "labels.dat")
        #expect(throws: DatasetError.emptyFile(houses.path("labels.dat"))) { try open() }
    }

    @Test("missing labels are refused")
    func noLabels() throws {
        try houses.writeHouse()
        try FileManager.default.removeItem(atPath: houses.path("labels.dat"))
        #expect(throws: DatasetError.file(.missing(path: houses.path("labels.dat")))) { try open() }
    }

    @Test("a folder without houses is refused, and one house's own folder with a hint")
    func noHouses() throws {
        #expect(throws: DatasetError.noHouses(folder: houses.path, isHouse: false)) { try open() }
        try houses.writeHouse()
        let house = houses.folder("house_1")
        #expect(throws: DatasetError.noHouses(folder: house, isHouse: true)) { try UKDALE(directory: house) }
        #expect(throws: DatasetError.noFolder(houses.path + "/none")) { try UKDALE(directory: houses.path + "/none") }
        let file = houses.path("labels.dat")
        #expect(throws: DatasetError.noFolder(file)) { try UKDALE(directory: file) }
    }

    @Test("other files and folders beside the houses don't matter")
    func otherFiles() throws {
        try houses.writeHouse(2).writeHouse(10)
        try FileManager.default.createDirectory(atPath: houses.folder("house_x"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: houses.folder("house_02"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: houses.folder("metadata"), withIntermediateDirectories: true)
        #expect(try open().houses == [2, 10])
    }

    @Test("a house without an aggregate is refused, and one without its file")
    func noAggregate() throws {
        try houses.writeHouse().write("2 kettle\n", to: "labels.dat")
        #expect(throws: DatasetError.noAggregate(house: "house_1", file: houses.path("labels.dat"))) { try read() }
        try houses.write("7 aggregate\n2 kettle\n", to: "labels.dat")
        #expect(throws: DatasetError.file(.missing(path: houses.path("channel_7.dat")))) { try read() }
    }
}
