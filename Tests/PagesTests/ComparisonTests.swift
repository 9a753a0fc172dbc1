import Runs
import Support
import TestSupport
import Testing

@testable import Pages

@Suite("Comparing runs") struct ComparisonTests {
    /// The sample run and a changed one.
    private static func comparison(
        configuration: String? = SampleRun.configuration, _ change: (inout RunContents) -> Void = { _ in }
    ) throws -> Comparison {
        let first = Comparison.Run(
            contents: try SamplePage.input().contents, configuration: SampleRun.configuration,
            provenance: SamplePage.provenance)
        var second = first
        second.configuration = configuration
        change(&second.contents)
        return Comparison([first, second], tool: "nilm-report 0")
    }

    private static func metrics(_ comparison: Comparison, _ name: String = "kettle") -> ComparedMetrics {
        let runs = comparison.compared
        return ComparedMetrics(of: name, in: runs, runs.dropFirst().map { Comparability(of: $0, with: runs[0]) })
    }

    @Test(
        "a difference has its sign and says whether it is better",
        arguments: [
            (Metric.maeW, 7.0625, "−1, better"), (.maeW, 9.0625, "+1, worse"), (.maeW, 8.0625, "same"),
            (.f1, 1, "better"), (.f1, 0, "worse"), (.energyErrorPercent, 0, "better"),
            (.energyErrorPercent, 99, "worse"),
        ])
    func differences(metric: Metric, value: Double, text: String) throws {
        let comparison = try Self.comparison { $0.results.appliances[0].metrics.set(metric, to: value) }
        let row = try #require(Self.metrics(comparison).rows.first { $0.label == metric.label })
        #expect(row.cells[0].difference.isEmpty && row.cells[1].difference.english.hasSuffix(text))
    }

    @Test("a value that is as far from 0 on the other side is neither better nor worse") func otherSign() throws {
        let comparison = try Self.comparison { contents in
            let value = contents.results.appliances[0].metrics[.energyErrorPercent] ?? 1
            contents.results.appliances[0].metrics.set(.energyErrorPercent, to: -value)
        }
        let label = Metric.energyErrorPercent.label
        let row = try #require(Self.metrics(comparison).rows.first { $0.label == label })
        let difference = row.cells[1].difference.english
        #expect(!difference.contains("better") && !difference.contains("worse"))
    }

    @Test("a run on other data is told, stands without differences, and its windows are not laid over the first's")
    func otherData() throws {
        let comparison = try Self.comparison { contents in
            contents.results.run.data.sha256 = "0123456789"
            for index in contents.series.indices { contents.series[index].aggregateW[0] += 1 }
        }
        let words = "Run B is not comparable with run A: its data are others (ukdale:data/ukdale, sha256 01234567…)."
        #expect(comparison.comparability.map(\.english) == [words])
        #expect(Self.metrics(comparison).rows.allSatisfy { $0.cells[1].difference.isEmpty })
        #expect(Self.metrics(comparison).notes.count == 1)
        let html = try comparison.html()
        #expect(!html.contains("id=\"figure-compare-window-kettle-event\""))
        #expect(html.contains("no other run has the same samples in the window kettle-event"))
    }

    @Test(
        "what else keeps runs from being compared",
        arguments: [
            ("period", "its sampling period is 7 s and not 60 s"), ("n", "kettle is not, 1 samples were scored"),
            ("threshold", "kettle is not, it counts as on by another rule"), ("profile", "other definitions (other)"),
        ])
    func incomparable(what: String, words: String) throws {
        let comparison = try Self.comparison { contents in
            switch what {
            case "period": contents.results.run.data.periodS = 7
            case "n": contents.results.appliances[0].n = 1
            case "threshold": contents.results.appliances[0].onThresholdW += 1
            default:
                contents.results.scoring = ScoringDefinition(
                    profile: "other", source: "", averaging: "", events: "", formulas: [:])
            }
        }
        #expect(comparison.comparability[0].english.contains(words), "\(comparison.comparability)")
        #expect(Self.metrics(comparison).notes.count == 1)
    }

    @Test("where no appliance is comparable, the runs are not; their data may be others") func nothing() throws {
        let comparison = try Self.comparison { contents in
            contents.results.appliances[0].n = 1
            contents.results.appliances[1].n = 2
        }
        #expect(
            comparison.comparability.map(\.english) == [
                "Run B is not comparable with run A: dish washer: 2 samples were scored and not 4; "
                    + "kettle: 1 samples were scored and not 12."
            ])
    }

    @Test("the same run twice: all is the same, windows are overlaid, no setting differs") func same() throws {
        let comparison = try Self.comparison()
        #expect(
            comparison.comparability.map(\.english) == [
                "Run B is comparable with run A: same data, sampling period and definitions."
            ])
        let html = try comparison.html()
        #expect(html.contains("all runs have the same settings"))
        #expect(html.contains("id=\"figure-compare-window-kettle-event\""))
        #expect(html.contains("id=\"figure-compare-skill\"") && html.contains("id=\"figure-compare-training-kettle\""))
        #expect(try comparison.html() == html)
    }

    @Test("settings that differ stand side by side, those of one run alone beside a dash") func settings() throws {
        let html = try Self.comparison(configuration: "preset: quick\nseed: 8\nwidth: 4\n").html()
        #expect(html.contains("<code>seed</code></th><td><code>7</code></td><td><code>8</code></td>"))
        #expect(html.contains("<code>width</code></th><td><code>–</code></td><td><code>4</code></td>"))
        #expect(!html.contains("<code>preset</code></th>"))
    }

    @Test("an appliance that only one run has is there, and not scored in the other") func oneSided() throws {
        let comparison = try Self.comparison { $0.results.appliances.removeFirst() }
        let row = try #require(Self.metrics(comparison).rows.first)
        #expect(row.cells[1].value.reason.english == "not scored" && row.cells[1].difference.isEmpty)
    }

    @Test("the manual has every key of the page, and no other") func manual() throws {
        let comparison = try Self.comparison(configuration: nil) { contents in
            contents.results.run.data.sha256 = "0"
            contents.results.windows.append(contents.results.windows[0])
            contents.series = []
        }
        // Absences and figures of every section.
        var keys = Set(ViewKeys.keys(of: try comparison.view()))
        keys.formUnion(ViewKeys.keys(of: try Self.comparison().view()))
        let lists = ["skill", "training", "windows"]
        for list in lists { keys.insert("\(list).absences[].reason") }
        keys.subtract(lists.map { "\($0).absences[]" })
        keys.subtract(lists.map { "\($0).figures[]" })
        // None of its figures can be explored.
        keys.subtract(lists.map { "\($0).figures[].explorers[]" })
        keys.remove("appliances[].notes[]")
        keys.remove("configuration[]")
        let documented = Templates.keys.keys["compare"]?.filter { !$0.contains(".explorers[]") }
        #expect(keys.sorted() == documented?.sorted())
    }
}
