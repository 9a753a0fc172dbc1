import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Datasets

/// Tables as other programs write them, each read for what it says or refused with the choice that its user has.
@Suite("Tables of other programs") struct TableFormTests {
    private let tables: TableFolder
    private static let start = 1_424_734_800

    init() throws { tables = try TableFolder() }

    /// A table with a line every minute.
    private func lines(_ header: String, _ count: Int = 60, _ line: (Int) -> String) -> String {
        header + "\n" + (0..<count).map { line($0) + "\n" }.joined()
    }

    private func refusal(
        _ text: String, _ options: CSVOptions = CSVOptions(), zone: String? = nil
    ) -> String {
        do {
            _ = try tables.read(text, options, zone: zone, period: 60)
            return "read"
        } catch { return "\(error)" }
    }

    @Test("a date and a time of day in two columns are one time")
    func twoColumns() throws {
        let text = lines("Date;Time;power") { "28/02/2015;12:\(String(format: "%02d", $0)):00;\($0)" }
        let data = try tables.read(text, zone: "UTC", period: 60)
        #expect(data.start == 1_425_124_800 && data.aggregate.count == 60 && data.aggregate[59] == 59)
        let named = try tables.read(
            text, CSVOptions(time: ["Time", "Date"], aggregate: ["3"]), zone: "UTC", period: 60)
        #expect(named.aggregate == data.aggregate)
        #expect(refusal(text, CSVOptions(time: ["Time"])).contains("--csv-time DATE,TIME"))
    }

    @Test("the order of a date is told by its days, or asked for")
    func dateOrder() throws {
        let line = { (index: Int) in "03/04/2024 12:\(String(format: "%02d", index)),\(index)" }
        let unclear = lines("time,power", 20, line)
        #expect(refusal(unclear, zone: "UTC").contains("--csv-date-order dmy or mdy"))
        let april = try tables.read(unclear, CSVOptions(dateOrder: .dayMonthYear), zone: "UTC", period: 60)
        let march = try tables.read(unclear, CSVOptions(dateOrder: .monthDayYear), zone: "UTC", period: 60)
        #expect(april.start - march.start == 30 * 86400)
        // From the third to the fourth of April.
        let two = lines("time,power", 48) { "0\(3 + $0 / 24)/04/2024 \($0 % 24):00,\($0)" }
        #expect(try tables.read(two, zone: "UTC", period: 3600).start == april.start - 12 * 3600)
    }

    @Test("the column that reads as times is found, and one of identities is no appliance")
    func timeColumn() throws {
        let text = lines("dataid,localminute,grid,kettle") {
            "661,2024-03-29 06:\(String(format: "%02d", $0)):00-05,\($0),1"
        }
        let data = try tables.read(text, period: 60)
        #expect(data.start == 1_711_710_000 && data.appliances.keys.sorted() == ["kettle"])
    }

    @Test(
        "numbers that are no times are refused with what they may be",
        arguments: [
            ("row", "a row's number"), ("sheet", "a spreadsheet's count of days"), ("old", "no time from 2000 to 2039"),
            ("digits", "lost digits"), ("minutes", "lost digits or seconds"), ("fast", "lines a second"),
        ])
    func noTimes(kind: String, reason: String) {
        let text = lines("time,power", 200) { index in
            let time =
                switch kind {
                case "row": "\(index)"
                case "sheet": "\(45_380 + Double(index) / 1440)"
                case "old": "\(142_473_480 + 60 * index)"
                case "digits": "1.71169\(4 + index / 100)E+12"
                case "minutes": "2024-03-29 06:\(10 + index / 10)"
                default: "\(Self.start * 1000 + index)"
                }
            return "\(time),\(index % 7)"
        }
        let refusal = refusal(text, zone: "UTC")
        #expect(refusal.contains(reason), "\(refusal)")
    }

    @Test("lines of several meters are refused, or one of them is chosen")
    func severalMeters() throws {
        let text = lines("entity_id,state,last_changed") { index in
            let isKettle = index % 2 == 1
            return "sensor.\(isKettle ? "kettle" : "grid"),\(isKettle ? "0" : "\(index)"),\(Self.start + index * 30)"
        }
        #expect(refusal(text).contains("sensor.grid, sensor.kettle"))
        let options = CSVOptions(aggregate: ["state"], meter: "sensor.grid")
        let data = try tables.read(text, options, period: 60)
        #expect(data.aggregate == (0..<30).map { Float(2 * $0) })
        #expect(refusal(text, CSVOptions(meter: "sensor.oven")).contains("it has sensor.grid, sensor.kettle"))
        let shared = lines("time,what,watts") { "\(Self.start + $0 / 2 * 60),\($0 % 2 == 0 ? "a" : "b"),1" }
        #expect(refusal(shared).contains("several meters (a, b)"))
        // A text beside the readings of one meter is none of it.
        let season = lines("time,power,daytime") { "\(Self.start + $0 * 60),\($0 % 5),\($0 < 30 ? "day" : "night")" }
        #expect(try tables.read(season, period: 60).appliances.isEmpty)
    }

