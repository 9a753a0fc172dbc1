import Foundation
import Runs
import TestSupport
import Testing

@Suite("verify and extract")
struct VerifyTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try SharedRuns.make(
            ["build", "-q", "--run-id", "a", "--theme", "dark", "--language", "es"] + Program.small, in: folder)
    }

    private func verify() throws -> Program.Outcome { try Program.run(["verify", "output/latest"], in: folder) }

    private func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: folder("output/a/" + name)))
    }

    private func write(_ bytes: Data, _ name: String) throws {
        try bytes.write(to: URL(fileURLWithPath: folder("output/a/" + name)))
    }

    @Test("a run is whole until a byte of any of its files is another") func flipped() throws {
        let whole = try verify()
        #expect(whole.status == 0 && whole.errors.isEmpty, "\(whole.errors)")
        let names = try files(in: folder("output/a")).keys.sorted()
        #expect(names.count > 20 && names.contains("manifest.json"))
        for (index, name) in names.enumerated() {
            let before = try bytes(name)
            var damaged = before
            // Another place in each file.
            let place = (index * 7919 + before.count / 3) % before.count
            damaged[place] ^= 1
            try write(damaged, name)
            let outcome = try verify()
            #expect(outcome.status == 1, "byte \(place) of \(name): \(outcome.errors)")
            #expect(outcome.errors.contains(name) && outcome.output.isEmpty, "\(name): \(outcome.errors)")
            try write(before, name)
        }
    }

    @Test("every fault is listed: what is missing, what was added, what was edited") func faults() throws {
        try FileManager.default.removeItem(atPath: folder("output/a/metrics.csv"))
        try write(Data("x".utf8), ".hidden")
        try write(Data("x".utf8), "data/more.csv")
        var results = try bytes("results.json")
        results.append(32)
        try write(results, "results.json")
        let outcome = try verify()
        #expect(outcome.status == 1 && outcome.errorLines.count == 4)
        for name in ["metrics.csv", ".hidden", "data/more.csv", "results.json"] {
            #expect(outcome.errors.contains(name), "\(name)")
        }
    }

    @Test("a page of a terabyte is a fault, and not read") func endless() throws {
        try #require(truncate(folder("output/a/report.html"), 1 << 40) == 0)
        try FileManager.default.removeItem(atPath: folder("output/a/metrics.csv"))
        let outcome = try verify()
        #expect(outcome.status == 1 && outcome.errorLines.count == 2)
        #expect(outcome.errors.contains("report.html: has \(1 << 40) bytes, not the "))
    }

    @Test("a page that loads something is found even where its checksum was renewed") func loads() throws {
        let page = String(decoding: try bytes("report.html"), as: UTF8.self)
        try write(
            Data(page.replacing("</body>", with: "<img src=\"https://example.org/x.png\"></body>").utf8), "report.html")
        let run = try RunFolder(path: folder("output/a"))
        try run.writeManifest(provenance: run.manifest.provenance)
        let outcome = try verify()
        #expect(outcome.status == 1 && outcome.errors.contains("<img>: a page has no such element"))
    }

    @Test("a page that was edited is found even where its checksum was renewed") func edited() throws {
        let page = String(decoding: try bytes("report.html"), as: UTF8.self)
        try write(Data(page.replacing("Veredicto", with: "Veredicta").utf8), "report.html")
        let run = try RunFolder(path: folder("output/a"))
        try run.writeManifest(provenance: run.manifest.provenance)
        let outcome = try verify()
        #expect(outcome.status == 1 && outcome.errors.contains("drawing it again gives other bytes"))
    }

    @Test(
        "a file that no run has, or that its results do not make, is found even where its checksum was renewed",
        arguments: [
            ("data/extra.html", "<script>x()</script>", "is no file that a run has"),
            ("model/../x.html", "x", "is no file that a run has"),
            (
                "badge.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x()</script></svg>",
                "is not what results.json"
            ),
            ("metrics.csv", "appliance\n", "is not what results.json"),
            ("data/history.csv", "epoch\n", "is not what results.json"),
        ])
    func foreign(name: String, text: String, words: String) throws {
        try FileManager.default.createDirectory(atPath: folder("output/a/model"), withIntermediateDirectories: true)
        try write(Data(text.utf8), name)
        let run = try RunFolder(path: folder("output/a"))
        try run.writeManifest(provenance: run.manifest.provenance)
        let outcome = try verify()
        #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("a page with a person's own templates is verified with them, and that is said") func ownTemplates() throws {
        try FileManager.default.createDirectory(atPath: folder("mine"), withIntermediateDirectories: true)
        let template = "<p>Ours: <a href=\"data/predictions.csv\">the rows</a>, <a href=\"LINK\">more</a></p>\n"
        func draw(_ link: String) throws -> Program.Outcome {
            try Data(template.replacing("LINK", with: link).utf8)
                .write(to: URL(fileURLWithPath: folder("mine/contents.mustache")))
            return try Program.run(["render", "output/a", "--templates", "mine"], in: folder)
        }
        #expect(try draw("metrics.csv").status == 0)
        let ours = try verify()
        #expect(ours.status == 1 && ours.errors.contains("--templates that were not given"))
        let theirs = try Program.run(["verify", "output/a", "--templates", "mine"], in: folder)
        #expect(theirs.status == 0, "\(theirs.errors)")
        #expect(theirs.output.contains("checked with a template that is not ours: contents.mustache"))
        #expect(try draw("data/none.csv").status == 0)
        let dangling = try Program.run(["verify", "output/a", "--templates", "mine"], in: folder)
        #expect(dangling.status == 1 && dangling.errors.contains("leads to no file of this run"))
        let script = try #require(
            try Program.run(["templates", "export", "all"], in: folder).output.isEmpty ? nil : "all")
        let text = try String(contentsOfFile: folder(script + "/report.js"), encoding: .utf8)
        try Data((text + "// mine\n").utf8).write(to: URL(fileURLWithPath: folder("mine/report.js")))
        #expect(try draw("#verdict").status == 0)
        let scripted = try Program.run(["verify", "output/a", "--templates", "mine"], in: folder)
        #expect(scripted.output.contains("of its script only the names were looked at"), "\(scripted.errors)")
    }

    @Test("what is no run is a missing input") func noRun() throws {
        #expect(try Program.run(["verify", "output/none"], in: folder).status == 66)
    }

    private func extract(_ file: String, _ options: [String]) throws -> Program.Outcome {
        try Program.run(["extract", "output/a/" + file] + options, in: folder)
    }

    @Test("a page gives results.json and config.yaml back byte for byte, and the provenance") func page() throws {
        let results = try extract("report.html", ["--part", "results", "--output", "r.json"])
        #expect(results.status == 0 && results.output.isEmpty)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder("r.json"))) == bytes("results.json"))
        #expect(try Data(extract("report.html", ["--part", "config"]).output.utf8) == bytes("config.yaml"))
        #expect(try extract("report.html", ["--part", "provenance"]).output.contains("\"instruction_set\""))
        let all = try JSONSerialization.jsonObject(with: Data(extract("report.html", []).output.utf8))
        #expect((all as? [String: Any])?.keys.sorted() == ["configuration", "provenance", "results"])
    }

    @Test("a figure gives its run's scores, configuration and programs back") func figure() throws {
        let figure = try #require(try names(in: folder("output/a/figures")).first { $0.hasSuffix(".png") })
        let all = try JSONSerialization.jsonObject(with: Data(extract("figures/" + figure, []).output.utf8))
        #expect((all as? [String: Any])?.keys.sorted() == ["configuration", "provenance", "results"])
        #expect(try Data(extract("figures/" + figure, ["--part", "config"]).output.utf8) == bytes("config.yaml"))
        let results = try extract("figures/" + figure, ["--part", "results"])
        #expect(results.output.contains("\"mae_w\"") && results.output.contains("\"id\" : \"a\""))
        let provenance = try extract("figures/" + figure, ["--part", "provenance"])
        #expect(provenance.output.contains("nilm-report") && !provenance.output.contains("durations"))
    }

    @Test("a file without data of a run says so", arguments: ["summary.md", "model.safetensors", "badge.svg"])
    func nothing(file: String) throws {
        let outcome = try extract(file, [])
        #expect(outcome.status == 65 && outcome.errors.contains("has no data of a run"))
    }
}
