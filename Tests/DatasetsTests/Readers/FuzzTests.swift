import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Datasets

/// Damaged bytes either read as readings, or are refused with file and line; they never crash.
@Suite("Damaged files") struct FuzzTests {
    /// A reader, and a sound file that it reads.
    struct Target: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let name: String
        let sound: [UInt8]
        /// Whether the file has a checksum, so that hardly any damage goes unseen.
        var isSealed = false
        let read: @Sendable (_ path: String) throws(DatasetError) -> Void
    }

    private static let grid = Grid(
        period: 6, days: 1_424_734_000..<1_424_740_000, preparation: Preparation(fillLimitS: 180))

    private static func channel(_ name: String, more: Int, _ sound: String) -> Target {
        Target(testDescription: name, name: name, sound: Array(sound.utf8)) { path throws(DatasetError) in
            // A damaged year would make a long grid, which costs time and finds nothing: the days are bounded.
            var resampler = grid.resampler(isAggregate: true, nil)
            _ = try ChannelFile.read(path, more: more, into: &resampler)
            check(resampler.ownValues()?.values ?? [])
        }
    }

    private static func csv(_ title: String, zone: String? = nil, isSealed: Bool = false, _ sound: [UInt8]) -> Target {
        Target(testDescription: title, name: "meter.csv", sound: sound, isSealed: isSealed) {
            path throws(DatasetError) in
            let meter = try CSVMeter(file: path, options: CSVOptions(), zone: zone)
            check(try meter.read(house: 1, appliances: meter.appliances(of: 1), on: grid))
        }
    }

    private static func check(_ data: HouseData) {
        check(data.aggregate)
        for rows in data.appliances.values { check(rows) }
        #expect(data.preparation.meters.allSatisfy { $0.missing <= $0.rows && $0.filled <= $0.rows * 9 })
    }

    private static func check(_ rows: [Float]) { #expect(!rows.contains { $0.isInfinite }) }

    /// Two lines of a table with the columns time, power and kettle, packed by gzip.
    private static let packed: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x2b, 0xc9, 0xcc, 0x4d, 0xd5, 0x29, 0xc8, 0x2f,
        0x4f, 0x2d, 0xd2, 0xc9, 0x4e, 0x2d, 0x29, 0xc9, 0x49, 0xe5, 0x32, 0x34, 0x31, 0x32, 0x31, 0x37, 0x36, 0xb1,
        0x30, 0x30, 0xd0, 0x31, 0x34, 0xb5, 0xd4, 0x31, 0x40, 0x08, 0x98, 0xe9, 0x18, 0x19, 0x9a, 0x19, 0xe8, 0x18,
        0x19, 0x18, 0x18, 0x70, 0x01, 0x00, 0x46, 0x82, 0xf8, 0xb6, 0x38, 0x00, 0x00, 0x00,
    ]

    static let targets = [
        channel(
            "channel_1.dat", more: 0,
            "1424734800 159\n1424734806 252.5\r\n1424734812.25 0\n1424735000 -3\n1424735006 1e2\n"),
        channel("mains.dat", more: 2, "1424734800.1 159.25 170.5 240.1\n1424734801.1 160 171 240\n1424734802 1 2 3\n"),
        Target(
            testDescription: "REFIT", name: "CLEAN_House2.csv",
            sound: Array(
                """
                Time,Unix,Aggregate,Appliance1,Appliance2,Appliance8,Issues\r
                2015-02-23 23:40:00,1424734800,161,81,0,0,0\r
                2015-02-23 23:40:08,1424734808,3161,81,0,3000,0
                2015-02-23 23:40:16,1424734816,161,81,NaN,,1
                2015-02-23 23:40:16,1424734816,161,81,0,0,0

                """.utf8)
        ) { path throws(DatasetError) in
            let reader = try REFIT(directory: (path as NSString).deletingLastPathComponent)
            check(try reader.read(house: 2, appliances: ["fridge", "kettle", "washing_machine"], on: grid))
        },
        Target(
            testDescription: "labels.csv", name: "labels.csv",
            sound: Array("house,1,2,3,4,5,6,7,8,9\n2,kettle,,TV site,,,,,,\r\n3,a,b,c,d,e,f,g,h,i\n".utf8)
        ) { path throws(DatasetError) in
            let bytes: [UInt8]
            do throws(FileError) { bytes = try FileReader.bytes(of: path) } catch { throw .file(error) }
            var labels = REFITLabels()
            try labels.add(String(decoding: bytes, as: UTF8.self), path: path)
        },
        Target(
            testDescription: "labels.dat", name: "labels.dat",
            sound: Array("1 aggregate\n5 washing_machine\r\n10 kettle\n12 fridge\n".utf8)
        ) { path throws(DatasetError) in
            #expect(try !UKDALELabels(path: path).channels.isEmpty)
        },
        csv(
            "CSV with Unix times",
            Array("time,aggregate,kettle_kw\n1424734800,159,0\n1424734806,2159.5,2\n1424734812,159,\n".utf8)),
        csv(
            "CSV with semicolons and commas, quoted",
            Array("\"time\";\"power (kW)\"\n1424734800000;1,5\n1424734806000;\"2,25\"\n1424734812000;?\n".utf8)),
        csv(
            "CSV with local times", zone: "Europe/London",
            Array(
                "datetime,mains\n2015-02-23 23:40:00,159\n2015-02-23 23:40:06.5,160\n2015-02-23T23:40:12+00:00,1\n".utf8
            )),
        csv("CSV without a header", Array("1424734800\t159\t3\n1424734806\t160\t4\n1424734812\t1e2\t-5\n".utf8)),
        csv("CSV in gzip", isSealed: true, packed),
        Target(
            testDescription: "predictions of another program", name: "predictions.csv",
            sound: Array(
                """
                time,aggregate,kettle_truth,kettle_prediction,fridge_truth_kw,fridge_pred
                1424734800,159,0,1.5,0.08,81
                1424734806,2159.5,2000,1900.25,,80
                1424734812,159,,-3,0.08,

                """.utf8)
        ) { path throws(DatasetError) in
            for period in [nil, 6] {
                let content = try PredictionTable(file: path, options: PredictionOptions()).read(period: period)
                for rows in content.predictions { check(rows) }
            }
        },
    ]

    @Test("are read or refused with file and line", arguments: targets)
    func readers(target: Target) throws {
        let folder = try TemporaryFolder()
        let path = folder(target.name)
        var damage = Damage.table(seed: 21)
        var counts = (read: 0, refused: 0)
        for _ in 0..<Damage.inputs {
            let bytes = damage.bytes(of: target.sound)
            try Damage.write(bytes, to: path)
            do throws(DatasetError) {
                try target.read(path)
                counts.read += 1
            } catch {
                #expect(Self.names(path, error), "\(error) from \(bytes)")
                counts.refused += 1
            }
        }
        // Damage that is never found, or always, would say nothing of the reader.
        #expect(counts.refused > Damage.inputs / 100, "\(counts)")
        #expect(counts.read > Damage.inputs / 100 || target.isSealed, "\(counts)")
    }

    @Test("have lines that are read alike by the fast way and the one with all the checks", arguments: [0, 2])
    func fastPath(more: Int) {
        let sound = Array(("1424734806 252.5" + String(repeating: " 7.25", count: more) + "\n").utf8)
        var damage = Damage.table(seed: 23)
        var plainCount = 0
        for _ in 0..<Damage.inputs {
            let bytes =
                damage.bytes(of: sound) + [UInt8(ascii: "\n")] + Array(repeating: 0, count: Digits.readAhead)
            bytes.withUnsafeBufferPointer { buffer in
                var cursor = buffer.baseAddress!
                guard let plain = ReadingLine.plain(&cursor, more: more) else {
                    #expect(cursor == buffer.baseAddress!)
                    return
                }
                plainCount += 1
                let line = UnsafeBufferPointer(rebasing: buffer[..<(cursor - buffer.baseAddress! - 1)])
                do throws(ReadingLine.Problem) {
                    #expect(try ReadingLine(line, more: more) == plain)
                } catch {
                    Issue.record("\(error) from \(bytes)")
                }
            }
        }
        #expect(plainCount > Damage.inputs / 100)
    }

    @Test(
        "have lines of a table that are read alike by the fast way and the one with all the checks",
        arguments: ["2015-02-23,1424734806,252.5,,0\n", "x;1424734806;-252;7;1\r\n"])
    func fastTable(sound: String) {
        let separator = UInt8(ascii: sound.contains(";") ? ";" : ",")
        let layout = TableLayout(
            separator: separator,
            columns: [("", .unused), ("", .time), ("", .meter(0)), ("", .meter(1)), ("", .issues)], firstLine: 1,
            time: .unix(perSecond: 1), numbers: separator == UInt8(ascii: ";") ? NumberForm() : .plain,
            scales: [1, 1000], dropsIssues: true)
        var damage = Damage.table(seed: 25)
        var plainCount = 0
        for _ in 0..<Damage.inputs {
            let damaged = damage.bytes(of: Array(sound.utf8))
            let bytes = damaged + [UInt8(ascii: "\n")] + Array(repeating: 0, count: Digits.readAhead)
            bytes.withUnsafeBufferPointer { buffer in
                let start = buffer.baseAddress!
                // The decimal mark of a table with semicolons is known from its first fraction on.
                var parser = TableParser(layout)
                var powers = [[Double]](repeating: [-1, -1], count: 2)
                var cursor = start
                let plain = powers[0].withUnsafeMutableBufferPointer {
                    parser.plain(&cursor, into: $0.baseAddress!)
                }
                guard let plain else {
                    #expect(cursor == start)
                    return
                }
                plainCount += 1
                var fields = TableFields(separator: separator, capacity: layout.columns.count)
                #expect(fields.split(from: start) + 1 == cursor && fields.count == layout.columns.count)
                do throws(ReadingLine.Problem) {
                    var line = TableLine()
                    try powers[1].withUnsafeMutableBufferPointer { powers throws(ReadingLine.Problem) in
                        line = try parser.line(fields, into: powers.baseAddress!)
                    }
                    #expect(line == plain)
                } catch {
                    Issue.record("\(error) from \(bytes)")
                }
                #expect(powers[0].map(\.bitPattern) == powers[1].map(\.bitPattern), "\(bytes)")
            }
        }
        #expect(plainCount > Damage.inputs / 100)
    }

    /// Whether an error names the file, and the line where there is one; or, of a table, the columns that it lacks.
    private static func names(_ path: String, _ error: DatasetError) -> Bool {
        switch error {
        case .line(let file, let line, _, _, let advice): file == path && line > 0 && !advice.isEmpty
        case .timeNotIncreasing(let file, let line, _, _): file == path && line > 1
        case .gridTooLong(let file, let line, _, _): file == path && line > 1
        case .emptyFile(let file), .aggregateUnclear(let file, _), .columnTwice(_, let file),
            .predictionColumns(let file, _):
            file == path
        case .file(.damaged(let file, _)): file == path
        // The days of the grid hold no reading, or every reading is beyond the limit: of the house.
        case .noReadings(let house, _, _, _): house.hasPrefix("house_")
        case .noUsableReading(let house, _, _): house.hasPrefix("house_")
        default: false
        }
    }
}
