import Foundation
import Report
import Templating
import Testing
import Wording

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
        let view = try Report.view(SamplePage.full())
        let keys = Set(ViewKeys.keys(of: view))
        for page in ["report", "summary"] {
            let documented = Set(try #require(Templates.keys.keys[page]))
            let missing = keys.subtracting(documented).sorted().map { "| `\($0)` |  |" }
            #expect(missing.isEmpty, "add to docs/templates.md:\n\(missing.joined(separator: "\n"))")
            let gone = documented.subtracting(keys).sorted()
            #expect(gone.isEmpty, "remove from docs/templates.md: \(gone.joined(separator: ", "))")
        }
    }

    @Test("nothing is wrong with the program's own templates") func own() throws {
        let set = try TemplateSet(files: Templates.compiled.files)
        #expect(TemplateCheck(set, keys: Templates.keys).problems.map(\.description) == [])
        for (file, text) in Templates.compiled.files {
            #expect(PageRules.problems(in: text, file: file).map(\.description) == [])
        }
    }
}
