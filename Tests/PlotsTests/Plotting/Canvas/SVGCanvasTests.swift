import Foundation
import FoundationXML
import Support
import TestSupport
import Testing

@testable import Plots

@Suite("SVG")
struct SVGCanvasTests {
    /// Collects elements and attributes of a well-formed document.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [(name: String, attributes: [String: String])] = []
        var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { elements.append((name, attributes)) }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    private func read(_ svg: String) throws -> Reader {
        let parser = XMLParser(data: Data(svg.utf8))
        let reader = Reader()
        parser.delegate = reader
        #expect(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
        return reader
    }

    @Test("it is well-formed, without style attributes, and says what it shows")
    func wellFormed() throws {
        let reader = try read(SVGCanvas.svg(TestScene.everything(), idPrefix: "fig-1"))
        let root = try #require(reader.elements.first)
        #expect(root.name == "svg" && root.attributes["role"] == "img")
        #expect(root.attributes["aria-labelledby"] == "fig-1-title fig-1-desc")
        #expect(reader.elements.allSatisfy { $0.attributes["style"] == nil })
        #expect(reader.elements.contains { $0.name == "text" })
        #expect(reader.text.contains("A drawing with Test."))
    }

    @Test("ids begin with the caller's prefix, and every reference has its target")
    func ids() throws {
        let reader = try read(SVGCanvas.svg(TestScene.everything(), idPrefix: "fig-1"))
        let ids = reader.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("fig-1-") })
        let references = reader.elements.compactMap { $0.attributes["clip-path"] }
        #expect(!references.isEmpty && references.allSatisfy { ids.contains(String($0.dropFirst(5).dropLast())) })
    }

    @Test(
        "hostile titles are text",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &lt; c", "]]>", "nul\u{0}\u{b}end",
            "</svg>", "\u{202e}gnihctiws",
        ])
    func hostile(title: String) throws {
        let svg = SVGCanvas.svg(TestScene.everything(title: Text(verbatim: title)), idPrefix: "f")
        let reader = try read(svg)
        #expect(
            Set(reader.elements.map(\.name)).isSubset(of: [
                "svg", "title", "desc", "defs", "clipPath", "g", "path", "text",
            ]))
        #expect(reader.text.contains("A drawing with \(title.printable)."))
    }

    @Test("paths are relative whole numbers in a tenth of a point")
    func paths() {
        #expect(
            SVGPath.lines([[Point(x: 1, y: 2), Point(x: 1.5, y: 1), Point(x: 1.5, y: 4), Point(x: 3, y: 5)]])
                == "M10 20l5-10v30l15 10")
        #expect(SVGPath.lines([[Point(x: 0, y: 0)]]) == "M0 0h0")
        #expect(SVGPath.polygons([Rect(x: 0, y: 0, width: 1, height: 2).corners]) == "M0 0h10v20h-10z")
    }

    @Test("rounding does not add up along a path")
    func rounding() {
        // Up and down by turns, so that no two moves become one.
        let line = (0...1000).map { Point(x: Double($0) * 0.04, y: Double($0 % 2)) }
        let path = SVGPath.lines([line])
        let numbers = path.matches(of: /-?\d+/).compactMap { Int($0.output) }
        let across = path.matches(of: /[hl ](-?\d+)/).count
        #expect(across > 400 && numbers.count > 800)
        var x = 0
        for match in path.matches(of: /(?:l| )(\d+)(?:-| )10(?!\d)/) { x += Int(match.1) ?? 0 }
        #expect(abs(x - 400) <= 10)
    }

    @Test("moves in one direction become one, turns and ways back stay")
    func collinear() {
        let points = [0.0, 1, 2, 5, 4, 4].map { Point(x: $0, y: 0) }
        #expect(SVGPath.lines([points]) == "M0 0h50-10")
        let down = [0.0, 2, 3, 3, 1].map { Point(x: 0, y: $0) }
        #expect(SVGPath.lines([down]) == "M0 0v30-20")
        #expect(SVGPath.polygons([[Point(x: 0, y: 0), Point(x: 1, y: 1), Point(x: 2, y: 2)]]) == "M0 0l10 10 10 10z")
    }

    @Test("a dense line costs less than six bytes a point")
    func size() {
        let line = (0..<2560).map { Point(x: Double($0) / 4, y: 50 + 20 * sin(Double($0) * 1.7)) }
        #expect(SVGPath.lines([line]).utf8.count < 6 * line.count)
    }

    @Test("the same scene gives the same text")
    func deterministic() {
        #expect(
            SVGCanvas.svg(TestScene.everything(), idPrefix: "f")
                == SVGCanvas.svg(TestScene.everything(), idPrefix: "f"))
    }

    @Test("every role a scene uses is a class that a style sheet can recolour")
    func classes() throws {
        let reader = try read(SVGCanvas.svg(TestScene.everything(), idPrefix: "f"))
        for element in reader.elements where element.name == "text" {
            #expect(element.attributes["class"] == "fill-text")
        }
        #expect(reader.elements.contains { $0.attributes["class"] == "stroke-series-1" })
    }
}
