import Foundation
import Runs
import TestSupport
import Testing

@Suite("train and render")
struct RenderTests {
    @Test("train leaves a run without a report, to which render adds what build draws")
    func trainThenRender() throws {
        let folder = try TemporaryFolder()
        let time = ["SOURCE_DATE_EPOCH": "1426000960"]
        let trained = try Program.run(
            ["train"] + Program.small + ["--run-id", "a"], in: folder, environment: time)
        #expect(trained.status == 0, "\(trained.errors)")
        #expect(trained.output.hasPrefix("output/a  "))
        let before = try files(in: folder("output/a"))
        #expect(before["report.html"] == nil && before["model.safetensors"] != nil)
        #expect(!before.keys.contains { $0.hasPrefix("figures/") })

        let rendered = try Program.run(["render", "output/a"], in: folder)
        #expect(rendered.status == 0, "\(rendered.errors)")
        #expect(rendered.output.hasPrefix("output/a/report.html  ") && rendered.errors.isEmpty)
        let after = try files(in: folder("output/a"))
        for (path, bytes) in before where path != Manifest.name { #expect(after[path] == bytes, "\(path)") }

        _ = try Program.run(
            ["build"] + Program.small + ["--run-id", "a", "--output", "built"], in: folder, environment: time)
        #expect(try files(in: folder("built/a")).keys.sorted() == after.keys.sorted())
    }

    @Test("render gives the same bytes again, whatever the time zone and language of the place")
    func sameBytes() throws {
        // Measured data: their axes show the time of day.
        let houses = try Houses()
        let built = try Program.run(
            ["build", "--appliance", "kettle", "--run-id", "a"] + Houses.small, in: houses.folder)
        #expect(built.status == 0, "\(built.errors)")
        let first = try files(in: houses.folder("output/a"))
        for environment in [[:], ["TZ": "Asia/Kolkata", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]] {
            let outcome = try Program.run(["render", "output/a/"], in: houses.folder, environment: environment)
            #expect(outcome.status == 0 && outcome.output == built.output, "\(outcome.errors)")
            let again = try files(in: houses.folder("output/a"))
            #expect(again.keys.sorted() == first.keys.sorted())
            for (path, bytes) in again { #expect(first[path] == bytes, "\(path)") }
        }
    }

    @Test(
        "render refuses a run of which a file was changed, and changes nothing",
        arguments: [
            "results.json", "model.safetensors", "data/predictions.csv", "config.yaml",
        ])
    func changed(name: String) throws {
        let folder = try TemporaryFolder()
        try SharedRuns.make(["build", "-q", "--run-id", "a"] + Program.small, in: folder)
        let path = folder("output/a/" + name)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let before = try files(in: folder("output/a"))
        let outcome = try Program.run(["render", "output/a"], in: folder)
        #expect(outcome.status == 65 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("error: output/a/\(name): does not have the sha256"), "\(outcome.errors)")
        #expect(try files(in: folder("output/a")) == before)
    }

    @Test("render draws a page again that was edited or lost")
    func lost() throws {
        let folder = try TemporaryFolder()
        try SharedRuns.make(["build", "-q", "--run-id", "a"] + Program.small, in: folder)
        let before = try files(in: folder("output/a"))
        try FileManager.default.removeItem(atPath: folder("output/a/summary.md"))
        try Data("edited".utf8).write(to: URL(fileURLWithPath: folder("output/a/report.html")))
        #expect(try Program.run(["render", "output/latest"], in: folder).status == 0)
        #expect(try files(in: folder("output/a")) == before)
    }

    @Test("render draws a run whose configuration has a setting of another version, says so, and shows it as it is")
    func otherVersion() throws {
        let folder = try TemporaryFolder()
        try SharedRuns.make(["build", "-q", "--run-id", "a"] + Program.small, in: folder)
        let path = folder("output/a/config.yaml")
        let text = try String(contentsOfFile: path, encoding: .utf8) + "flux_capacitor: 3\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let run = try RunFolder(path: folder("output/a"))
        try run.writeManifest(provenance: run.manifest.provenance)
        let outcome = try Program.run(["render", "output/a", "--pdf"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("flux_capacitor") && outcome.errors.contains("config.yaml"))
        #expect(
            try String(contentsOfFile: folder("output/a/report.html"), encoding: .utf8).contains("flux_capacitor: 3"))
        #expect(try Program.run(["verify", "output/a"], in: folder).status == 0)
        #expect(try files(in: folder("output/a"))["report.pdf"] != nil)
    }

    @Test("render refuses what is no run's folder", arguments: ["nothing", "empty", "file"])
    func noRun(name: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("empty"), withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: folder("file")))
        let outcome = try Program.run(["render", name], in: folder)
        try expectFailure(outcome, status: 66, ["\(name): is not a run's folder"], in: folder)
        #expect(try names(in: folder("empty")).isEmpty)
    }
}
