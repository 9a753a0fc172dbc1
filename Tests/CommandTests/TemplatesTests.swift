import Foundation
import TestSupport
import Testing

@Suite("Templates of one's own")
struct TemplatesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(atPath: folder("mine"), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder("mine/" + name)))
    }

    @Test("exported templates are sound, draw the same page, and are not overwritten unasked")
    func export() throws {
        let exported = try Program.run(["templates", "export", "mine"], in: folder)
        let names = try names(in: folder("mine"))
        #expect(exported.status == 0 && exported.output.split(separator: "\n").map { String($0.dropFirst(5)) } == names)
        #expect(names.contains("report.mustache") && names.contains("README.md") && names.contains("style.css"))
        let checked = try Program.run(["templates", "check", "mine"], in: folder)
        #expect(checked.status == 0 && checked.output == "mine: nothing is wrong\n", "\(checked.output)")

        try write("changed", to: "figure.mustache")
        let again = try Program.run(["templates", "export", "mine"], in: folder)
        #expect(again.status == 73 && again.errors.hasPrefix("error: mine/README.md: is there already"))
        #expect(try String(contentsOfFile: folder("mine/figure.mustache"), encoding: .utf8) == "changed")
        #expect(try Program.run(["templates", "export", "--force", "mine/"], in: folder).status == 0)

        try SharedRuns.make(["build", "-q", "--run-id", "a"] + Program.small, in: folder)
        let before = try files(in: folder("output/a"))
        let drawn = try Program.run(["render", "output/a", "--templates", "mine"], in: folder)
        #expect(drawn.status == 0, "\(drawn.errors)")
        #expect(try files(in: folder("output/a")) == before)
    }

    @Test("a file replaces the program's, and the others stay", arguments: [true, false])
    func overlay(byOption: Bool) throws {
        try write("<footer><p>Ours: {{runID}}, {{> note}}</p></footer>\n", to: "files.mustache")
        try write("values {{viewVersion}}", to: "note.mustache")
        let outcome = try Program.run(
            ["build", "-q", "--run-id", "a"] + (byOption ? ["--templates", "mine"] : []) + Program.small, in: folder,
            environment: byOption ? [:] : ["NILM_REPORT_TEMPLATES": "mine/"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try String(contentsOfFile: folder("output/a/report.html"), encoding: .utf8)
        #expect(page.contains("<p>Ours: a, values 2</p>") && !page.contains("id=\"files-heading\""))
        #expect(page.contains("id=\"verdict-heading\""))
    }

    @Test(
        "what is wrong is said by file and line before any work is done",
        arguments: [
            (
                "facts.mustache", "\n{{runId}}",
                "mine/facts.mustache, line 2: this page has no value runId here; did you "
                    + "mean runID?"
            ),
            (
                "figures.mustache", "{{> figrue}}",
                "mine/figures.mustache, line 1: there is no template figrue.mustache; "
                    + "did you mean figure?"
            ),
            (
                "metrcs.mustache", "x",
                "mine/metrcs.mustache, line 1: no page includes this template; did you mean "
                    + "metrics.mustache?"
            ),
            ("styles.css", "x", "mine/styles.css, line 1: no page uses a file of this name; did you mean style.css?"),
            (
                "facts.mustache", "<p\nstyle=\"a\">",
                "mine/facts.mustache, line 1: <p>: style= is blocked by the page's policy"
            ),
            ("style.css", "\n@import 'a';", "mine/style.css, line 2: \"@import\": a page loads nothing"),
            ("figure.mustache", "<img src=\"https://example.org/\">", "mine/figure.mustache, line 1:"),
            (
                "value.mustache", "{{#isDefined}}",
                "mine/value.mustache, line 1: the section {{#isDefined}} is not closed"
            ),
            ("metrics.mustache", "<p id=\"verdict\">", "the id \"verdict\" is at"),
        ])
    func wrong(name: String, text: String, problem: String) throws {
        try write(text, to: name)
        let checked = try Program.run(["templates", "check", "mine"], in: folder)
        #expect(checked.status == 65 && checked.output.contains(problem), "\(checked.output)")
        #expect(checked.errors.hasPrefix("error: mine: "))
        let built = try Program.run(["build", "--templates", "mine"] + Program.small, in: folder)
        try expectFailure(built, status: 65, [], in: folder)
    }

    @Test("a trained run whose page can't be drawn is there without it, and is drawn when that is mended")
    func undrawn() throws {
        // Only with its value it leads elsewhere.
        try write("<p><a href=\"{{title}}\">a</a></p>", to: "contents.mustache")
        #expect(try Program.run(["templates", "check", "mine"], in: folder).status == 0)
        let built = try Program.run(
            ["build", "--templates", "mine", "--run-id", "a"] + Program.small, in: folder)
        #expect(built.status == 65 && built.errors.contains("leads elsewhere"), "\(built.errors)")
        #expect(
            built.errors.contains("complete but for its page and figures") && built.errors.contains("render output/a"))
        #expect(try names(in: folder("output")).sorted() == ["a", "latest"])
        #expect(FileManager.default.fileExists(atPath: folder("output/a/model.safetensors")))
        #expect(!FileManager.default.fileExists(atPath: folder("output/a/report.html")))
        #expect(try Program.run(["render", "output/a"], in: folder).status == 0)
        #expect(try Program.run(["verify", "output/a"], in: folder).status == 0)
    }

    @Test("a folder that is not there is an error", arguments: ["check", "build"])
    func missing(command: String) throws {
        let arguments = command == "check" ? ["templates", "check", "mine"] : ["build", "--templates", "mine"]
        try expectFailure(try Program.run(arguments, in: folder), status: 66, ["mine: no such file"], in: folder)
    }
}