    @Test("words for no reading are missing values", arguments: ["unavailable", "unknown", "Unavailable", "-", "NaN"])
    func noReading(word: String) throws {
        let data = try tables.read(
            "time,power\n\(Self.start),1\n\(Self.start + 60),\(word)\n\(Self.start + 120),3\n", period: 60)
        #expect(same(data.aggregate, [1, .nan, 3]))
    }

    @Test("energies are refused, or their differences taken: those of a register, or of each interval")
    func energies() throws {
        let register = lines("time,Import kWh", 120) { "\(Self.start + 60 * $0),\(100 + Double($0) * 0.004)" }
        #expect(refusal(register, CSVOptions(aggregate: ["2"])).contains("--csv-unit kWh"))
        let data = try tables.read(register, CSVOptions(unit: .kWh), period: 60)
        #expect(data.aggregate.count == 119 && data.aggregate.allSatisfy { abs($0 - 240) < 0.01 })
        let each = lines("time,mains_kwh", 120) { "\(Self.start + 60 * $0),\($0 % 2 == 0 ? "0.004" : "0.008")" }
        let intervals = try tables.read(each, CSVOptions(unit: .kWh), period: 60)
        #expect(abs(intervals.aggregate[0] - 240) < 0.01 && abs(intervals.aggregate[1] - 480) < 0.01)
        let unnamed = lines("time,power", 200) { "\(Self.start + 60 * $0),\(6199 + Double($0 / 3 + $0) * 0.003)" }
        #expect(refusal(unnamed).contains("only rises, as an energy register does"))
        #expect(refusal(unnamed, CSVOptions(unit: .W)) == "read")
    }

    @Test("a register that was set back says nothing of the time between")
    func setBack() throws {
        let counts = [0.0, 1, 2, 3, 0, 1, 2]
        var sink = MeterSink(KeptPowers(), .register, seconds: 60)
        for (index, count) in counts.enumerated() { sink.add(time: index * 60, power: count) }
        #expect(sink.base.powers == [60, 60, 60, 60, 60])
        #expect(sink.base.times == [0, 60, 120, 240, 300])
    }

    @Test("a point before three digits is refused where no number tells what it parts")
    func thousands() throws {
        let text = lines("time;aggregate;kettle") { "\(Self.start + 60 * $0);\($0 == 30 ? "2.514" : "\(106 + $0)");0" }
        #expect(refusal(text).contains("--csv-decimal comma"))
        #expect(try tables.read(text, CSVOptions(decimal: .comma), period: 60).aggregate[30] == 2514)
        #expect(try tables.read(text, CSVOptions(decimal: .point), period: 60).aggregate[30] == 2.514)
        // Kilowatts with three decimals, and watts with a comma before the fraction, are clear.
        let kilowatts = lines("time,power") { "\(Self.start + 60 * $0),\($0 == 3 ? "0.106" : "2.514")" }
        #expect(try tables.read(kilowatts, period: 60).aggregate[0] == 2.514)
        let both = lines("time;power") { "\(Self.start + 60 * $0);\($0 == 3 ? "1.234,5" : "2.514")" }
        let data = try tables.read(both, period: 60)
        #expect(data.aggregate[3] == 1234.5 && data.aggregate[0] == 2514)
    }

    @Test("a decimal comma may stand in quotation marks between commas")
    func quotedComma() throws {
        let text = lines("time,power") { "\(Self.start + 60 * $0),\"\($0),25\"" }
        #expect(try tables.read(text, period: 60).aggregate[7] == 7.25)
    }

    @Test("spreadsheets' first lines, remarks, marks of byte orders and data frames' headers are understood")
    func heads() throws {
        let rows = (0..<5).map { "\(Self.start + 60 * $0);\($0)\n" }.joined()
        #expect(try tables.read("sep=;\ntime;power\n" + rows, period: 60).aggregate == [0, 1, 2, 3, 4])
        #expect(try tables.read("# made by a logger\n\ntime;power\n" + rows, period: 60).aggregate.count == 5)
        let twice = "time;power\n\(Self.start);1\n\u{FEFF}\(Self.start + 60);2\n"
        #expect(try tables.read(twice, period: 60).aggregate == [1, 2])
        let frame = ",0,1\n0,\(Self.start),5\n1,\(Self.start + 60),6\n"
        let data = try tables.read(frame, CSVOptions(aggregate: ["3"]), appliances: [], period: 60)
        #expect(data.aggregate == [5, 6])
    }

