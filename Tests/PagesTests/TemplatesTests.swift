import Foundation
import Pages
import Runs
import Support
import TestSupport
import Testing

@Suite("Templates") struct TemplatesTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("templates")

    @Test("every file of templates/ is compiled in as it is") func complete() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(names) == Set(Templates.compiled.files.keys))
        for name in names {
            let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
            #expect(Templates.compiled.files[name] == text, "\(name)")
        }
    }

    private struct View {
        struct Inner { let inside = "in" }
        let title = "<t> & \"q\"\u{301}"
        let inner = [Inner(), Inner()]
    }

    @Test("values are escaped scalar by scalar, in partials too") func escaping() throws {
        let templates = Templates(files: ["a.mustache": "{{title}}|{{> b}}", "b.mustache": "{{title}}"])
        #expect(
            try templates.render("a", view: TemplateValue(reflecting: View()), escaping: .page)
                == Array(repeating: "&lt;t&gt; &amp; &quot;q&quot;\u{301}", count: 2).joined(separator: "|"))
    }

    @Test("a Markdown value cannot end its cell, its line or start a tag") func markdown() {
        #expect(Escaping.markdown.escape("a|b\n# <c> `d` *e*") == "a\\|b \\# &lt;c&gt; \\`d\\` \\*e\\*")
    }

    @Test("a style sheet or script that would end its element is refused", arguments: ["style.css", "report.js"])
    func endsElement(file: String) throws {
        var input = try SamplePage.input()
        let text = try #require(Templates.compiled.files[file]) + "/* </style></script> */"
        input.look.templates = Templates.compiled.replacing(file, with: text, path: "mine/" + file)
        let error = #expect(throws: ReportError.self) { try Report.render(input) }
        #expect(error?.description.hasPrefix("mine/\(file), line ") == true)
    }

    @Test("the manual has every key of the page's values, and no other") func manual() throws {
        let whole = try SamplePage.full()
        var overview = whole
        overview.page = .overview
        let keys = try Set([whole, overview].flatMap { try ViewKeys.keys(of: Report.view($0)) })
            .subtracting(["pages[]"])
        for page in ["report", "appliance", "summary"] {
            let documented = Set(try #require(Templates.keys.keys[page]))
            let missing = keys.subtracting(documented).sorted().map { "| `\($0)` |  |" }
            #expect(missing.isEmpty, "add to docs/templates.md:\n\(missing.joined(separator: "\n"))")
            let gone = documented.subtracting(keys).sorted()
            #expect(gone.isEmpty, "remove from docs/templates.md: \(gone.joined(separator: ", "))")
        }
    }

    @Test("nothing is wrong with the program's own templates") func own() throws {
        let set = try TemplateSet(files: Templates.compiled.files)
        #expect(TemplateCheck(set, keys: Templates.keys, texts: ["summary"]).problems.map(\.description) == [])
        for (file, text) in Templates.compiled.files {
            #expect(SourceRules.problems(in: text, file: file).map(\.description) == [])
        }
    }

    @Test("a template is a file of its folder: no link, no folder, not too large, not too many") func files() throws {
        let folder = try TemporaryFolder()
        try Data("secret".utf8).write(to: URL(fileURLWithPath: folder("secret")))
        try Folder.create(folder("t"))
        try Folder.link(folder("t/facts.mustache"), to: folder("secret"))
        try Folder.create(folder("t/cell.mustache"))
        #expect(mkfifo(folder("t/model.mustache"), 0o600) == 0)
        try Data(count: 2 << 20).write(to: URL(fileURLWithPath: folder("t/style.css")))
        let problems = try Templates.problems(in: folder("t"))
        for name in ["facts.mustache", "cell.mustache", "model.mustache"] {
            #expect(problems.contains { $0.file.hasSuffix(name) && $0.text.contains("is no file") }, "\(name)")
        }
        #expect(problems.contains { $0.file.hasSuffix("style.css") && $0.text.contains("at most") })
        #expect(!problems.contains { $0.text.contains("secret") })
        try Folder.create(folder("many"))
        for index in 0..<300 { try Data().write(to: URL(fileURLWithPath: folder("many/a\(index).mustache"))) }
        #expect(throws: ReportError.self) { try Templates.problems(in: folder("many")) }
    }

    @Test("values in a person's own templates are judged where they stand") func values() throws {
        var input = try SamplePage.input()
        let head = try #require(Templates.compiled.files["head.mustache"])
        for (text, isFine) in [
            ("<a href=\"{{title}}\">a</a>", false), ("<p>{{title}}</p>", true), ("<p title={{title}}>a</p>", false),
        ] {
            input.look.templates = Templates.compiled.replacing("contents.mustache", with: text, path: "mine")
            input.contents.results.run.data.source = "javascript:x <y onclick=z>"
            let page = Result { try Report.render(input).html }
            #expect(((try? page.get()) != nil) == isFine, "\(text): \(page)")
        }
        #expect(head.contains("no-referrer"))
    }

    @Test("a style sheet's line ends are those that a browser hashes") func lineEnds() throws {
        var input = try SamplePage.input()
        let style = try #require(Templates.compiled.files["style.css"]).replacing("\n", with: "\r\n")
        input.look.templates = Templates.compiled.replacing("style.css", with: style, path: "mine")
        #expect(try PageContents(html: Report.render(input).html).problems() == [])
    }
}
