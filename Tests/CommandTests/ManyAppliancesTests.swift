import Foundation
import Runs
import TestSupport
import Testing

@Suite("A run of many appliances") struct ManyAppliancesTests {
    private static let count = 14
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        var lines = [
            "time,aggregate,"
                + (0..<Self.count).map { "device \($0)_truth,device \($0)_prediction" }.joined(separator: ",")
        ]
        for row in 0..<240 {
            let powers = (0..<Self.count).map { (row + 7 * $0) % 40 < 8 ? "1500,1400" : "0,1" }
            lines.append("\(1_424_736_000 + 60 * row),\(2000 * Self.count),\(powers.joined(separator: ","))")
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: folder("p.csv")))
        try SharedRuns.make(["import", "p.csv", "--run-id", "a", "--window", "40", "-q"], in: folder)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder("output/a/" + name), encoding: .utf8)
    }

    @Test("has an overview and a page an appliance, which lead to one another and are of the run") func pages() throws {
        let page = try text("report.html")
        let pages = try RunFolder(path: folder("output/a")).manifest.files.map(\.path)
            .filter { $0.hasPrefix("appliances/") }
        #expect(pages.count == Self.count)
        for name in pages {
            #expect(page.components(separatedBy: "<a href=\"\(name)\">").count == 3, "\(name)")
            let own = try text(name)
            #expect(own.contains("<a href=\"../report.html\">") && !own.contains("application/json\" id=\"data-"))
            #expect(
                own.contains("id=\"windows\"") && own.contains("id=\"errors\"") && own.contains("id=\"figure-window-"))
        }
        #expect(page.contains("Energy disaggregation of \(Self.count) appliances"))
        #expect(!page.contains("id=\"windows\"") && !page.contains("id=\"figure-window-") && page.contains("9 more"))
        // What other programs read is that of all.
        #expect(
            try Program.run(["extract", "output/a/report.html", "--part", "results"], in: folder).output
                == text("results.json"))
        let verified = try Program.run(["verify", "output/a"], in: folder)
        #expect(verified.status == 0 && verified.output.contains("\(Self.count + 1) pages"), "\(verified.errors)")
    }

    @Test("is told where one of its pages was changed, loads something, or is another's") func damaged() throws {
        let run = try RunFolder(path: folder("output/a"))
        let name = try #require(run.manifest.files.map(\.path).first { $0.hasPrefix("appliances/") })
        let page = try text(name)
        for (text, words) in [
            (page.replacing("</main>", with: "<img src=x></main>"), "<img>: a page has no such element"),
            (page.replacing("../report.html", with: "../../report.html"), "leads elsewhere"),
            (page.replacing("MAE", with: "MAF"), "drawing it again gives other bytes"),
        ] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder("output/a/" + name)))
            try run.writeManifest(provenance: run.manifest.provenance)
            let outcome = try Program.run(["verify", "output/a"], in: folder)
            #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome.errors)")
        }
        // Drawn again it is as it was; a page that no appliance has is gone.
        try Data(page.utf8).write(to: URL(fileURLWithPath: folder("output/a/appliances/other.html")))
        #expect(try Program.run(["render", "output/a"], in: folder).status == 0)
        #expect(
            try text(name) == page && !FileManager.default.fileExists(atPath: folder("output/a/appliances/other.html")))
        #expect(try Program.run(["verify", "output/a"], in: folder).status == 0)
    }
}
