import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("build")
struct BuildTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func build(_ more: [String] = [], environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.run(["build"] + Program.small + more, in: folder, environment: environment)
    }

    @Test("leaves a complete run, and says its report's path and verdict as the only result")
    func complete() throws {
        let outcome = try build(["--run-id", "a"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 2 && lines[1].isEmpty)
        #expect(lines[0].wholeMatch(of: /output\/a\/report\.html  (PASS|WARN|FAIL): .+\./) != nil, "\(outcome.output)")
        #expect(try names(in: folder("output")) == ["a", "latest"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("output/latest")) == "a")

        let files = try files(in: folder("output/a"))
        let wanted: Set = [
            "report.html", "summary.md", "results.json", "metrics.csv", "config.yaml", "model.safetensors",
            "manifest.json", "data/predictions.csv", "data/history.csv", "data/attention.safetensors",
        ]
        #expect(wanted.subtracting(files.keys).isEmpty)
        let figures = files.keys.filter { $0.hasPrefix("figures/") }
        for name in ["window-", "attention-", "training-"] {
            #expect(figures.contains { $0.hasPrefix("figures/" + name) && $0.hasSuffix(".png") }, "\(name)")
        }
        for figure in figures where figure.hasSuffix(".png") {
            #expect(files[figure.dropLast(4) + ".svg"] != nil && files[figure.dropLast(4) + ".pdf"] != nil)
        }
        #expect(files.values.allSatisfy { !$0.isEmpty })
    }

    @Test("lists every file of the run in the manifest, with its size and sha256")
    func manifest() throws {
        _ = try build(["--run-id", "a"])
        var files = try files(in: folder("output/a"))
        files[Manifest.name] = nil
        let manifest = try RunFolder(path: folder("output/a")).manifest
        #expect(manifest.run == "a")
        #expect(manifest.files.map(\.path) == files.keys.sorted())
        for file in manifest.files {
            #expect(
                file.bytes == files[file.path]?.count
                    && file.sha256 == FileHash.sha256(Array(files[file.path] ?? Data())))
        }
        #expect(manifest.provenance.blasKernel?.isEmpty == false && !manifest.provenance.cpu.isEmpty)
    }

    @Test("writes the keys that others rely on into results.json")
    func keys() throws {
        _ = try build(["--run-id", "a"])
        let data = try Data(contentsOf: URL(fileURLWithPath: folder("output/a/results.json")))
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        func expect(_ keys: [String], in value: Any?) throws -> [String: Any] {
            let object = try #require(value as? [String: Any])
            for key in keys { #expect(object[key] != nil, "\(key)") }
            return object
        }
        _ = try expect(["schema", "run", "appliances", "training", "gates"], in: root)
        #expect(root["schema"] as? String == "nilm-report/results/2")
        let run = try expect(["id", "created", "seed", "model", "parameters", "data"], in: root["run"])
        _ = try expect(["source", "sha256", "period_s"], in: run["data"])
        let appliance = try expect(
            ["name", "on_threshold_w", "n", "n_on", "metrics", "baselines", "skill"],
            in: (root["appliances"] as? [Any])?.first)
        let metrics = [
            "mae_w", "rmse_w", "mae_on_w", "sae", "nde", "nep", "mre", "mr", "teca", "energy_error_percent",
            "daily_energy_mae_kwh", "accuracy", "balanced_accuracy", "precision", "recall", "f1", "mcc",
            "event_precision", "event_recall", "event_f1",
        ]
        _ = try expect(metrics, in: appliance["metrics"])
        let baselines = try expect(["zero", "mean", "edges"], in: appliance["baselines"])
        for name in ["zero", "mean", "edges"] { _ = try expect(metrics, in: baselines[name]) }
        let absent = try #require(baselines["absent"] as? [[String: Any]])
        #expect(absent.map { $0["baseline"] as? String } == ["hourly", "combinatorial"])
        let reason = try expect(["text", "message"], in: absent[0]["reason"])
        #expect(reason["text"] as? String == "the data have no clock")
        _ = try expect(["truth", "prediction", "events", "event_tolerance_s"], in: appliance["states"])
        let scoring = try expect(["profile", "source", "averaging", "events", "formulas"], in: root["scoring"])
        #expect(scoring["profile"] as? String == "default")
        _ = try expect(metrics, in: scoring["formulas"])
        let training = try expect(["steps", "seconds_per_step", "peak_rss_bytes", "epochs"], in: root["training"])
        #expect((training["epochs"] as? [Any])?.count == 2)
        _ = try expect(
            ["epoch", "train_loss", "val_mae_w", "seconds"], in: (training["epochs"] as? [Any])?.first)
    }

    @Test(
        "says loudly that a budget ended training, in whichever epoch",
        arguments: [
            (["--budget", "0.000001", "--batch", "1"], "after 1 of 16 steps"),
            (["--budget", "0.5", "--batch", "8", "--epochs", "100000"], " of 100000 steps"),
        ])
    func cutShort(options: [String], words: String) throws {
        let outcome = try build(["--run-id", "a"] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("warning: The time budget ended the training of pulse after "))
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        let sentence = "The time budget cut the training of pulse short; see the notices."
        #expect(outcome.output.contains(sentence) && !outcome.output.contains("PASS"))
        let summary = try String(contentsOfFile: folder("output/a/summary.md"), encoding: .utf8)
        #expect(summary.contains(sentence) && summary.contains("**Training cut short, pulse.**"))
        let notices = try ResultsFile.read(path: folder("output/a/results.json")).notices
        #expect(notices.contains { $0.kind == .fewSteps && $0.appliance == "pulse" })
        #expect(
            try String(contentsOfFile: folder("output/a/report.html"), encoding: .utf8).contains("Training cut short"))
    }

    @Test("says its progress on standard error in plain lines where that is no terminal")
    func progress() throws {
        let errors = try build().errors
        #expect(errors.contains("epoch 1") && errors.contains("epoch 2"))
        #expect(!errors.contains("\u{1B}") && !errors.contains("\r"))
    }

    @Test(
        "-q leaves only warnings, and --progress none no more than that", arguments: [["-q"], ["--progress", "none"]])
    func quiet(options: [String]) throws {
        let outcome = try build(options)
        #expect(outcome.output.contains("report.html"))
        #expect(outcome.errorLines.allSatisfy { $0.hasPrefix("warning: ") }, "\(outcome.errors)")
    }

    @Test("takes the run's time and with it its name from SOURCE_DATE_EPOCH")
    func sourceDate() throws {
        _ = try build(environment: ["SOURCE_DATE_EPOCH": "1426000960"])
        let name = try #require(try names(in: folder("output")).first { $0 != "latest" })
        #expect(name.hasPrefix("20150310T152240Z-"))
        #expect(try ResultsFile.read(path: folder("output/\(name)/results.json")).run.created == "2015-03-10T15:22:40Z")
    }

    @Test("makes the folders above the output, and writes no doubled slash")
    func output() throws {
        let outcome = try build(["--output", "deep/er/", "--run-id", "a"])
        #expect(outcome.output.hasPrefix("deep/er/a/report.html  "))
        #expect(try names(in: folder("deep/er")) == ["a", "latest"])
    }

    @Test("takes --force to replace a run")
    func force() throws {
        _ = try build(["--run-id", "a"])
        let before = try files(in: folder("output/a"))
        let refused = try build(["--run-id", "a", "--seed", "7"])
        #expect(refused.status == 73 && refused.errors.contains("output/a: there is a run here already"))
        #expect(try files(in: folder("output/a")) == before)
        #expect(try build(["--run-id", "a", "--seed", "7", "--force"]).status == 0)
        #expect(try ResultsFile.read(path: folder("output/a/results.json")).run.seed == 7)
        #expect(try names(in: folder("output")) == ["a", "latest"])
    }

    @Test("takes an option over the environment, that over the file, and that over the preset")
    func precedence() throws {
        let settings =
            "preset: quick\nsynthetic_windows: [8, 4, 4]\nwindow: 32\nwidth: 8\nheads: 2\ndepth: 1\nbatch: 4\n"
            + "epochs: 3\nseed: 3\n"
        try Data(settings.utf8).write(to: URL(fileURLWithPath: folder("my.yaml")))
        let outcome = try Program.run(
            ["build", "--config", "my.yaml", "--seed", "1", "--run-id", "a"], in: folder,
            environment: ["NILM_REPORT_SEED": "2", "NILM_REPORT_EPOCHS": "2", "NILM_REPORT_OUTPUT": "elsewhere"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = try String(contentsOfFile: folder("elsewhere/a/config.yaml"), encoding: .utf8)
        for line in ["seed: 1\n", "epochs: 2\n", "batch: 4\n", "loss: mixed\n"] {
            #expect(text.contains(line), "\(text)")
        }
    }

    @Test("is not disturbed by a reader that closed the pipe")
    func closedPipe() throws {
        let outcome = try Program.run(["build"] + Program.small + ["--run-id", "a"], in: folder, to: .closedPipe)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try RunFolder(path: folder("output/a")).manifest.files.contains { $0.path == "report.html" })
    }
}
