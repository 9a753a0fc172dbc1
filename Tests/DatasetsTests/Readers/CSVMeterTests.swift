import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Datasets

@Suite("A meter's CSV file") struct CSVMeterTests {
    private let tables: TableFolder

    init() throws { tables = try TableFolder() }

    @Test(
        "the same readings are read in every form that means them",
        arguments: [
            "time,aggregate,kettle\n1424734800,150,5\n1424734810,152.5,0\n",
            "time,aggregate,kettle\r\n1424734800,150,5\r\n1424734810,152.5,0",
            "time;aggregate;kettle\n1424734800;150;5\n1424734810;152,5;0\n",
            "time;aggregate;kettle\n1424734800;150;5\n1424734810;152.5;0\n",
            "time\taggregate\tkettle\n1424734800\t150\t5\n1424734810\t152.5\t0\n",
            "\u{FEFF}time,aggregate,kettle\n1424734800,150,5\n1424734810,152.5,0\n",
            "\"time\",\"aggregate\",\"kettle\"\n\"1424734800\",\"150\",\"5\"\n\"1424734810\",\"152.5\",\"0\"\n",
            "kettle,Mains (kW),Unix\n0.005,0.15,1424734800\n0,0.1525,1424734810\n".replacing(
                "kettle,", with: "kettle_kw,"),
            "time,aggregate_w,Kettle [W]\n1424734800000,150,5\n1424734810000,152.5,0\n",
            "timestamp,power,kettle\n2015-02-23T23:40:00Z,150,5\n2015-02-23T23:40:10Z,152.5,0\n",
            "timestamp,power,kettle\n2015-02-24 00:40:00+01:00,150,5\n2015-02-23 23:40:10+00:00,152.5,0\n",
            "time,aggregate,kettle,voltage\n1424734800,150,5,240\n1424734810,152.5,0,241\n",
            "time, aggregate , kettle\n1424734800, 150 , 5\n1424734810.5,1.525e2,0\n\n",
        ])
    func forms(text: String) throws {
        let data = try tables.read(text)
        #expect(data.house == "house_1")
        #expect(data.start == 1_424_734_800)
        #expect(data.aggregate == [150, 152.5])
        #expect(data.appliances == ["kettle": [5, 0]])
    }

    @Test("times of every size are Unix times", arguments: ["", "000", "000000", "000000000"])
    func sizes(zeros: String) throws {
        let data = try tables.read("t,aggregate\n1424734800\(zeros),1\n1424734810\(zeros),2\n")
        #expect(data.start == 1_424_734_800 && data.aggregate == [1, 2])
    }

    @Test("without a header, columns have numbers: time, the whole house, appliances")
    func noHeader() throws {
        let text = "1424734800,150,5\n1424734810,152,0\n"
        let data = try tables.read(text, CSVOptions(appliances: ["kettle=3"]))
        #expect(data.aggregate == [150, 152] && data.appliances == ["kettle": [5, 0]])
        #expect(try tables.read("\u{FEFF}" + text).aggregate == [150, 152])
        #expect(try tables.read(text).preparation.meters.map(\.sources) == [["column 2"], ["column 3"]])
        let other = try tables.read(
            "5,1424734800,150\n0,1424734810,152\n", CSVOptions(time: ["2"], aggregate: ["3"], appliances: ["kettle=1"]))
        #expect(other.aggregate == [150, 152] && other.appliances == ["kettle": [5, 0]])
    }

