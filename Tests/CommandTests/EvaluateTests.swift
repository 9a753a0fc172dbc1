import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("evaluate")
struct EvaluateTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Makes the run `output/a`, whose test scores are returned.
    private func build() throws -> ApplianceResult {
        try SharedRuns.make(["build", "-q", "--run-id", "a"] + Program.small, in: folder)
        return try result(of: "a")
    }

    private func result(of run: String) throws -> ApplianceResult {
        try #require(try ResultsFile.read(path: folder("output/\(run)/results.json")).appliances.first)
    }

    @Test("scores a run's model on the run's own data as the run did, with a report")
    func run() throws {
        let built = try build()
        let outcome = try Program.run(["evaluate", "output/latest", "--run-id", "b"], in: folder)
        #expect(outcome.status == 0 && outcome.output.hasPrefix("output/b/report.html  "), "\(outcome.errors)")
        #expect(try result(of: "b") == built)
        let results = try ResultsFile.read(path: folder("output/b/results.json"))
        #expect(results.training == nil && !results.attention.isEmpty)
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: folder("output/b/model.safetensors")))
                == Data(contentsOf: URL(fileURLWithPath: folder("output/a/model.safetensors"))))
    }

    @Test("takes other data for a run's model")
    func otherData() throws {
        let built = try build()
        _ = try Program.run(["evaluate", "output/a", "--run-id", "b", "--seed", "5"], in: folder)
        #expect(try result(of: "b") != built)
    }

    @Test("scores by another project's definitions, and says so")
    func profile() throws {
        let built = try build()
        let outcome = try Program.run(
            ["evaluate", "output/a", "--run-id", "b", "--metric-profile", "kelly"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let scored = try result(of: "b")
        #expect(scored.onThresholdW == 4 && built.onThresholdW != 4 && scored.metrics[.maeW] == built.metrics[.maeW])
        let results = try ResultsFile.read(path: folder("output/b/results.json"))
        #expect(results.scoring?.profile == "kelly" && results.scoring?.source.contains("metrics.py") == true)
        let page = try String(contentsOfFile: folder("output/b/report.html"), encoding: .utf8)
        #expect(page.contains("Metric profile kelly") && page.contains("on above 4 W"))
        let configuration = try String(contentsOfFile: folder("output/b/config.yaml"), encoding: .utf8)
        #expect(configuration.contains("metric_profile: kelly\n"))
    }

    @Test("takes appliance, window and power scaling from a model file of this program")
    func file() throws {
        let built = try build()
        let outcome = try Program.run(
            ["evaluate", "output/a/model.safetensors", "--run-id", "b", "--synthetic-windows", "8,4,4"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try result(of: "b") == built)
    }

    @Test("scores a bare state dictionary as PyTorch saves it, and says what it assumed")
    func stateDictionary() throws {
        try StateDictionary.tensors().write(to: folder("pytorch.safetensors"))
        let outcome = try Program.run(
            [
                "evaluate", "pytorch.safetensors", "--normalisation", "kilowatt", "--window", "37",
                "--synthetic-windows", "4,4,4", "--run-id", "b",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("assumed 4 heads, scale 4, normalisation kilowatt"))
        #expect(try result(of: "b").n == 4 * 37)
        let configuration = try String(contentsOfFile: folder("output/b/config.yaml"), encoding: .utf8)
        for line in ["width: 16\n", "depth: 2\n", "heads: 4\n"] { #expect(configuration.contains(line)) }
    }

    @Test("refuses another sampling period than the model's, and an appliance that it is not for")
    func otherUse() throws {
        _ = try build()
        try FileManager.default.moveItem(atPath: folder("output"), toPath: folder("runs"))
        try expectFailure(
            try Program.run(["evaluate", "runs/a", "--period", "6"], in: folder), status: 64,
            ["trained on samples every 1 s", "--period is 6"], in: folder)
        try expectFailure(
            try Program.run(["evaluate", "runs/a", "--width", "64"], in: folder), status: 64,
            ["--width is 64", "leave the option out"], in: folder)
        try expectFailure(
            try Program.run(["evaluate", "runs/a", "--appliance", "kettle"], in: folder), status: 64,
            ["no model for kettle", "pulse"], in: folder)
    }

    @Test("scores one of a run's appliances where asked")
    func oneOfTwo() throws {
        let houses = try Houses()
        try SharedRuns.make(
            ["build", "-q", "--appliance", "kettle,fridge", "--run-id", "a"] + Houses.small, in: houses.folder)
        let outcome = try Program.run(
            ["evaluate", "output/a", "--appliance", "fridge", "--run-id", "b"], in: houses.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        var two = try ResultsFile.read(path: houses.folder("output/a/results.json")).appliances
        #expect(two.map(\.name) == ["kettle", "fridge"])
        let one = try ResultsFile.read(path: houses.folder("output/b/results.json")).appliances
        // Alone it has no combinations with the other.
        #expect(two[1].baselines[.combinatorial] != nil && two[1].baselines.absent.isEmpty)
        #expect(one.first?.baselines.absent.map(\.baseline) == ["combinatorial"])
        two[1].baselines[.combinatorial] = nil
        two[1].baselines.absent = one.first?.baselines.absent ?? []
        #expect(one == [two[1]])
    }

    /// Makes the run `output/a` of a model of house 1's kettle.
    private func trainOnHouse1(_ houses: Houses, _ options: [String] = []) throws {
        try SharedRuns.make(
            ["train", "-q", "--run-id", "a", "--appliance", "kettle", "--train-houses", "1"] + Houses.small + options,
            in: houses.folder)
    }

    private func evaluate(_ houses: Houses, _ options: [String], id: String = "b") throws -> Results {
        let outcome = try Program.run(["evaluate", "output/a", "--run-id", id] + options, in: houses.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try ResultsFile.read(path: houses.folder("output/\(id)/results.json"))
    }

    @Test("scores all of another house, with the model's normalisation, beside baselines of the model's training data")
    func otherHouse() throws {
        let houses = try Houses([1, 2])
        try trainOnHouse1(houses)
        // What was trained on is not needed any more.
        try FileManager.default.removeItem(atPath: houses.folder("uk/house_1"))
        let results = try evaluate(houses, ["--test-houses", "2"])
        #expect(Set(results.run.data.parts.map(\.house)) == ["house_2"])
        #expect(Set(results.run.data.parts.map(\.part)) == [.test])
        let kettle = try #require(results.appliances.first)
        #expect(kettle.n == 1200 && kettle.baselinesSource?.english.contains("house 1 (2015-02-24") == true)
        #expect(kettle.baselines[.edges] != nil && kettle.baselines[.hourly] != nil)
        #expect(!results.notices.contains { $0.kind == .leak })
        let learnt = "data/baselines.json"
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: houses.folder("output/a/\(learnt)")))
                == Data(contentsOf: URL(fileURLWithPath: houses.folder("output/b/\(learnt)"))))
        let page = try String(contentsOfFile: houses.folder("output/b/report.html"), encoding: .utf8)
        #expect(page.contains("The baselines are fitted to the training data, house 1"))
    }

    @Test("scores all rows of other data, in whatever layout they are")
    func otherLayout() throws {
        let houses = try Houses()
        try trainOnHouse1(houses)
        var table = "time,aggregate,kettle\n"
        for row in 0..<300 {
            let kettle = row % 90 < 20 ? 2300 : 0
            table += "\(Houses.start + 6 * row),\(200 + kettle + row % 7),\(kettle)\n"
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: houses.folder("meter.csv")))
        let results = try evaluate(houses, ["--data", "csv:meter.csv"])
        #expect(results.appliances.first?.n == 300)
        #expect(results.appliances.first?.baselinesSource?.english.contains("house 1") == true)
        #expect(results.run.data.files.map(\.path) == ["meter.csv"])
    }

    @Test("does not score a house that was trained on, and says so where it can't tell before")
    func leak() throws {
        let houses = try Houses([1, 2])
        try trainOnHouse1(houses)
        try expectFailure(
            try Program.run(
                ["evaluate", "output/a", "--test-houses", "1", "--output", "elsewhere"], in: houses.folder),
            status: 64, ["house 1 is both a training and a test house"],
            in: TemporaryFolder())
        // The same files under another name.
        try FileManager.default.moveItem(atPath: houses.folder("uk"), toPath: houses.folder("moved"))
        let results = try evaluate(houses, ["--data", "ukdale:moved", "--test-houses", "1"])
        #expect(results.notices.contains { $0.kind == .leak && $0.said.english.contains("house 1") })
        let summary = try String(contentsOfFile: houses.folder("output/b/summary.md"), encoding: .utf8)
        #expect(summary.contains("WARN") || summary.contains("FAIL"))
        #expect(summary.contains("the model learnt from"))
        let other = try evaluate(houses, ["--data", "ukdale:moved", "--test-houses", "2"], id: "c")
        #expect(!other.notices.contains { $0.kind == .leak })
        // The same house under another number.
        try FileManager.default.moveItem(atPath: houses.folder("moved/house_1"), toPath: houses.folder("moved/house_3"))
        let copy = try evaluate(houses, ["--data", "ukdale:moved", "--test-houses", "3"], id: "d")
        let said = "The rows of house 3 are those of house 1"
        #expect(copy.notices.count { $0.kind == .leak && $0.said.english.contains(said) } == 1)
        // A run of an earlier version has no hashes of its rows: its files and houses tell.
        try FileManager.default.removeItem(atPath: houses.folder("output/a/\(TrainingRowsFile.name)"))
        let run = try RunFolder(path: houses.folder("output/a"))
        try run.writeManifest(provenance: run.manifest.provenance)
        let old = try evaluate(houses, ["--data", "ukdale:moved", "--test-houses", "3"], id: "e")
        #expect(old.notices.count { $0.kind == .leak && $0.said.english.contains(said) } == 1)
        try FileManager.default.moveItem(atPath: houses.folder("moved/house_3"), toPath: houses.folder("moved/house_1"))
        let own = try evaluate(houses, ["--data", "ukdale:moved", "--test-houses", "1"], id: "f")
        #expect(own.notices.contains { $0.kind == .leak && $0.said.english.contains("of house 1") })
    }

    @Test(
        "finds rows that were trained on by their content, in a copy of another layout or a part of it, shared or not"
    )
    func leakByContent() throws {
        let houses = try Houses([1, 2])
        try trainOnHouse1(houses)
        // Rows of house 1's training part, in a table; not one file is the same.
        func table(house: Int, rows: Range<Int>) throws -> String {
            func powers(_ channel: Int) throws -> [Substring] {
                try String(contentsOfFile: houses.path("channel_\(channel).dat", house: house), encoding: .utf8)
                    .split(separator: "\n").map { $0.split(separator: " ")[1] }
            }
            let (aggregate, kettle) = (try powers(1), try powers(2))
            return "time,aggregate,kettle\n"
                + rows.map { "\(Houses.start + 6 * $0),\(aggregate[$0]),\(kettle[$0])\n" }.joined()
        }
        for (id, house, options) in [("b", 1, []), ("c", 1, ["--share"]), ("d", 2, [])] {
            try Data(table(house: house, rows: 110..<400).utf8)
                .write(to: URL(fileURLWithPath: houses.folder("meter.csv")))
            let notices = try evaluate(houses, ["--data", "csv:meter.csv"] + options, id: id).notices
            #expect(notices.contains { $0.kind == .leak } == (house == 1), "\(id)")
        }
        // The blocks of the scored rows, with which their dates could be found, are not in the shared run.
        let kept = try ["b", "c"].map { id in
            try TrainingRowsFile.read(path: houses.folder("output/\(id)/\(TrainingRowsFile.name)"))
                .blocks(of: "kettle")["house_1"]
        }
        #expect((kept[0]?.count ?? 0) - (kept[1]?.count ?? 0) == 5)
        // A run that was evaluated knows what its model was trained on, too.
        try Data(table(house: 1, rows: 110..<400).utf8).write(to: URL(fileURLWithPath: houses.folder("meter.csv")))
        let again = try Program.run(
            ["evaluate", "output/d", "--data", "csv:meter.csv", "--run-id", "e"], in: houses.folder)
        #expect(again.status == 0, "\(again.errors)")
        #expect(
            try ResultsFile.read(path: houses.folder("output/e/results.json")).notices.contains { $0.kind == .leak })
    }

    @Test("made-up windows of no other seed were trained on; one that was is found") func syntheticLeak() throws {
        let outcome = try Program.run(["train", "-q", "--run-id", "a", "--seed", "7"] + Program.small, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        func notices(seed: Int, id: String) throws -> [Notice] {
            let scored = try Program.run(
                ["evaluate", "output/a", "-q", "--run-id", id, "--seed", "\(seed)"], in: folder)
            #expect(scored.status == 0, "\(scored.errors)")
            return try ResultsFile.read(path: folder("output/\(id)/results.json")).notices
        }
        for seed in 5...8 {
            #expect(try !notices(seed: seed, id: "s\(seed)").contains { $0.kind == .leak }, "seed \(seed)")
        }
        // No seed gives a training window, so a window that is scored is added to what the run says it learnt from.
        let series = try Predictions.read(path: folder("output/s5/data/predictions.csv"), periodS: 1)[0]
        var rows = try TrainingRowsFile.read(path: folder("output/a/\(TrainingRowsFile.name)"))
        #expect(rows.blocks(of: "pulse")["synthetic"]?.count == 8 + 4)
        rows.add(
            house: "synthetic", appliance: "pulse",
            blocks: Set(RowBlocks.block(ofWindow: series.slice(32..<64).aggregateW).map(\.hash)))
        let run = try RunFolder(path: folder("output/a"))
        try RunFolder.write(TrainingRowsFile.bytes(of: rows), to: TrainingRowsFile.name, in: run.path)
        try run.writeManifest(provenance: run.manifest.provenance)
        #expect(
            try notices(seed: 5, id: "t5").contains {
                $0.kind == .leak && $0.said.english.contains("of pulse was trained")
            })
        #expect(try !notices(seed: 6, id: "t6").contains { $0.kind == .leak })
    }

    @Test("a packed copy and a label that was added are the same data; a reading that changed is not") func sameData()
        throws
    {
        let houses = try Houses()
        func build(_ id: String, _ options: [String] = []) throws -> Program.Outcome {
            try Program.run(
                ["train", "-q", "--run-id", id, "--appliance", "kettle"] + Houses.small + options, in: houses.folder)
        }
        #expect(try build("a").status == 0)
        try houses.edit("labels.dat") { $0.append("9 toaster") }
        let labelled = try build("b", ["--baseline", "output/a"])
        #expect(labelled.status == 0, "\(labelled.errors)")
        let (one, two) = (
            try ResultsFile.read(path: houses.folder("output/a/results.json")),
            try ResultsFile.read(path: houses.folder("output/b/results.json"))
        )
        #expect(one.run.data.sha256 != two.run.data.sha256)
        #expect(one.appliances.map(\.scoredSha256) == two.appliances.map(\.scoredSha256))
        let shared = try Program.run(
            ["build", "-q", "--run-id", "c", "--appliance", "kettle", "--share"] + Houses.small, in: houses.folder)
        #expect(shared.status == 0, "\(shared.errors)")
        #expect(try Program.run(["check", "output/c", "--baseline", "output/a"], in: houses.folder).status == 0)
        try houses.edit("channel_1.dat") { $0[1190] = "\(Houses.start + 6 * 1190) 777" }
        #expect(try build("d", ["--baseline", "output/a"]).status == 3)
    }

    @Test("two models that are scored in the same second are two runs")
    func names() throws {
        for (id, seed) in [("a", "0"), ("b", "1")] {
            let outcome = try Program.run(
                ["train", "-q", "--run-id", id, "--output", "trained"] + Program.small + ["--seed", seed], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let moment = ["SOURCE_DATE_EPOCH": "1766448000"]
        for id in ["a", "b"] {
            // The same settings, so that only the model differs.
            let outcome = try Program.run(
                ["evaluate", "trained/\(id)", "--seed", "7", "-q"], in: folder, environment: moment)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try CommandTests.names(in: folder("output")).count == 3)
    }

    @Test("an appliance's own window and threshold go from training to the report")
    func ownSettings() throws {
        let houses = try Houses()
        let outcome = try Program.run(
            [
                "build", "-q", "--run-id", "a", "--appliance", "kettle,fridge", "--windows", "fridge-freezer=48",
                "--on-thresholds", "kettle=1500", "--min-on", "kettle=60", "--event-tolerances", "fridge=90",
            ] + Houses.small, in: houses.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let built = try ResultsFile.read(path: houses.folder("output/a/results.json"))
        #expect(built.appliances.map(\.windowSteps) == [32, 48])
        #expect(built.appliances.map(\.onThresholdW) == [1500, 50])
        #expect(built.appliances[0].states?.events.english.contains("less than 60 s") == true)
        #expect(built.appliances.map { $0.states?.eventToleranceS } == [30, 90])
        #expect(Set(built.windows.filter { $0.appliance == "fridge" }.map(\.steps)) == [48])
        let configuration = try String(contentsOfFile: houses.folder("output/a/config.yaml"), encoding: .utf8)
        #expect(configuration.contains("windows: [\"fridge=48\"]\n"))
        let again = try evaluate(houses, [])
        #expect(again.appliances == built.appliances)
        // The other's settings stand in nobody's way.
        let one = try evaluate(houses, ["--appliance", "kettle"], id: "c")
        #expect(one.appliances.map(\.onThresholdW) == [1500])
        try FileManager.default.removeItem(atPath: houses.folder("output"))
        try expectFailure(
            try Program.run(
                ["build", "--appliance", "kettle", "--windows", "ketle=48"] + Houses.small, in: houses.folder),
            status: 64, ["windows names ketle", "kettle"], in: houses.folder)
    }
}
