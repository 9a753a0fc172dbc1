import Foundation
import Randomness
import TestSupport
import Testing

@testable import Datasets

/// Damaged bytes either read as readings, or are refused with file and line; they never crash.
@Suite struct FuzzTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Changes, inserts, deletes, repeats or cuts off bytes at up to four places.
    private func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        let telling = Array("0123456789 .-+eE\n\r\tnaif,\u{0}\u{FF}".utf8)
        var bytes = bytes
        for _ in 0..<random.integer(in: 1...4) where !bytes.isEmpty {
            let place = random.integer(in: 0...bytes.count - 1)
            let byte =
                random.integer(in: 0...3) == 0
                ? UInt8(random.integer(in: 0...255)) : telling[random.integer(in: 0...telling.count - 1)]
            switch random.integer(in: 0...4) {
            case 0: bytes[place] = byte
            case 1: bytes.insert(byte, at: place)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }

    /// Writes a new file: some file systems wait for the disk when one is cut off and written again.
    private func write(_ bytes: [UInt8], to path: String) throws {
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    /// Whether an error names the file, and the line where there is one.
    private func names(_ path: String, _ error: DatasetError) -> Bool {
        switch error {
        case .line(let file, let line, _, _, let advice): file == path && line > 0 && !advice.isEmpty
        case .timeNotIncreasing(let file, let line, _, _): file == path && line > 1
        case .gridTooLong(let file, let line, _, _): file == path && line > 1
        case .emptyFile(let file): file == path
        default: false
        }
    }

    @Test("20,000 damaged channel files are read or refused with file and line")
    func channels() throws {
        let path = folder("channel_1.dat")
        let sound = Array("1424734800 159\n1424734806 252.5\r\n1424734812.25 0\n1424735000 -3\n1424735006 1e2\n".utf8)
        var random = SplitMix64(seed: 21)
        var readCount = 0
        var refusedCount = 0
        for _ in 0..<20_000 {
            let bytes = damaged(sound, &random)
            try write(bytes, to: path)
            // A damaged year would make a long grid, which costs time and finds nothing.
            var resampler = Resampler(period: 6, fillLimit: 180, bounds: 237_455_700..<237_456_700)
            do throws(DatasetError) {
                _ = try ChannelFile.read(path, into: &resampler)
                #expect(resampler.ownValues()?.values.contains { $0.isInfinite } != true)
                readCount += 1
            } catch {
                #expect(names(path, error), "\(error) from \(bytes)")
                refusedCount += 1
            }
        }
        #expect(readCount > 1000)
        #expect(refusedCount > 1000)
    }

    @Test("3,000 damaged label files are read or refused with file and line")
    func labels() throws {
        let path = folder("labels.dat")
        let sound = Array("1 aggregate\n5 washing_machine\r\n10 kettle\n12 fridge\n".utf8)
        var random = SplitMix64(seed: 22)
        var refusedCount = 0
        for _ in 0..<3000 {
            let bytes = damaged(sound, &random)
            try write(bytes, to: path)
            do throws(DatasetError) {
                #expect(try !UKDALELabels(path: path).channels.isEmpty)
            } catch {
                #expect(names(path, error), "\(error) from \(bytes)")
                refusedCount += 1
            }
        }
        #expect(refusedCount > 300)
    }

    @Test("20,000 damaged lines are read alike by the fast way and the one with all the checks")
    func fastPath() {
        let sound = Array("1424734806 252.5\n".utf8)
        var random = SplitMix64(seed: 23)
        var plainCount = 0
        for _ in 0..<20_000 {
            let bytes = damaged(sound, &random) + [UInt8(ascii: "\n")] + Array(repeating: 0, count: Digits.readAhead)
            bytes.withUnsafeBufferPointer { buffer in
                var cursor = buffer.baseAddress!
                guard let plain = ReadingLine.plain(&cursor, more: 0) else {
                    #expect(cursor == buffer.baseAddress!)
                    return
                }
                plainCount += 1
                let line = UnsafeBufferPointer(rebasing: buffer[..<(cursor - buffer.baseAddress! - 1)])
                do throws(ReadingLine.Problem) {
                    #expect(try ReadingLine(line, more: 0) == plain)
                } catch {
                    Issue.record("\(error) from \(bytes)")
                }
            }
        }
        #expect(plainCount > 1000)
    }
}
