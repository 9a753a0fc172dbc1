import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Pages

@Suite("The page's budget") struct PageBudgetTests {
    /// A run of three windows and three layers of attention.
    private static func contents() throws -> RunContents {
        var results = try SamplePage.results()
        let window = results.windows[0]
        let map = results.attention[0]
        results.appliances[0].byHour = (0..<24).map {
            HourScore(hour: $0, n: 1, maeW: 1, truthKwh: 1, predictionKwh: 1)
        }
        results.appliances[0].errors = ErrorAnalysis(
            confusion: .init(onAsOn: 2, onAsOff: 1, offAsOn: 0, offAsOff: 9), durations: [],
            falseUses: .init(count: 0, predicted: 0, seconds: 0, predictionKwh: 0), worstWindows: [])
        results.windows = (0..<3).map { index in
            var copy = window
            copy.id = "kettle-\(index)"
            return copy
        }
        results.attention = (0..<3).map { layer in
            AttentionMap(
                appliance: map.appliance, window: "kettle-0", layer: layer, scale: .fine, tensor: "\(layer)", heads: 2,
                keys: 4, cells: 2, seconds: map.seconds)
        }
        let weights = Safetensors.Tensor(shape: [2, 2, 2], values: [0.75, 0.25, 0.5, 0.5, 0.5, 0.5, 0, 1])
        let series = try Predictions.decode(Array(SampleRun.predictions.utf8), path: "predictions.csv", periodS: 60)
        return RunContents(
            results: results, series: series, attention: ["0": weights, "1": weights, "2": weights])
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

    /// What a remark begins with.
    private let said = "not on the page: "

    @Test("a page within it is left alone") func within() throws {
        let drawn = try draw { _ in }
        #expect(drawn.remarks.isEmpty && !drawn.page.contains("to keep the page small"))
    }

    @Test("a page over it loses windows first, and says so") func first() throws {
        let whole = try draw { _ in }
        let drawn = try draw { $0.comfortableBytes = whole.page.utf8.count - 1 }
        #expect(
            drawn.remarks == [
                "not on the page: all but 2 windows an appliance, to keep the page small; figures/ has them"
            ])
        #expect(drawn.page.contains("Not shown: \(drawn.remarks[0].dropFirst(said.count))."))
        #expect(whole.page.contains("id=\"figure-window-kettle-2\""))
        #expect(!drawn.page.contains("id=\"figure-window-kettle-2\"") && drawn.files == whole.files)
    }

    @Test("past the bound there are no figures and no results for other programs, but always a page") func least()
        throws
    {
        let whole = try draw { _ in }
        let drawn = try draw { ($0.comfortableBytes, $0.mostBytes) = (1, 1000) }
        #expect(drawn.page.contains("</html>") && !drawn.page.contains("id=\"figure-") && drawn.files == whole.files)
        #expect(whole.page.contains("id=\"data-results\"") && !drawn.page.contains("id=\"data-results\""))
        #expect(
            drawn.page.contains("id=\"data-configuration\"") && drawn.page.contains("<th scope=\"row\">kettle</th>"))
        for words in ["all figures, to keep", "the results for other programs, to keep"] {
            #expect(drawn.remarks.contains { $0.contains(words) } && drawn.page.contains(words))
        }
    }

    @Test("then layers and colours; what stays too large is said") func all() throws {
        let whole = try draw { _ in }
        let drawn = try draw { $0.comfortableBytes = 1 }
        let words = [
            "between the first and the last", "more than 16 colours", "all but one window",
            "of single heads", "the page is large: ",
        ]
        #expect(drawn.remarks.count == words.count)
        for (remark, word) in zip(drawn.remarks, words) { #expect(remark.contains(word)) }
        for remark in drawn.remarks.prefix(4) {
            #expect(drawn.page.contains("Not shown: \(remark.dropFirst(said.count))."), "\(remark)")
        }
        // Two windows were shown until one was.
        #expect(!drawn.page.contains("all but 2 windows"))
        #expect(drawn.page.utf8.count < whole.page.utf8.count && drawn.files == whole.files)
    }

    @Test("a page of too many elements loses rows of tables first, as far as it needs") func elements() throws {
        let complete = try draw { _ in }.page
        let whole = PageSize(of: complete).nodes
        let shorter = try draw { $0.mostNodes = whole - 1 }
        let column = "class=\"number\">Predicting the training mean</th>"
        #expect(complete.contains(column) && !shorter.page.contains(column))
        #expect(shorter.remarks.count == 1 && shorter.remarks[0].contains("tables by hour and by head"))
        #expect(PageSize(of: shorter.page).nodes < whole)
        let least = try draw { $0.mostNodes = 10 }
        #expect(least.remarks.count == 6 && least.remarks[5].hasPrefix("the page is large"))
        #expect(least.remarks.contains { $0.contains("all metrics of baselines, and most rows") })
        let zero = "class=\"number\">Predicting zero</th>"
        #expect(shorter.page.contains(zero) && !least.page.contains(zero))
        #expect(!least.page.contains("id=\"figure-attention-kettle-0-heads\""))
        // The table of windows has those that are left on the page.
        #expect(shorter.page.contains("<th scope=\"row\">kettle-1</th>"))
        #expect(!least.page.contains("<th scope=\"row\">kettle-1</th>"))
        #expect(least.files == shorter.files && least.files.contains("attention-kettle-0-heads.svg"))
    }

    @Test("short tables list few epochs, the last among them, and all of few") func epochs() {
        #expect(TableLength.short.epochs(of: 30) == [5, 11, 17, 23, 29])
        #expect(TableLength.shortest.epochs(of: 30) == [29])
        #expect(TableLength.short.epochs(of: 3).isSuperset(of: 0..<3))
        #expect(TableLength.long.epochs(of: 30).isSuperset(of: 0..<30))
    }

    @Test("elements are counted, not texts, ends or declarations") func nodes() {
        #expect(PageSize(of: "<!DOCTYPE html><p>a &lt; b <b>c</b><br></p><!-- x -->").nodes == 3)
    }
}
