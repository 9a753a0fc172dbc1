import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("import")
struct ImportTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let start = 1_424_736_000

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder(name)))
    }

    /// 200 samples of 6 s: a kettle that is predicted 100 W low, and a heater that is predicted exactly.
    private func table(
        header: String = "time,aggregate,kettle_truth,kettle_prediction,heater_truth_kw,heater_prediction_kw",
        separator: String = ",", skipping gap: Range<Int> = 0..<0
    ) -> String {
        var lines = [header.replacing(",", with: separator)]
        for row in 0..<200 where !gap.contains(row) {
            let (kettle, heater) = (row % 50 < 10 ? 2400 : 0, row % 80 < 40 ? 1 : 0)
            let powers = [
                200 + kettle + 1000 * heater, kettle, max(0, kettle - 100), heater, heater,
            ]
            lines.append(
                ([Self.start + 6 * row] + powers).map(String.init).joined(separator: separator))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("reads what Python's csv module writes: lines that end in CR LF, and floats")
    func python() throws {
        let rows = (0..<200).map { row in
            let kettle = row % 50 < 10 ? 2400.0 : 0.0
            return "\(Self.start + 6 * row),\(kettle + 200.25),\(kettle),\(kettle + 0.5)"
        }
        try write(
            (["time,aggregate,kettle_truth,kettle_prediction"] + rows).joined(separator: "\r\n") + "\r\n", to: "p.csv")
        let outcome = try Program.run(["import", "p.csv", "--run-id", "a", "--window", "50"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let kettle = try #require(try results("a").appliances.first)
        #expect(kettle.n == 200 && kettle.metrics[.maeW] == 0.5)
    }

    @Test("a table of more appliances than a run may have is refused before its lines are read") func tooMany() throws {
        let names = (0...1000).map { "m\($0)_truth,m\($0)_prediction" }.joined(separator: ",")
        let powers = Array(repeating: "1,2", count: 1001).joined(separator: ",")
        let lines = (0..<3).map { "\(Self.start + 60 * $0),1000,\(powers)" }
        try write((["time,aggregate,\(names)"] + lines).joined(separator: "\n") + "\n", to: "p.csv")
        let outcome = try Program.run(["import", "p.csv", "--run-id", "a"], in: folder)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("p.csv: has predictions of 1001 appliances, and a run has at most 1000"))
    }

    @Test("tonight's predictions are held against last night's of the same rows, packed or under another name, too")
    func baseline() throws {
        func write(_ name: String, error: Int, missing: Int? = nil) throws {
            let lines = (0..<8 * 24 * 60).map { row in
                let kettle = row % 50 < 10 ? 2400 : 0
                let prediction = row == missing ? "" : String(kettle + error + row % 7)
                return "\(Self.start + 60 * row),\(kettle + 200),\(kettle),\(prediction)"
            }
            try self.write(
                (["time,aggregate,kettle_truth,kettle_prediction"] + lines).joined(separator: "\n"), to: name)
        }
        func imported(_ file: String, _ id: String, _ options: [String] = []) throws -> Program.Outcome {
            try Program.run(["import", file, "--run-id", id, "-q"] + options, in: folder)
        }
        try write("1.csv", error: 20)
        try write("2.csv", error: 10)
        try write("3.csv", error: 20, missing: 30)
        #expect(try imported("1.csv", "a").status == 0)
        let better = try imported("2.csv", "b", ["--baseline", "output/a", "--house", "other"])
        #expect(better.status == 0, "\(better.errors)")
        #expect(try results("b").baseline?.changes.first { $0.metric == "mae_w" }?.outcome == .better)
        #expect(try imported("1.csv", "c", ["--baseline", "output/b"]).status == 2)
        let compared = try Program.run(["compare", "output/a", "output/b"], in: folder)
        #expect(compared.status == 0 && compared.errors.contains("Run B is comparable with run A"))
        // Without the prediction of a row that row is not scored.
        let fewer = try imported("3.csv", "d", ["--baseline", "output/a"])
        #expect(fewer.status == 3, "\(fewer.errors)")
        #expect(
            try results("d").baseline?.obstacles.map(\.english) == ["kettle: 11519 samples were scored and not 11520"])
    }

    private func results(_ id: String) throws -> Results {
        try ResultsFile.read(path: folder("output/\(id)/results.json"))
    }

    @Test("makes the same run of another program's predictions: scores, baselines, windows, energy, and a report")
    func whole() throws {
        try write(table(), to: "p.csv")
        let outcome = try Program.run(
            ["import", "p.csv", "--model-name", "seq2point", "--run-id", "a", "--window", "50"], in: folder)
        #expect(outcome.status == 0 && outcome.output.hasPrefix("output/a/report.html  PASS"), "\(outcome.errors)")
        let results = try results("a")
        #expect(results.appliances.map(\.name) == ["kettle", "heater"])
        let kettle = try #require(results.appliances.first)
        #expect(kettle.n == 200 && kettle.nOn == 40)
        #expect(kettle.metrics[.maeW] == 20 && kettle.baselines.zero[.maeW] == 480)
        #expect(Baseline.allCases.allSatisfy { kettle.baselines[$0] != nil })
        #expect(kettle.baselinesSource?.english.contains("the scored rows themselves") == true)
        #expect(results.appliances[1].metrics[.maeW] == 0 && results.appliances[1].n == 200)
        #expect(results.run.model == "seq2point" && results.run.parameters == nil && results.training == nil)
        #expect(results.run.data.periodS == 6 && results.run.data.files.map(\.path) == ["p.csv"])
        #expect(results.windows.contains { $0.id == "kettle-event" && $0.steps == 50 })
        let page = try String(contentsOfFile: folder("output/a/report.html"), encoding: .utf8)
        #expect(page.contains("seq2point") && page.contains("this run trained nothing"))
        #expect(page.contains("the predictions were made by another program"))
        // Without a model and a configuration it is drawn again, but not evaluated.
        let again = try Program.run(["render", "output/a"], in: folder)
        #expect(again.status == 0, "\(again.errors)")
        #expect(try String(contentsOfFile: folder("output/a/report.html"), encoding: .utf8) == page)
        let refused = try Program.run(["evaluate", "output/a"], in: folder)
        #expect(refused.status == 64 && refused.errors.contains("has no model"))
    }

    @Test("scores what has truth and prediction, and counts what has not")
    func gaps() throws {
        var lines = table(skipping: 60..<70).split(separator: "\n").map(String.init)
        // A line without a prediction.
        lines[5] = lines[5].replacing(",2300,", with: ",,")
        try write(lines.joined(separator: "\n"), to: "p.csv")
        let outcome = try Program.run(["import", "p.csv", "--run-id", "a"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let results = try results("a")
        #expect(results.appliances.map(\.n) == [189, 190])
        #expect(results.notices.contains { $0.said.english.hasPrefix("10 of 200 periods have no line") })
        #expect(results.notices.contains { $0.appliance == "kettle" && $0.said.english.hasPrefix("1 of 190 rows") })
        // Windows are no longer than the longest run without a gap.
        #expect(results.windows.filter { $0.appliance == "heater" }.allSatisfy { $0.steps == 130 })
    }

    @Test("takes training data for the baselines, named columns, another zone, and thresholds of one's own")
    func options() throws {
        try write(table(header: "when,mains,a,b,c,d", separator: ";"), to: "p.csv")
        try write(table(header: "when,mains,a,b,c,d", separator: ";"), to: "train.csv")
        let outcome = try Program.run(
            [
                "import", "p.csv", "--run-id", "a", "--training", "train.csv", "--csv-time", "when", "--csv-aggregate",
                "mains", "--csv-truths", "kettle=a,boiler=5", "--csv-predictions", "kettle=b,boiler=d", "--time-zone",
                "Europe/London", "--on-threshold", "boiler=0.5", "--house", "mine", "--period", "12",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let results = try results("a")
        #expect(results.appliances.map(\.name) == ["kettle", "boiler"])
        #expect(results.appliances[1].onThresholdW == 0.5 && results.run.data.periodS == 12)
        #expect(
            results.run.data.timeZone == "Europe/London" && results.run.data.parts.map(\.house) == ["mine", "mine"])
        #expect(
            results.appliances[0].baselinesSource?.english.hasPrefix("the training data, train.csv: mine (2015-02-24")
                == true)
        #expect(results.run.data.files.map(\.path) == ["p.csv", "train.csv"])
    }

    @Test("shows the attention of a window, pooled where it is large")
    func attention() throws {
        try write(table(), to: "p.csv")
        let even = [Float](repeating: 1.0 / 20, count: 2 * 20 * 20)
        var file = Safetensors(metadata: ["kettle.start": "\(Self.start + 60)", "kettle.steps": "80"])
        file.tensors["kettle/layer0/fine"] = .init(shape: [2, 20, 20], values: even)
        file.tensors["kettle/layer0/coarse"] = .init(
            shape: [1, 300, 300], values: [Float](repeating: 1.0 / 300, count: 300 * 300))
        try file.write(to: folder("a.safetensors"))
        let outcome = try Program.run(
            ["import", "p.csv", "--run-id", "a", "--attention", "a.safetensors"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let results = try results("a")
        #expect(results.attention.map(\.scale) == [.fine, .coarse])
        #expect(results.attention.map(\.cells) == [20, 150] && results.attention.map(\.keys) == [20, 300])
        #expect(results.windows.last?.id == "kettle-attention" && results.windows.last?.start == Self.start + 60)
        let kept = try Safetensors(contentsOf: folder("output/a/data/attention.safetensors"))
        let sums = try #require(kept.tensors["kettle-attention/layer0/coarse"]).values.prefix(150).reduce(0, +)
        #expect(abs(sums - 1) < 1e-4)
        #expect(try names(in: folder("output/a/figures")).contains { $0.contains("attention") })
    }

    @Test("takes NILMFormer's rules for REFIT where they are asked for, and those for UK-DALE where they are not")
    func nilmformer() throws {
        try write(table(), to: "p.csv")
        for (profile, threshold) in [("nilmformer", 2000.0), ("nilmformer_refit", 1000)] {
            let outcome = try Program.run(
                ["import", "p.csv", "-q", "--run-id", profile, "--metric-profile", profile], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let results = try results(profile)
            #expect(results.scoring?.profile == profile)
            #expect(results.appliances.first?.onThresholdW == threshold)
            // What is predicted below the threshold counts as 0, on the page as in the metrics.
            #expect(results.appliances.first?.states?.predictionPowers == PowerRule(zeroBelowW: threshold))
        }
    }

    @Test(
        "refuses attention that it can't place or that is none",
        arguments: [
            ("kettle/fine", [1, 2, 2], ["expected tensors named as kettle/layer0/fine"]),
            ("oven/layer0/fine", [1, 2, 2], ["without predictions", "heater, kettle"]),
            ("kettle/layer0/fine", [2, 2], ["shape (heads, cells, cells)"]),
            ("kettle/layer0/fine", [1, 1, 1], ["add up to 0.5"]),
            ("heater/layer0/fine", [1, 2, 2], ["heater.start", "got none"]),
        ])
    func badAttention(name: String, shape: [Int], words: [String]) throws {
        try write(table(), to: "p.csv")
        var file = Safetensors(metadata: ["kettle.start": "\(Self.start)", "kettle.steps": "10"])
        file.tensors[name] = .init(shape: shape, values: [Float](repeating: 0.5, count: shape.reduce(1, *)))
        try file.write(to: folder("a.safetensors"))
        let outcome = try Program.run(["import", "p.csv", "-q", "--attention", "a.safetensors"], in: folder)
        try expectFailure(outcome, status: 65, ["a.safetensors"] + words, in: folder)
    }

    /// What is wrong, as a change of the table's text or options.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var replacing: (String, String) = ("", "")
        var options: [String] = []
        var status: Int32 = 65
        var words: [String]
    }

    @Test(
        "says what is wrong with a table, with the line",
        arguments: [
            Mistake(
                testDescription: "a power", replacing: ("1424736000,3600,2400", "1424736000,3600,x"),
                words: ["p.csv:2:", "expected a power"]),
            Mistake(
                testDescription: "a time", replacing: ("1424736006", "1324736006"), words: ["p.csv:3:", "earlier"]),
            Mistake(
                testDescription: "no prediction", replacing: ("kettle_prediction", "oven_prediction"),
                words: ["p.csv", "kettle has a truth (kettle_truth) but no prediction"]),
            Mistake(
                testDescription: "no pair", replacing: ("_truth", "_x"), words: ["has a prediction", "but no truth"]),
            Mistake(
                testDescription: "a column that is not there", options: ["--csv-truths", "kettle=nine"], status: 64,
                words: ["--csv-truths kettle=nine", "no such column"]),
            Mistake(
                testDescription: "a column twice", options: ["--csv-predictions", "kettle=3,heater=6"], status: 64,
                words: ["kettle_truth", "twice"]),
            Mistake(
                testDescription: "no such file", options: ["--training", "none.csv"], status: 66, words: ["none.csv"]),
            Mistake(
                testDescription: "no power of a house", replacing: (",2300,", ",2e10,"),
                words: ["p.csv:2:", "1000000000 W"]),
            Mistake(
                testDescription: "an unknown appliance", options: ["--on-threshold", "kettel=9"], status: 64,
                words: ["kettel", "kettle, heater"]),
        ])
    func mistakes(mistake: Mistake) throws {
        var text = table()
        if !mistake.replacing.0.isEmpty { text = text.replacing(mistake.replacing.0, with: mistake.replacing.1) }
        try write(text, to: "p.csv")
        let outcome = try Program.run(["import", "p.csv", "-q"] + mistake.options, in: folder)
        try expectFailure(outcome, status: mistake.status, mistake.words, in: folder)
    }
}
