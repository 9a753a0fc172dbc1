import Datasets
import Foundation
import Plots
import Support
import Testing

@testable import Pages

@Suite("An inspection's text and page") struct DrawingTests {
    private static let hostile = "\"><script>alert(1)</script>"

    /// A house with a gap and a hostile name, and one that can't be read.
    private func inspection() throws -> Inspection {
        let houses = try TinyHouses()
        let readings = TinyHouses.every(6, 600) { $0 % 100 }
        let late = TinyHouses.every(6, 100, from: 90_000) { _ in 2500 }
        try houses.write(
            1, labels: "1 aggregate\n2 kettle\n3 \(Self.hostile)\n", [readings + late, readings, readings])
        try houses.write(2, labels: "2 kettle\n", [nil, readings])
        return try houses.inspection()
    }

    @Test("columns line up, and headings are bold only where they may be") func text() throws {
        let plain = try InspectionText.lines(of: try inspection(), isStyled: false)
        #expect(!plain.contains { $0.contains("\u{1B}") })
        let head = try #require(plain.firstIndex { $0.hasPrefix("  Meter") && $0.contains("Coverage") })
        let rows = plain[head...(head + 2)]
        #expect(Set(rows.map(\.count)).count == 1)
        #expect(rows.last?.contains("kettle  ") == true && rows.last?.hasSuffix(" 0") == true)
        #expect(plain.contains("  2015-02-24 00:59  1 d 6 s  aggregate"))
        #expect(plain.contains { $0.contains("house_2 has no aggregate") })
        #expect(!plain.contains { $0.hasSuffix(" ") })
        let styled = try InspectionText.lines(of: try inspection(), isStyled: true)
        #expect(styled[0] == "\u{1B}[1m\(plain[0])\u{1B}[0m")
    }

    @Test("the page is closed to everything from outside, and has every house, meter and figure") func page() throws {
        let html = try InspectionPage.html(of: try inspection(), tool: "nilm-report 0")
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("default-src &#39;none&#39;"))
        #expect(!html.contains(" style=") && !html.contains("http://www.example") && !html.contains(" onclick"))
        #expect(!html.contains("<script>alert"))
        #expect(html.components(separatedBy: "<main").count == 2 && html.contains("<title>ukdale:x: inspection"))
        for text in [
            "id=\"house-1\"", "id=\"house-2\"", "figure-coverage-house-1", "figure-day-house-1", "channel_1.dat",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        #expect(!html.contains("figure-coverage-house-2"))
        let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
    }

    @Test("gaps are drawn in time order, at least a pixel wide; those that touch are one") func coverage() throws {
        let frame = Frame(
            Rect(x: 0, y: 0, width: 100, height: 10), x: LinearScale(0...1000), y: CategoryScale(["x"]))
        let gaps = [(700, 100), (100, 2), (104, 2), (300, 50)].map {
            LongestGaps.Gap(start: $0.0, seconds: $0.1)
        }
        // A pixel is 10 s: two gaps of 2 s around 101 and 105 are one from 96 to 110.
        #expect(CoverageFigure.drawn(gaps, frame) == [96...110, 300...350, 700...800])
        let inspection = try inspection()
        let figure = try #require(CoverageFigure(inspection.houses[0], try Times(zone: inspection.timeZone)))
        #expect(figure.scene.description.english.contains("kettle: readings for 100.0 % of the time"))
        #expect(figure.scene.description.english.contains("1 gap, the longest of 1 d"))
        #expect(CoverageFigure(inspection.houses[1], figure.times) == nil)
    }

    @Test("a typical day needs a clock") func clock() throws {
        let house = try inspection().houses[0]
        #expect(TypicalDayFigure(house, zone: nil) == nil)
        let scene = try #require(TypicalDayFigure(house, zone: "Europe/London")).scene
        #expect(scene.description.english.contains("kettle draws most from 0 to 1 h"))
    }

    @Test("the manual has every key of the page's values, and no other") func manual() throws {
        let view = try InspectionPage.view(of: try inspection(), tool: "a", look: ReportLook())
        let documented = try #require(Templates.keys.keys["inspection"])
        #expect(Set(ViewKeys.keys(of: view)) == Set(documented))
    }

    @Test("the same inspection gives the same bytes") func same() throws {
        let inspection = try inspection()
        #expect(
            try InspectionPage.html(of: inspection, tool: "a") == InspectionPage.html(of: inspection, tool: "a"))
    }

    @Test("a table's cells stand below one another, words to the left and numbers to the right") func table() {
        var table = TextTable(["Name", "n"], left: 1)
        table.add(["a", "1"])
        table.add(["longer", "1000"])
        #expect(table.lines == ["  Name       n", "  a          1", "  longer  1000"])
    }
}