    @Test("columns are chosen by name, in any case, or number, and appliances by the name they are to have")
    func chosen() throws {
        let text = "Time,A,B,C,Kettle\n1424734800,1,2,3,4\n"
        let data = try tables.read(text, CSVOptions(aggregate: ["b"], appliances: ["fridge=C", "KETTLE", "fridge=2"]))
        #expect(data.aggregate == [2])
        #expect(data.appliances == ["fridge": [4], "kettle": [4]])
        #expect(
            try tables.read(text, CSVOptions(time: ["1"], aggregate: ["3"], appliances: ["tv=4"])).appliances["tv"] == [
                3
            ])
    }

    @Test("columns that are not used and units that are not named are said")
    func remarks() throws {
        let data = try tables.read("time,aggregate,kettle_w,temperature\n1424734800,1,2,3\n")
        #expect(
            data.preparation.remarks.map(\.message) == [.unitsTakenForWatts, .unused(columns: ["temperature"])])
        let kilowatts = try tables.read("time,aggregate,kettle\n1424734800,1.5,2\n", CSVOptions(unit: .kW))
        #expect(kilowatts.aggregate == [1500] && kilowatts.preparation.remarks.isEmpty)
    }

    @Test(
        "what stands for a missing reading is one, and counted", arguments: ["", "nan", "NaN", "NA", "null", "?", " "])
    func missing(field: String) throws {
        let data = try tables.read(
            "time,aggregate,kettle\n1424734800,1,\(field)\n1424734810,\(field),2\n1424734820,3,4\n")
        #expect(same(data.aggregate, [1, .nan, 3]))
        #expect(same(data.appliances["kettle"]!, [.nan, 2, 4]))
        #expect(data.preparation.lines.empty == 2)
    }

    @Test("a file with the whole house alone has no appliance, and can be read but not trained on")
    func mainsOnly() throws {
        let text = "time,power\n1424734800,150\n1424734810,152\n"
        #expect(try tables.read(text).aggregate == [150, 152])
        let request = DatasetRequest(
            source: .measured(.csv, path: try tables.write(text)), appliances: ["kettle"], period: 10, seed: 0,
            window: 1,
            stride: 1)
        let error = #expect(throws: DatasetError.noTruth) { try Dataset.load(request) }
        #expect(error?.description.contains("predict") == true)
    }

    @Test("a table is split into a data set like any other")
    func dataset() throws {
        let lines = (0..<100).map { "\(1_424_734_800 + 10 * $0),\(100 + $0),\($0)\n" }
        let request = DatasetRequest(
            source: .measured(.csv, path: try tables.write("time,aggregate,kettle\n" + lines.joined())),
            reading: ReaderOptions(timeZone: "America/New_York"), appliances: ["kettle"], period: 10, seed: 0,
            window: 5,
            stride: 5)
        let dataset = try Dataset.load(request)
        #expect(dataset.timeZone == "America/New_York")
        #expect(dataset.appliances[0].test[0].truth == (80..<100).map(Float.init))
        #expect(dataset.files.map(\.path) == [tables.path + "/meter.csv"])
        #expect(dataset.houses.map(\.house) == ["house_1"])
    }

    @Test("local times are told apart in the hour that autumn repeats, and counted")
    func autumn() throws {
        // Every 30 minutes from 00:30 to 02:30 on the clock, the hour from 1 twice.
        let clock = ["00:30", "01:00", "01:30", "01:00", "01:30", "02:00", "02:30"]
        let lines = clock.enumerated().map { "2013-10-27 \($0.element):00,\($0.offset)\n" }
        let data = try tables.read("time,power\n" + lines.joined(), zone: "Europe/London", period: 1800)
        #expect(data.start == 1_382_830_200)
        #expect(data.aggregate == [0, 1, 2, 3, 4, 5, 6])
        #expect(data.preparation.lines.inRepeatedHour == 4)
        #expect(data.preparation.lines.backward == 0)
    }

    @Test("a time that the clock does not show is refused, and one without a zone where none is named")
    func impossible() throws {
        let spring = "time,power\n2013-03-31 00:59:00,1\n2013-03-31 01:30:00,1\n"
        let error = #expect(throws: DatasetError.self) { try tables.read(spring, zone: "Europe/London") }
        #expect(
            error?.description.contains("meter.csv:3: expected a time that the clock of Europe/London shows") == true)
        let zoneless = #expect(throws: DatasetError.self) { try tables.read(spring) }
        #expect(zoneless?.description.contains("--time-zone Europe/London") == true)
        #expect(try tables.read(spring, zone: "UTC").aggregate.count == 187)
        #expect(throws: DatasetError.unknownTimeZone("Mars/Base")) { try tables.read(spring, zone: "Mars/Base") }
    }

    @Test("lines of one time count once, lines up to an hour earlier not at all")
    func order() throws {
        let times = [3600, 3610, 3610, 3600, 10, 3620].map { 1_424_734_800 + $0 }
        let lines = times.enumerated().map { "\($0.element),\($0.offset)\n" }
        let data = try tables.read("time,power\n" + lines.joined())
        #expect(data.aggregate == [0, 1, 5])
        #expect(data.preparation.lines.repeated == 1 && data.preparation.lines.backward == 2)
        let error = #expect(throws: DatasetError.self) {
            try tables.read("time,power\n1424738401,1\n1424734800,2\n")
        }
        #expect(error?.description.contains("meter.csv:3: expected a time after 1424738401, got 1424734800") == true)
    }

    @Test(
        "a bad line is refused with its number, what was expected and what was found",
        arguments: [
            ("time,power\n1424734800,1\n1424734810\n", 3, "2 fields", "1"),
            ("time,power\n1424734800,1\n1424734810,1,2\n", 3, "2 fields", "3"),
            ("time,power\n1424734800,1\n\n1424734810,1\n", 3, "a line of readings", "a blank line between readings"),
            ("time,power\n1424734800,x\n", 2, "a power", "\"x\""),
            ("time,power\n1424734800,0x10\n", 2, "a power", "\"0x10\""),
            ("time,power\n1424734800,2e9\n", 2, "a power of at most 1000000000 W", "\"2e9\""),
            ("time,power\n1424734800,\"1\n", 2, "a power", "\"\\\"1\""),
            ("time,power\n1424734800,1\nnow,1\n", 3, "a time in Unix seconds", "\"now\""),
            (
                "time,power\n1424734800,1\n1424734810000,1\n", 3, "a time in Unix seconds before the year 2100",
                "\"1424734810000\""
            ),
            ("time,power\n1424734800,1\n-5,1\n", 3, "a time in Unix seconds before the year 2100", "\"-5\""),
            (
                "time;power\n1424734800;1,5\n1424734810;1.5\n", 2,
                "a number with the decimal point of the others", "\"1,5\""
            ),
            ("time,power\nnoon,1\n", 2, "a time in column time", "\"noon\""),
            (
                "time,power\n2015-02-23T23:40:00Z,1\n23/02/2015 23:41,1\n", 3, "a time such as 2015-02-28T12:30:05Z",
                "\"23/02/2015 23:41\""
            ),
            ("nonsense\n", 1, "columns parted by commas, semicolons or tabs", "\"nonsense\""),
        ])
    func badLine(text: String, line: Int, expected: String, got: String) throws {
        let error = #expect(throws: DatasetError.self) { try tables.read(text) }
        guard case .line(let file, line, let what, got, let advice) = error else {
            Issue.record("got \(String(describing: error))")
            return
        }
        #expect(file == tables.path + "/meter.csv")
        #expect(what.hasPrefix(expected))
        #expect(!advice.isEmpty)
    }

    @Test("columns that are not there, are asked for twice or are not clear are refused with those that are there")
    func badColumns() throws {
        let text = "time,a,b\n1424734800,1,2\n"
        let file = tables.path + "/meter.csv"
        #expect(throws: DatasetError.aggregateUnclear(file: file, available: ["time", "a", "b"])) {
            try tables.read(text)
        }
        let error = #expect(throws: DatasetError.self) { try tables.read(text, CSVOptions(aggregate: ["mains"])) }
        #expect(error?.description == "--csv-aggregate mains: \(file) has no such column; it has 1 time, 2 a, 3 b")
        #expect(throws: DatasetError.columnTwice("a", file: file)) {
            try tables.read(text, CSVOptions(aggregate: ["a"], appliances: ["kettle=2"]))
        }
        #expect(throws: DatasetError.noColumn("4", file: file, option: "--csv-time", available: ["time", "a", "b"])) {
            try tables.read(text, CSVOptions(time: ["4"], aggregate: ["a"]))
        }
        #expect(
            throws: DatasetError.noColumn("x", file: file, option: "--csv-appliances", available: ["time", "a", "b"])
        ) {
            try tables.read(text, CSVOptions(aggregate: ["a"], appliances: ["kettle=x"]))
        }
    }

    @Test("a file without a reading is empty", arguments: ["", "time,power\n", "time,power", "time,power\n\n"])
    func empty(text: String) {
        #expect(throws: DatasetError.emptyFile(tables.path + "/meter.csv")) { try tables.read(text) }
    }

    @Test("a missing file is named")
    func missingFile() {
        #expect(throws: DatasetError.file(.missing(path: tables.path + "/none.csv"))) {
            try CSVMeter(file: tables.path + "/none.csv", options: CSVOptions(), zone: nil)
        }
    }
}
