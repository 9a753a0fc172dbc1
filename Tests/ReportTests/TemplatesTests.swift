import Foundation
import Report
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
        let flag = false
        let empty: [Inner] = []
    }

    private func render(_ text: String, escaping: Escaping = .page) throws -> String {
        try Templates(files: ["a.mustache": text, "b.mustache": "{{title}}"])
            .render("a", view: View(), escaping: escaping)
    }

    @Test("values are escaped scalar by scalar, in partials too") func escaping() throws {
        #expect(
            try render("{{title}}|{{> b}}")
                == Array(repeating: "&lt;t&gt; &amp; &quot;q&quot;\u{301}", count: 2).joined(separator: "|"))
    }

    @Test("a Markdown value cannot end its cell, its line or start a tag") func markdown() {
        #expect(Escaping.markdown.escapeText("a|b\n# <c> `d` *e*") == "a\\|b \\# &lt;c&gt; \\`d\\` \\*e\\*")
    }

    @Test("lists, flags and names of the outer view work as Mustache says") func sections() throws {
        #expect(
            try render("{{#inner}}{{inside}},{{/inner}}{{^flag}}no{{/flag}}{{^empty}} none{{/empty}}")
                == "in,in,no none")
    }

    @Test(
        "a value that is not there is an error that names it",
        arguments: [
            "{{oops}}", "{{{oops}}}", "{{#oops}}x{{/oops}}", "{{^oops}}x{{/oops}}", "{{#inner}}{{oops}}{{/inner}}",
        ])
    func missing(text: String) {
        #expect(throws: ReportError.missingValues(template: "a.mustache", names: ["oops"])) { try render(text) }
    }

    @Test("a template that is no Mustache names its file") func broken() {
        let error = #expect(throws: ReportError.self) { try render("{{#inner}}") }
        #expect(error?.description.contains("a.mustache") == true)
    }

    @Test("a style sheet or script that would end its element is refused", arguments: ["style.css", "report.js"])
    func endsElement(file: String) throws {
        var templates = Templates.compiled
        templates.files[file]! += "/* </style></script> */"
        #expect(throws: ReportError.self) { try Report.render(SamplePage.input(), templates: templates) }
    }
}
