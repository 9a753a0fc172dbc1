import Foundation
import Support
import Testing

/// Whether the program still says what the catalogue translates.
///
/// Neighbouring words of an entry must be neighbours in the program's sources or templates too. Half of them are enough:
/// texts are put together of parts, so that some neighbours meet only when the program runs. What this can't see is an
/// entry most of whose words stand together in another text, such as one that was only reworded a little.
@Suite("Entries of the Spanish catalogue") struct UsedEntryTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private static func words(_ text: String) -> [String] {
        let isLetter = { (byte: UInt8) in byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) }
        return text.replacing("\u{a0}", with: " ").utf8.split { !isLetter($0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func pairs(_ words: [String]) -> [String] { zip(words, words.dropFirst()).map { $0 + " " + $1 } }

    /// The words of an entry between its gaps and values.
    private static func pieces(of key: String) -> [[String]] {
        key.replacing(/\{[^}]*\}+/, with: "\n").split(separator: "\n").map { words(String($0)) }
    }

    private static func isUsed(_ key: String, words: Set<String>, pairs: Set<String>) -> Bool {
        let pieces = pieces(of: key)
        let own = pieces.flatMap(Self.pairs)
        guard own.count > 1 else { return pieces.joined().allSatisfy(words.contains) }
        return 2 * own.count(where: pairs.contains) >= own.count
    }

    private static func vocabulary() throws -> (words: Set<String>, pairs: Set<String>) {
        var (all, neighbours) = (Set<String>(), Set<String>())
        for (folder, endings) in [("Sources", ["swift"]), ("templates", ["mustache", "js"])] {
            let files = try #require(FileManager.default.enumerator(atPath: root + "/" + folder))
            for case let name as String in files where endings.contains((name as NSString).pathExtension) {
                let words = words(try String(contentsOfFile: "\(root)/\(folder)/\(name)", encoding: .utf8))
                all.formUnion(words)
                neighbours.formUnion(pairs(words))
            }
        }
        return (all, neighbours)
    }

    @Test("are texts that the program still has") func used() throws {
        let (words, pairs) = try Self.vocabulary()
        let catalogue = try #require(Language.spanish.catalogue)
        let unused = catalogue.keys.filter { !Self.isUsed($0, words: words, pairs: pairs) }
        #expect(
            unused.isEmpty, "remove from languages/es.txt:\n\(unused.map { "= " + $0 }.joined(separator: "\n"))")
        #expect(!Self.isUsed("A zebra crosses the long street of {} towns", words: words, pairs: pairs))
    }
}
