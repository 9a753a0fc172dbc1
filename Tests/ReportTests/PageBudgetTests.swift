import Files
import Foundation
import Runs
import TestSupport
import Testing

@testable import Report

@Suite("The page's budget") struct PageBudgetTests {
    /// A run of three windows and three layers of attention.
    private static func contents() throws -> RunContents {
        var results = try SamplePage.results()
        let window = results.windows[0]
        let map = results.attention[0]
        results.windows = (0..<3).map { index in
            var copy = window
            copy.id = "kettle-\(index)"
            return copy
        }
        results.attention = (0..<3).map { layer in
            AttentionMap(
                appliance: map.appliance, window: "kettle-0", layer: layer, scale: .fine, tensor: "\(layer)", heads: 1,
                keys: 4, cells: 2, seconds: map.seconds)
        }
        let weights = Safetensors.Tensor(shape: [1, 2, 2], values: [0.75, 0.25, 0.5, 0.5])
        let series = try Predictions.decode(Array(SampleRun.predictions.utf8), path: "predictions.csv", periodS: 60)
        return RunContents(
            results: results, configuration: nil, series: series,
            attention: ["0": weights, "1": weights, "2": weights])
    }

    /// The page drawn under a budget, and what was said of it.
    private func draw(_ change: (inout PageBudget) -> Void) throws -> (page: String, files: [String], remarks: [String])
    {
        let folder = try TemporaryFolder()
        var budget = PageBudget()
        change(&budget)
        let remarks = try RunRenderer.draw(
            Self.contents(), configuration: nil, provenance: SamplePage.provenance, in: folder("run"), budget: budget)
        let page = String(decoding: try FileReader.bytes(of: folder("run/report.html")), as: UTF8.self)
        return (page, try FileManager.default.contentsOfDirectory(atPath: folder("run/figures")).sorted(), remarks)
    }

    @Test("a page within it is left alone") func within() throws {
        let drawn = try draw { _ in }
        #expect(drawn.remarks.isEmpty && !drawn.page.contains("to keep the page small"))
    }

    @Test("a page over it loses windows first, and says so") func first() throws {
        let whole = try draw { _ in }
        let drawn = try draw { $0.comfortableBytes = whole.page.utf8.count - 1 }
        #expect(drawn.remarks == ["to keep the page small, the page shows 2 windows an appliance; figures/ has all"])
        #expect(drawn.page.contains("Not shown: \(drawn.remarks[0])."))
        #expect(whole.page.contains("id=\"figure-window-kettle-2\""))
        #expect(!drawn.page.contains("id=\"figure-window-kettle-2\"") && drawn.files == whole.files)
    }

    @Test("then layers and colours; what stays too large is said, and past the bound there is no page")
    func all() throws {
        let whole = try draw { _ in }
        let drawn = try draw { $0.comfortableBytes = 1 }
        let words = [
            "2 windows an appliance", "the first and the last layer", "have 16 colours", "the page is large: ",
        ]
        #expect(drawn.remarks.count == words.count)
        for (remark, word) in zip(drawn.remarks, words) { #expect(remark.contains(word)) }
        for remark in drawn.remarks.prefix(3) { #expect(drawn.page.contains("Not shown: \(remark).")) }
        #expect(drawn.page.utf8.count < whole.page.utf8.count && drawn.files == whole.files)
        #expect(throws: ReportError.self) { try draw { ($0.comfortableBytes, $0.mostBytes) = (1, 1000) } }
        #expect(try draw { $0.mostNodes = 10 }.remarks.map { $0.prefix(17) } == ["the page is large"])
    }

    @Test("elements are counted, not texts, ends or declarations") func nodes() {
        #expect(PageBudget.nodes(in: "<!DOCTYPE html><p>a &lt; b <b>c</b><br></p><!-- x -->") == 3)
    }
}
