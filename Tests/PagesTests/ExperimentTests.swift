import Runs
import Support
import TestSupport
import Testing

@testable import Pages

@Suite("Experiment pages")
struct ExperimentTests {
    /// The sample run under models a and b, with the errors given, one a seed.
    private static func results(_ errors: [String: [Double]], missing: [Text] = []) throws -> ExperimentResults {
        let sample = try SamplePage.input().contents.results
        let runs = errors.sorted { $0.key < $1.key }.flatMap { model, errors in
            errors.enumerated().map { seed, error in
                var results = sample
                for index in results.appliances.indices { results.appliances[index].metrics.set(.maeW, to: error) }
                return ExperimentResults.Run(
                    data: "d", model: model, seed: UInt64(seed), folder: "d_\(model)_\(seed)", results: results)
            }
        }
        return ExperimentResults(runs, models: ["a", "b"], missing: missing)
    }

    @Test("a run on other rows than the first model's of its seed is told") func incomparable() throws {
        let sample = try SamplePage.input().contents.results
        let runs = [("a", 0, "x"), ("a", 1, "y"), ("b", 0, "x"), ("b", 1, "z")].map { model, seed, rows in
            var results = sample
            for index in results.appliances.indices { results.appliances[index].scoredSha256 = rows }
            return ExperimentResults.Run(
                data: "d", model: model, seed: UInt64(seed), folder: "d_\(model)_\(seed)", results: results)
        }
        let results = ExperimentResults(runs, models: ["a", "b"], missing: [])
        let reason = "time, aggregate or truth of the rows that were scored are others"
        let sentence = "d_b_1 is not comparable with d_a_1: \(reason)."
        // Of each of the two appliances.
        #expect(results.incomparable.map(\.english) == [sentence, sentence])
        #expect(try Self.results(["a": [1, 2], "b": [3, 4]]).incomparable.isEmpty)
        #expect(try ExperimentPage(results, name: "e", tool: "t").html().contains(reason))
    }

    @Test("of each run only what is compared is held") func held() throws {
        var sample = try SamplePage.input().contents.results
        sample.appliances[0].byDay = [
            DayScore(house: "1", date: "2015-01-01", n: 1, maeW: 1, truthKwh: 1, predictionKwh: 1)
        ]
        let run = ExperimentResults.Run(data: "d", model: "a", seed: 0, folder: "f", results: sample)
        #expect(!sample.windows.isEmpty && !sample.attention.isEmpty && !sample.notices.isEmpty)
        #expect(run.results.windows.isEmpty && run.results.attention.isEmpty && run.results.notices.isEmpty)
        #expect(run.results.appliances.allSatisfy { $0.byDay == nil && $0.errors == nil })
        #expect(run.results.appliances[0].metrics == sample.appliances[0].metrics)
        #expect(run.results.appliances[0].blocks == sample.appliances[0].blocks)
        #expect(Comparability(of: run.results, with: sample).reasons.isEmpty)
    }

    @Test("the median of seeds, and their ends") func spreads() throws {
        #expect(Spread([]) == nil)
        let odd = try #require(Spread([3, 1, 9]))
        #expect(odd.median == 3 && odd.least == 1 && odd.most == 9 && odd.count == 3)
        #expect(Spread([4, 2])?.median == 3)
    }

    @Test(
        "what is said of a model is certain only if most intervals are without zero",
        arguments: [
            ([10.0, 11, 12], [20.0, 21, 22], 5.0...15, "b is behind a: its median error is 1.91 times"),
            ([20, 21, 22], [10, 11, 12], -15 ... -5, "b is ahead of a: its median error is 0.52 times"),
            ([10, 11, 30], [11, 20, 22], -1...9, "b may be behind a"), ([10], [20], 5...15, "b may be behind a"),
            ([10, 11], [20, 21], nil, "b may be behind a"),
            ([10, 11], [10, 11.1], -1...1, "There is nothing to choose between b and a"),
        ])
    func findings(first: [Double], second: [Double], interval: ClosedRange<Double>?, words: String) throws {
        var results = try Self.results(["a": first, "b": second])
        #expect(results.pairs.allSatisfy { $0.before.count == first.count && $0.after.count == second.count })
        if let interval { for pair in results.pairs { results.set(interval, for: pair.pair) } }
        let finding = results.finding("b").english
        #expect(finding.hasPrefix(words), "\(finding)")
        #expect(finding.contains("With one seed") == (first.count == 1))
        #expect(finding.contains("too short to tell") == (interval == nil))
        let html = try ExperimentPage(results, name: "e", tool: "nilm-report 0").html()
        #expect(html.contains("<small>+5 to +15 W</small>") == (interval == 5...15))
    }

    @Test("runs that are missing are said, and a model without runs is") func missing() throws {
        let results = try Self.results(
            ["a": [1]], missing: [Text("d_b_0 is not there: <no data>", es: "d_b_0 no está: <no data>")])
        let html = try ExperimentPage(results, name: "e", tool: "nilm-report 0").html()
        #expect(html.contains("d_b_0 is not there: &lt;no data&gt;") && html.contains("<small>not run</small>"))
        #expect(html.contains("b and a have no appliance in common."))
    }

    @Test("the manual has every key of the page's values, and no other") func manual() throws {
        var results = try Self.results(["a": [1, 2], "b": [3]], missing: [Text(verbatim: "m")])
        results.set(1...2, for: results.pairs[0].pair)
        let page = ExperimentPage(results, name: "e", tool: "t")
        var keys = Set(ViewKeys.keys(of: try page.view()))
        // A list that is empty here, and values that are sections of a shape.
        keys.insert("skill.absences[].reason")
        keys.subtract(["skill.absences[]", "skill.figures[].explorers[]"])
        let documented = Templates.keys.keys["experiment"]?.filter { !$0.contains(".explorers[]") }
        #expect(keys.sorted() == documented?.sorted())
    }
}
