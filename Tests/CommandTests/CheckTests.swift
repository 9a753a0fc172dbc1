import Foundation
import Runs
import TestSupport
import Testing

@Suite("Gates and baselines")
struct CheckTests {
    private let folder: TemporaryFolder
    /// Sixteen windows are scored: enough to tell a change from chance.
    private static let options = Program.small + ["--synthetic-windows", "8,4,16", "-q"]

    init() throws { folder = try TemporaryFolder() }

    private func build(
        _ id: String, _ options: [String] = [], environment: [String: String] = [:]
    ) throws -> Program.Outcome {
        try Program.run(["build", "--run-id", id] + Self.options + options, in: folder, environment: environment)
    }

    private func results(_ id: String) throws -> Results {
        try ResultsFile.read(path: folder("output/\(id)/results.json"))
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: folder(path), encoding: .utf8) }

    @Test("a gate that is not met gives exit code 2, and the report says so everywhere") func gate() throws {
        let outcome = try build("a", ["--gate", "mae_w<1e9", "--gate", "pulse.f1 > 1"])
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.output.contains("FAIL: The gate pulse.f1 > 1 of pulse is not met."))
        let gates = try results("a").gates
        #expect(gates.map(\.expression) == ["mae_w<1e9", "pulse.f1 > 1"] && gates.map(\.passed) == [true, false])
        #expect(try text("output/a/report.html").contains("pulse.f1 &gt; 1"))
        #expect(try text("output/a/summary.md").contains("pulse.f1 &gt; 1 | pulse |"))
        #expect(try text("output/a/junit.xml").contains("tests=\"2\" failures=\"1\""))
        #expect(try text("output/a/config.yaml").contains("gates: [\"mae_w<1e9\", \"pulse.f1 > 1\"]"))
        let listed = Set(try RunFolder(path: folder("output/a")).manifest.files.map(\.path))
        #expect(listed.isSuperset(of: ["junit.xml", "metrics.txt", "badge.svg", "summary.md"]))
        // The gates are the run's own, for check too; the run evaluated again has none.
        #expect(try Program.run(["check", "output/a"], in: folder).status == 2)
        let passing = try Program.run(["check", "output/a", "--gate", "mae_w<1e9"], in: folder)
        #expect(passing.status == 0 && passing.output.hasPrefix("ok    pulse: mae_w<1e9"))
        #expect(try Program.run(["evaluate", "output/a", "-q", "--run-id", "b"], in: folder).status == 0)
    }

    @Test(
        "a gate that can't be meant is refused before any work",
        arguments: [
            (["--gate", "mea_w<1"], "did you mean mae_w?"), (["--gate", "mae_w"], "expected METRIC OPERATOR NUMBER"),
            (["--gate", "pulses.mae_w<1"], "did you mean pulse?"),
        ])
    func refused(options: [String], words: String) throws {
        try expectFailure(try build("a", options), status: 64, [words], in: folder)
    }

    @Test("the same run again passes, a worse one gives 2, one on other data 3, and each says so") func baseline()
        throws
    {
        #expect(try build("a", ["--epochs", "20"]).status == 0)
        let same = try build("b", ["--epochs", "20", "--baseline", "output/a"])
        #expect(same.status == 0, "\(same.errors)")
        #expect(try results("b").baseline?.changes.allSatisfy { $0.outcome == .same } == true)

        // The saved run, scored again by itself, is as good as it was.
        let scored = try Program.run(
            ["evaluate", "output/a", "--output", "output", "--run-id", "e", "--threads", "1"], in: folder)
        #expect(scored.status == 0, "\(scored.errors)")
        let again = try Program.run(["check", "output/e", "--baseline", "output/a"], in: folder)
        #expect(again.status == 0, "\(again.errors)")

        // A planted regression: a model that has learnt next to nothing.
        let worse = try build(
            "c", ["--epochs", "1", "--learning-rate", "1e-9", "--baseline", "output/a/results.json"])
        #expect(worse.status == 2, "\(worse.output)")
        let change = try #require(try results("c").baseline?.changes.first { $0.metric == "mae_w" })
        #expect(change.outcome == .worse && change.blocks == 16 && change.blockKind == .window)
        #expect(worse.output.contains("FAIL: It is worse than the earlier run a for pulse (mae_w)"))
        #expect(try text("output/c/report.html").contains("Change against the baseline run"))
        #expect(try text("output/c/summary.md").contains("Against the baseline run a"))

        let other = try build("d", ["--window", "40", "--baseline", "output/a"])
        #expect(other.status == 3, "\(other.errors)")
        #expect(other.output.contains("It is not comparable with the earlier run a."))
        let checked = try Program.run(["check", "output/d", "--baseline", "output/a"], in: folder)
        #expect(checked.status == 3 && checked.errors.contains("Not comparable: its data are others"))
    }

    @Test("check writes its files where it is told, and nothing into the run") func output() throws {
        #expect(try build("a").status == 0)
        let before = try files(in: folder("output/a"))
        let outcome = try Program.run(
            ["check", "output/a", "--gate", "mae_w<0", "--output", "deep/ci/"], in: folder)
        #expect(outcome.status == 2)
        #expect(try names(in: folder("deep/ci")) == ["badge.svg", "junit.xml", "metrics.txt", "summary.md"])
        #expect(try text("deep/ci/junit.xml").contains("failures=\"1\""))
        #expect(try files(in: folder("output/a")) == before)
    }

    @Test("without a gate or a baseline there is nothing to check") func nothing() throws {
        #expect(try build("a").status == 0)
        let outcome = try Program.run(["check", "output/a"], in: folder)
        #expect(outcome.status == 64 && outcome.errors.contains("give --gate"))
        #expect(try Program.run(["check", "none", "--gate", "mae_w<1"], in: folder).status == 66)
        #expect(try Program.run(["check", "output/a", "--baseline", "none"], in: folder).status == 66)
    }

    @Test("GitHub Actions is told in its own words, and gets the summary") func gitHub() throws {
        let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder("step.md")]
        try Data("before\n".utf8).write(to: URL(fileURLWithPath: folder("step.md")))
        let outcome = try build("a", ["--gate", "pulse.mae_w<0"], environment: environment)
        #expect(outcome.status == 2)
        #expect(outcome.errorLines.contains { $0.hasPrefix("::error title=pulse%3A pulse.mae_w<0::The value is ") })
        #expect(outcome.errorLines.contains { $0.hasPrefix("::warning title=run::This is a smoke run") })
        #expect(try text("step.md") == "before\n" + text("output/a/summary.md") + "\n")
    }
}
