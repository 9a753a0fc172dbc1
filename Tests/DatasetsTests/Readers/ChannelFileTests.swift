import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Datasets

@Suite struct ChannelFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ text: String, period: Int = 1) throws -> [Float] {
        let path = folder("channel_1.dat")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var resampler = Resampler(period: period, fillLimit: 0, bounds: 0..<ReadingLine.latestSecond)
        _ = try ChannelFile.read(path, into: &resampler)
        return resampler.ownValues()?.values ?? []
    }

    @Test(
        "the same readings are read in every form that means them",
        arguments: [
            "10 1\n11 2.5\n12 300\n", "10 1\n11 2.5\n12 300", "10 1\r\n11 2.5\r\n12 300\r\n",
            "10 1\n11 2.5\n12 300\n\n\r\n", "\u{FEFF}10 1\n11 2.5\n12 300\n",
            "10.0 1\n11.75 2.50\n12 3e2\n", "10\t1\n11  2.5 \n 12 300.0000000001\n",
            "1e1 +1\n11 25e-1\n12 0000000000300\n",
        ])
    func forms(text: String) throws {
        #expect(try read(text) == [1, 2.5, 300])
    }

    @Test("decimal times within one second are readings of one cell")
    func decimalTimes() throws {
        #expect(try read("10.2 1\n10.7 3\n11.0 5\n") == [2, 5])
    }

    @Test(
        "power may be negative and is rounded once",
        arguments: [("-0.5", -0.5), ("0.1", 0.1), ("252.123456", 252.123456)])
    func power(text: String, value: Float) throws {
        #expect(try read("10 \(text)\n") == [value])
    }

    @Test(
        "a bad line is refused with its number, what was expected and what was found",
        arguments: [
            ("10 1\n11\n", 2, "a time and a power", "only \"11\""),
            ("10 1\n11 ", 2, "a time and a power", "only \"11\""),
            ("10 1\n11 2 3\n", 2, "a time and a power", "3 fields"),
            ("10 1\n\n12 2\n", 2, "a time and a power", "a blank line between readings"),
            ("10 x\n", 1, "a power in watts", "\"x\""),
            ("time power\n10 1\n", 1, "a time in Unix seconds", "\"time\""),
            ("10 nan\n", 1, "a power in watts", "\"nan\""),
            ("10 -inf\n", 1, "a power in watts", "\"-inf\""),
            ("10 1e999\n", 1, "a power in watts", "\"1e999\""),
            ("10 0x10\n", 1, "a power in watts", "\"0x10\""),
            ("10 2e9\n", 1, "a power of at most 1000000000 W", "\"2e9\""),
            ("-10 1\n", 1, "a time of 0 or more Unix seconds", "-10"),
            ("1424734800000 1\n", 1, "a time before the year 2100 in Unix seconds", "\"1424734800000\""),
            ("10,1\n", 1, "a time and a power", "only \"10,1\""),
            ("10 1\n1\u{0}1 2\n", 2, "a time in Unix seconds", "\"1\\01\""),
        ])
    func badLine(text: String, line: Int, expected: String, got: String) throws {
        let error = #expect(throws: DatasetError.self) { try read(text) }
        guard case .line(let file, line, expected, got, let advice) = error else {
            Issue.record("got \(String(describing: error))")
            return
        }
        #expect(file == folder("channel_1.dat"))
        #expect(!advice.isEmpty)
        #expect(error?.description.hasPrefix("\(file):\(line): expected \(expected), got \(got); ") == true)
    }

    @Test(
        "a line that is not later than the one before is left out and counted",
        arguments: [
            ("10 1\n12 2\n11 3\n13 4\n", [1, .nan, 2, 4], 0, 1), ("10 1\n10 2\n11 3\n", [1, 3], 1, 0),
            ("10.5 1\n10.25 2\n", [1], 0, 1), ("4000 1\n400 2\n4001 3\n", [1, 3], 0, 1),
        ] as [(String, [Float], Int, Int)])
    func backwards(text: String, rows: [Float], repeated: Int, backward: Int) throws {
        let path = folder("channel_1.dat")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var resampler = Resampler(period: 1, fillLimit: 0, bounds: 0..<ReadingLine.latestSecond)
        let lines = try ChannelFile.read(path, into: &resampler).lines
        #expect(same(resampler.ownValues()?.values ?? [], rows))
        #expect(lines.repeated == repeated && lines.backward == backward)
    }

    @Test("a line more than an hour earlier than the one before is refused")
    func unsorted() {
        #expect(
            throws: DatasetError.timeNotIncreasing(
                file: folder("channel_1.dat"), line: 3, previous: "5000", got: "1000")
        ) { try read("4000 1\n5000 2\n1000 3\n") }
    }

    @Test("a file without a reading is empty", arguments: ["", "\n", "\r\n \n"])
    func empty(text: String) {
        #expect(throws: DatasetError.emptyFile(folder("channel_1.dat"))) { try read(text) }
    }

    @Test("a time that would make an endless grid is refused")
    func endless() {
        let last = 10 + Resampler.maximumRows(lines: 2)
        #expect(throws: DatasetError.gridTooLong(file: folder("channel_1.dat"), line: 2, seconds: last - 10, period: 1))
        {
            try read("10 1\n\(last) 1\n")
        }
    }

    @Test("a missing file is named")
    func missing() {
        var resampler = Resampler(period: 1, fillLimit: 0, bounds: 0..<10)
        let error = #expect(throws: DatasetError.file(.missing(path: folder("none")))) {
            _ = try ChannelFile.read(folder("none"), into: &resampler)
        }
        #expect(error?.category == .missingInput)
    }

    @Test("lines across the blocks in which a file is read are whole, and counted")
    func blocks() throws {
        let count = 3 * LineBlocks.blockSize / 9
        var text = (0..<count).map { "\(100_000 + $0) \($0 % 10)\n" }.joined()
        #expect(text.utf8.count > 2 * LineBlocks.blockSize)
        #expect(try read(text) == (0..<count).map { Float($0 % 10) })
        text += "5 1 x\n"
        let error = #expect(throws: DatasetError.self) { try read(text) }
        #expect(error?.description.contains(":\(count + 1): ") == true)
    }

    @Test("a line longer than a block is refused")
    func longLine() {
        let error = #expect(throws: DatasetError.self) {
            try read("10 1\n" + String(repeating: "1", count: LineBlocks.blockSize + 1))
        }
        #expect(error?.description.contains("channel_1.dat:2: expected a line of readings") == true)
    }
}
