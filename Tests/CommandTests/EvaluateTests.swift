import Files
import Foundation
import Runs
import TestSupport
import Testing

@Suite("evaluate")
struct EvaluateTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Makes the run `output/a`, whose test scores are returned.
    private func build() throws -> ApplianceResult {
        let outcome = try Program.run(["build", "-q", "--run-id", "a"] + Program.small, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
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
        _ = try Program.run(
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
}
