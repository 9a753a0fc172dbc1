import Foundation
import FoundationXML
import Pages
import Runs
import Support
import TestSupport
import Testing

@Suite("Texts from elsewhere stay texts") struct EscapingTests {
    /// Those that are one character to Swift with what stands before or behind them, and some that are not.
    private static let neighbours: [Unicode.Scalar] = {
        var scalars: [Unicode.Scalar] = [
            "a", " ", "\n", "\r", "\t", "\u{0}", "\u{1F600}", "\u{1100}", "\u{11A8}", "\u{7F}",
        ]
        scalars += [0x85, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFF].compactMap { Unicode.Scalar($0 as UInt32) }
        for value in UInt32(0x80)...0xE0FFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let properties = scalar.properties
            switch properties.generalCategory {
            case .format, .spacingMark, .nonspacingMark, .enclosingMark, .modifierSymbol: scalars.append(scalar)
            default: if properties.isGraphemeExtend || (0x1F1E6...0x1F1FF).contains(value) { scalars.append(scalar) }
            }
        }
        return scalars
    }()
    private static let signs: [Unicode.Scalar] = ["<", ">", "&", "\"", "'", "/", "!", "-"]

    /// Each sign with each neighbour before it, behind it, and on both sides.
    private static let texts: [String] = neighbours.flatMap { neighbour in
        signs.flatMap { sign in
            [[neighbour, sign], [sign, neighbour], [neighbour, sign, neighbour]].map { scalars in
                String(String.UnicodeScalarView(scalars))
            }
        }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements = 0
        var attributes: [String] = []
        var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements += 1
            self.attributes += attributes.values
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    @Test(
        "in XML and in a page, as text and as an attribute, whatever stands beside a sign",
        arguments: [Escaping.page, .xml])
    func markup(escaping: Escaping) throws {
        #expect(Self.neighbours.count > 1000)
        let escaped = Self.texts.map(escaping.escape)
        let parser = XMLParser(
            data: Data("<r>\(escaped.map { "<t a=\"\($0)\" b='\($0)'>\($0)</t>" }.joined())</r>".utf8))
        let reader = Reader()
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(reader.elements == Self.texts.count + 1 && reader.attributes.count == 2 * Self.texts.count)
        // What may stand there comes back as it was; the parser makes one line end of several.
        func plain(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { !["\r", "\n", "\u{0}", "\u{FFFD}"].contains($0) && !$0.isReplaced }
        }
        #expect(plain(reader.text) == plain(Self.texts.joined()))
    }

    @Test("as JSON within a script element") func scriptData() throws {
        for text in Self.texts {
            let json = Escaping.scriptData.escape(String(decoding: try JSONEncoder().encode(text), as: UTF8.self))
            #expect(!json.utf8.contains(UInt8(ascii: "<")) && !json.contains("\u{FFFF}"))
            let read = try JSONDecoder().decode(String.self, from: Data(json.utf8))
            #expect(read.unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    @Test("as Markdown, in which nothing opens a tag") func markdown() {
        for text in Self.texts {
            let bytes = Array(Escaping.markdown.escape(text).utf8)
            #expect(!bytes.contains(UInt8(ascii: "<")) && !bytes.contains(UInt8(ascii: "\n")))
        }
    }

    /// The names of the tags that a reader of bytes finds, scripts' and styles' content left out.
    private static func tags(in html: String) -> [String] {
        let bytes = Array(html.utf8)
        var tags: [String] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let name = bytes[(start + 1)...].prefix {
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || $0 == UInt8(ascii: "/")
            }
            let tag = String(decoding: name, as: UTF8.self)
            tags.append(tag)
            index = start + 1
            guard tag == "script" || tag == "style" else { continue }
            index = bytes[index...].firstRange(of: Array("</\(tag)".utf8))?.lowerBound ?? bytes.count
        }
        return tags
    }

    @Test(
        "in results, configuration and paths of a page: it has no element that it would not have without them",
        arguments: ["\u{0600}", "\u{301}", "\u{200D}", "\u{FFFF}", "\u{1FFFE}", "\u{7F}", "a", "\r"])
    func page(mark: String) throws {
        func html(_ attack: String) throws -> String {
            var results = try SamplePage.results()
            results.run.data.source = "csv:\(attack)"
            results.run.data.files[0].path = attack
            results.notices[1].said = try .text(attack)
            results.gates[0].expression = attack
            var input = try SamplePage.input(results)
            input.configuration = "# \(attack)\npreset: quick\n"
            return try Report.render(input).html
        }
        let attack = "\(mark)</script>\(mark)<meta http-equiv=refresh content=\"0;url=x\">\(mark)"
        let page = try html(attack)
        #expect(Self.tags(in: page) == Self.tags(in: try html("nothing")))
        let contents = PageContents(html: page)
        let read = try ResultsFile.decode(Array(try #require(contents.json("results")).utf8), path: "page")
        #expect(read.run.data.files[0].path.unicodeScalars.elementsEqual(attack.unicodeScalars))
        #expect(contents.problems() == [])
    }

    @Test(
        "a page with a tag that marks hide from Swift's characters is told",
        arguments: [
            "\u{0600}</script>\u{0600}<meta http-equiv=refresh>",
            "</script>\u{301}<meta title=\"\"\u{301} http-equiv=refresh content=\"0\">",
        ])
    func judged(attack: String) throws {
        let page = try Report.render(SamplePage.input()).html
        let broken = page.replacing("\"kettle\"", with: "\"\(attack)\"", maxReplacements: 1)
        #expect(broken != page && !PageContents(html: broken).problems().isEmpty)
    }
}

extension Unicode.Scalar {
    /// Direction marks and controls, which no page has.
    fileprivate var isReplaced: Bool {
        properties.isNoncharacterCodePoint || ("\u{202A}"..."\u{202E}").contains(self)
            || ("\u{2066}"..."\u{2069}").contains(self)
            || ("\u{7F}"..."\u{9F}").contains(self) || self == "\t" || self == " "
    }
}