    @Test(
        "UTF-16 is read in both byte orders, with and without a mark",
        arguments: [(true, true), (false, true), (false, false)])
    func utf16(isBigEndian: Bool, hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "time,power,é\n\(Self.start),1,0\n\(Self.start + 60),2,0\n"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
            return isBigEndian ? pair : pair.reversed()
        }
        try Data(bytes).write(to: URL(fileURLWithPath: tables.folder("meter.csv")))
        let meter = try CSVMeter(file: tables.folder("meter.csv"), options: CSVOptions(), zone: nil)
        let data = try meter.read(house: 1, appliances: [], on: Grid(period: 60, preparation: .csv))
        #expect(data.aggregate.prefix(2) == [1, 2])
        #expect(meter.labels(of: 1).map(\.label) == ["power", "é"])
    }

    @Test(
        "files that are no text are named, with what to do",
        arguments: [
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ([0x42, 0x5A, 0x68, 0x39], "bzip2"),
            ([0x50, 0x4B, 0x03, 0x04], ".xlsx"), ([0x50, 0x41, 0x52, 0x31], "Parquet"),
            ([0x89, 0x48, 0x44, 0x46, 0x0D], "HDF5"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
        ] as [([UInt8], String)])
    func foreign(bytes: [UInt8], name: String) throws {
        try Data(bytes + Array(repeating: 7, count: 100)).write(to: URL(fileURLWithPath: tables.folder("meter.csv")))
        let error = #expect(throws: DatasetError.self) {
            try CSVMeter(file: tables.folder("meter.csv"), options: CSVOptions(), zone: nil)
        }
        #expect(error?.description.contains(name) == true)
        #expect(error?.category == .badData)
    }

    @Test("the whole house may be a sum and a difference of columns")
    func sums() throws {
        let text = lines("time,a_w,b_w,c_w,solar-feed") { "\(Self.start + 60 * $0),1,20,300,5" }
        func aggregate(_ words: [String]) throws -> Float {
            try tables.read(text, CSVOptions(aggregate: words), appliances: [], period: 60).aggregate[0]
        }
        #expect(try aggregate(["a_w", "b_w", "c_w"]) == 321)
        #expect(try aggregate(["c_w-b_w"]) == 280)
        #expect(try aggregate(["c_w-b_w-a_w", "solar-feed"]) == 284)
        #expect(refusal(text, CSVOptions(aggregate: ["c_w-x"])).contains("--csv-aggregate x"))
    }

    @Test("names without a power beside them, in camel case too, are no appliances")
    func names() throws {
        let text = lines("timestamp,W,VAR,V,PF,ovenStatus,fridgePowerW") { "\(Self.start + 60 * $0),100,1,230,1,1,80" }
        let data = try tables.read(text, CSVOptions(aggregate: ["W"]), period: 60)
        #expect(data.appliances.keys.sorted() == ["fridge_power"])
    }

    @Test("lines of several meters are known by what alternates, whatever its column is called")
    func alternating() {
        let text = lines("time,plug_no,power", 200) {
            "\(Self.start + $0 * 30),\($0 % 2 == 0 ? "main" : "k"),\($0 % 7)"
        }
        #expect(refusal(text).contains("several meters (k, main)"))
        let numbers = lines("time,which,power", 200) { "\(Self.start + $0 / 2 * 60),\($0 % 2 + 1),\($0 % 7)" }
        #expect(refusal(numbers).contains("several meters (1, 2)"))
        let ids = lines("time,meter_id,power", 200) { "\(Self.start + $0 * 30),00\($0 % 2 + 1),\($0 % 2)" }
        #expect(refusal(ids).contains("001, 002"))
        #expect(refusal(ids, CSVOptions(meter: "001")) == "read")
        let tariff = lines("time,power,name", 200) { "\(Self.start + $0 * 60),\($0 % 7),\($0 < 90 ? "high" : "low")" }
        #expect(refusal(tariff) == "read")
    }

    @Test("a register rises many times for each fall, and energies of intervals do not")
    func registersAndIntervals() throws {
        // A kettle's energies, mostly none, and a register that begins anew each day.
        let kettle = lines("time,mains_kwh,kettle_kwh", 600) {
            "\(Self.start + 60 * $0),0.004,\($0 % 60 < 3 ? "0.040" : "0.000")"
        }
        let each = try tables.read(kettle, CSVOptions(unit: .kWh), period: 60)
        #expect(abs((each.appliances["kettle"] ?? []).reduce(0, +) / 600 - 120) < 0.1)
        let today = lines("time,energy_today_kwh", 240) {
            "\(Self.start + 3600 * $0),\(Double($0 % 24 + 1) * 0.25 + ($0 % 24 % 2 == 0 ? 0 : 0.01))"
        }
        let data = try tables.read(today, CSVOptions(unit: .kWh), period: 3600)
        let known = data.aggregate.filter { !$0.isNaN }
        #expect(abs(known.reduce(0, +) / Float(known.count) - 250) < 15)
        // One that was set to 0 once is still no power.
        let reset = lines("time,total", 300) { "\(Self.start + 60 * $0),\($0 == 150 ? 0 : Double(6199 + $0 + $0 / 3))" }
        #expect(refusal(reset).contains("only rises"))
        // A second tariff that does not count adds nothing.
        let tariffs = lines("time,Import kWh T1,Import kWh T2", 100) {
            "\(Self.start + 60 * $0),\(100 + Double($0) * 0.004),100.000"
        }
        let sum = try tables.read(
            tariffs, CSVOptions(aggregate: ["Import kWh T1", "Import kWh T2"], unit: .kWh), period: 60)
        #expect(sum.aggregate.allSatisfy { abs($0 - 240) < 0.5 })
    }

    @Test("a unit in a name stands, whatever the option says of the others")
    func unitsOfNames() throws {
        let text = lines("time,total_kwh,kettle_w,fridge", 100) {
            "\(Self.start + 60 * $0),\(100 + Double($0) * 0.004),90,0.001"
        }
        let data = try tables.read(text, CSVOptions(aggregate: ["total_kwh"], unit: .kWh), period: 60)
        #expect(data.appliances["kettle"]?[0] == 90 && abs(data.aggregate[0] - 240) < 0.1)
        let units = lines("time,aggregate,kettle\ns,kW,kW", 20) { "\(Self.start + 60 * $0),1.5,0.25" }
        #expect(try tables.read(units, period: 60).aggregate[0] == 1500)
        let column = lines("time,usage,unit", 20) { "\(Self.start + 60 * $0),1.5,kW" }
        #expect(try tables.read(column, CSVOptions(aggregate: ["usage"]), period: 60).aggregate[0] == 1500)
    }

    @Test("the whole house is not guessed among several, nor taken from an appliance or beside a register")
    func unclearHouse() {
        for header in ["time,use,grid,kettle", "time,mains,mains2,kettle"] {
            #expect(refusal(lines(header) { "\(Self.start + 60 * $0),1,2,3" }).contains("--csv-aggregate"))
        }
        #expect(refusal(lines("time,kettle") { "\(Self.start + 60 * $0),1" }).contains("--csv-aggregate"))
        let register = lines("time,total_kwh,kettle_w", 100) { "\(Self.start + 60 * $0),\(100 + $0),3" }
        #expect(refusal(register).contains("--csv-unit kWh"))
    }

    @Test("a column that stands still is no time, and midnights need the time of day beside them")
    func stillColumns() throws {
        let minute = { (index: Int) in String(format: "%02d:%02d:00", index / 60, index % 60) }
        let meter = lines("mpan,read at,aggregate", 100) { "1200012345678,2024-03-29 \(minute($0)),\($0)" }
        #expect(try tables.read(meter, zone: "UTC", period: 60).start == 1_711_670_400)
        let midnight = lines("Date,Time,aggregate", 100) { "2024-03-29 00:00:00,\(minute($0)),\($0)" }
        #expect(try tables.read(midnight, zone: "UTC", period: 60).aggregate.count == 100)
        #expect(
            refusal(meter, CSVOptions(dateOrder: .dayMonthYear), zone: "UTC").contains("leave --csv-date-order out"))
    }

    @Test("a house in kilowatts, an appliance in kilowatts and a house in milliwatts are doubted")
    func doubts() throws {
        func doubts(_ aggregate: Double, _ kettle: Double) throws -> [String] {
            let text = lines("time,aggregate,kettle", 100) {
                "\(Self.start + 60 * $0),\(aggregate * Double(1 + $0 % 5)),\($0 % 9 == 0 ? kettle : 0)"
            }
            return try tables.read(text, period: 60).doubts.map(\.text.english)
        }
        #expect(try doubts(500, 2400).isEmpty)
        #expect(try doubts(2.8, 2400).first?.contains("kilowatts") == true)
        #expect(try doubts(500, 2.4).first?.contains("kettle draws 2.4 W at most") == true)
        #expect(try doubts(50_000, 2400).first?.contains("milliwatts") == true)
    }
}

/// Keeps the powers that come to it.
private struct KeptPowers: ReadingSink {
    let period = 60
    var times: [Int] = []
    var powers: [Double] = []

    mutating func add(time: Int, power: Double) {
        times.append(time)
        powers.append(power)
    }
}
