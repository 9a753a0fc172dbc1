import Foundation
import Support

/// Damages sound files at random, the same way each time: for tests of what reads files from anywhere.
///
/// `NILM_FUZZ_INPUTS=1000000 swift test --configuration release -Xswiftc -enable-testing --filter Fuzz` tries that many
/// inputs a reader.
package struct Damage {
    /// Inputs for each reader.
    package static let inputs =
        ProcessInfo.processInfo.environment["NILM_FUZZ_INPUTS"].flatMap(Int.init) ?? 1500

    /// Pieces of text that mean something to the reader.
    private let telling: [[UInt8]]
    private var random: SplitMix64

    /// `words` are put in beside single characters out of `characters`.
    package init(characters: String, words: [String] = [], seed: UInt64) {
        telling = (characters.map { String($0) } + words).map { Array($0.utf8) } + [[0], [0xFF]]
        random = SplitMix64(seed: seed)
    }

    /// Tables of readings.
    package static func table(seed: UInt64) -> Damage {
        Damage(characters: "0123456789 .-+eE\n\r\t;:\"TZnaif,", seed: seed)
    }

    /// JSON, and what is checked of its numbers.
    package static func json(seed: UInt64) -> Damage {
        Damage(
            characters: "{}[]:,\"\\0123456789.-+eE \n",
            words: values + ["\\ud800", "{\"a\":", deep("["), deep("{\"a\":")],
            seed: seed)
    }

    /// YAML, and what is checked of its values.
    package static func yaml(seed: UInt64) -> Damage {
        Damage(
            characters: "{}[]:,\"'\\#&*!|>%@`?-~0123456789.eE \n\t",
            words: values + [
                ": ", "\n- ", "\n  ", "&a ", "*a", "<<: *a\n", "---\n", "!!binary ", "\\x", deep("["), deep("- "),
            ],
            seed: seed)
    }

    /// Values at the borders of what a number can be.
    private static let values = [
        "null", "true", "-1", "1e999", "1e308", "-0", "0.5", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "4294967296", "268435456", "NaN", "[]", "{}", "\"\"",
    ]

    /// Deeper than any reader has to follow.
    private static func deep(_ text: String) -> String { String(repeating: text, count: 1200) }

    /// `sound` with bytes changed, put in, taken out, repeated or cut off at up to four places.
    package mutating func bytes(of sound: [UInt8]) -> [UInt8] {
        var bytes = sound
        for _ in 0..<random.integer(in: 1...4) where !bytes.isEmpty {
            let place = random.integer(in: 0...bytes.count - 1)
            let piece =
                random.integer(in: 0...3) == 0
                ? [UInt8(random.integer(in: 0...255))] : telling[random.integer(in: 0...telling.count - 1)]
            switch random.integer(in: 0...4) {
            case 0: bytes.replaceSubrange(place...place, with: piece)
            case 1: bytes.insert(contentsOf: piece, at: place)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }

    /// `sound` with one to three of its numbers, or other bare words of JSON or YAML, replaced by other values: damage
    /// that is no damage to the syntax.
    package mutating func values(of sound: [UInt8]) -> [UInt8] {
        var bytes = sound
        for _ in 0..<random.integer(in: 1...3) {
            // From a random place on, the next number.
            let from = random.integer(in: 0...bytes.count - 1)
            guard let start = bytes[from...].firstIndex(where: Self.isNumeral) else { continue }
            let end = bytes[start...].firstIndex { !Self.isNumeral($0) } ?? bytes.endIndex
            let value = Self.values[random.integer(in: 0...Self.values.count - 1)]
            bytes.replaceSubrange(start..<end, with: Array(value.utf8))
        }
        return bytes
    }

    private static func isNumeral(_ byte: UInt8) -> Bool {
        "0123456789.-".utf8.contains(byte)
    }

    /// Writes a new file: some file systems wait for the disk when one is cut off and written again.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}
