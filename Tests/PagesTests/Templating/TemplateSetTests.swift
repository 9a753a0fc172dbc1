import Pages
import Testing

@Suite("Drawing templates") struct TemplateSetTests {
    private struct View {
        struct Inner {
            let inside = "in"
            let title = "inner"
        }
        let title = "<t>"
        let nothing = ""
        let number = 7
        let inner = [Inner(), Inner()]
        let one = Inner()
        let flag = true
        let off = false
        let empty: [Inner] = []
        let some: Inner? = Inner()
        let none: Inner? = nil
    }

    private func render(_ text: String, partials: [String: String] = [:]) throws(TemplateProblem) -> String {
        let set = try TemplateSet(files: partials.merging(["a.mustache": text]) { _, text in text })
        return try set.render("a", with: TemplateValue(reflecting: View())) { $0.replacing("<", with: "&lt;") }
    }

    @Test(
        "what Mustache says",
        arguments: [
            ("plain { text } }}", "plain { text } }}"), ("{{title}} {{{title}}}", "&lt;t> <t>"), ("{{number}}", "7"),
            ("{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}", "yes"), ("{{#off}}yes{{/off}}{{^off}}no{{/off}}", "no"),
            ("{{^empty}}none{{/empty}}{{#empty}}some{{/empty}}", "none"), ("{{^nothing}}none{{/nothing}}", "none"),
            ("{{#inner}}{{inside}},{{/inner}}", "in,in,"), ("{{#one}}{{title}}{{number}}{{/one}}", "inner7"),
            ("{{one.inside}}", "in"), ("{{#inner}}{{one.title}}{{/inner}}", "innerinner"),
            ("{{#some}}{{inside}}{{/some}}{{^none}}-{{/none}}", "in-"), ("{{! a\ncomment }}x", "x"), ("", ""),
            ("{{#title}}{{.}}{{/title}}", "&lt;t>"),
        ])
    func mustache(text: String, expected: String) throws {
        #expect(try render(text) == expected)
    }

    @Test(
        "a section's, comment's or partial's tag alone on its line takes the line with it",
        arguments: [
            ("a\n{{#flag}}\nb\n{{/flag}}\nc\n", "a\nb\nc\n"), ("a\n  {{! x }}  \nc", "a\nc"),
            ("{{#flag}}\nb{{/flag}}", "b"), ("a {{#flag}}\nb\n{{/flag}}", "a \nb\n"),
            ("{{#flag}} {{/flag}}\nc", " \nc"), ("a\n{{> p}}\nc", "a\npart\nc"), ("a {{> p}}\nc", "a part\n\nc"),
            ("{{title}}\nc", "&lt;t>\nc"),
        ])
    func standalone(text: String, expected: String) throws {
        #expect(try render(text, partials: ["p.mustache": "part\n"]) == expected)
    }

    @Test(
        "a value that is not there is an error with its line and the nearest one that is",
        arguments: [
            ("\n{{titel}}", 2, "titel", "title"), ("{{{titel}}}", 1, "titel", "title"),
            ("{{#ofs}}x{{/ofs}}", 1, "ofs", "off"), ("{{^flagg}}x{{/flagg}}", 1, "flagg", "flag"),
            ("{{#inner}}\n\n{{insid}}{{/inner}}", 3, "insid", "inside"),
            ("{{one.titlee}}", 1, "one.titlee", "one.title"),
        ])
    func missing(text: String, line: Int, name: String, nearest: String) {
        let error = #expect(throws: TemplateProblem.self) { try render(text) }
        #expect(error?.line == line && error?.file == "a.mustache")
        #expect(error?.text == "this page has no value \(name) here; did you mean \(nearest)?")
    }

    @Test("an inner value's name is not looked for further out once its first part is found") func strict() {
        #expect(throws: TemplateProblem.self) { try render("{{one.number}}") }
    }

    @Test(
        "what is no template is an error with its line",
        arguments: [
            ("a\n{{#flag}}\n", 2, "is not closed"), ("\n\n{{/flag}}", 3, "not open"),
            ("{{#flag}}\n{{#off}}\n{{/flag}}", 3, "opened on line 2"), ("x\n{{title", 2, "expected }}"),
            ("{{{title}}", 1, "expected }}}"), ("{{a b}}", 1, "is no name"), ("{{}}", 1, "is no name"),
            ("{{=<% %>=}}", 1, "is no name"), ("{{<p}}", 1, "tags may be"), ("{{$p}}", 1, "tags may be"),
            ("{{one}}", 1, "is not a text"), ("{{a..b}}", 1, "is no name"),
        ])
    func notATemplate(text: String, line: Int, words: String) {
        let error = #expect(throws: TemplateProblem.self) { try render(text) }
        #expect(error?.line == line)
        #expect(error?.text.contains(words) == true, "\(error?.text ?? "no error")")
    }

    @Test("a partial that does not exist is an error that suggests the nearest") func noPartial() {
        let error = #expect(throws: TemplateProblem.self) {
            try render("\n{{> figrue}}", partials: ["figure.mustache": ""])
        }
        #expect(error?.description == "a.mustache, line 2: there is no template figrue.mustache; did you mean figure?")
    }

    @Test("templates that include themselves are refused") func cycle() {
        let error = #expect(throws: TemplateProblem.self) {
            try render("{{> b}}", partials: ["b.mustache": "\n{{#flag}}{{> c}}{{/flag}}", "c.mustache": "{{> b}}"])
        }
        #expect(error?.text == "a template must not include itself: b > c > b")
    }

    @Test("sections within sections and templates within templates have a bound of depth") func deep() throws {
        let sections = String(repeating: "{{#flag}}", count: 100_000) + String(repeating: "{{/flag}}", count: 100_000)
        let error = #expect(throws: TemplateProblem.self) { try render(sections) }
        #expect(error?.text.contains("deep") == true && error?.file == "a.mustache")
        var chain = Dictionary(
            uniqueKeysWithValues: (0..<5000).map { ("p\($0).mustache", "{{> p\($0 + 1)}}") })
        chain["p5000.mustache"] = "x"
        #expect(throws: TemplateProblem.self) { try render("{{> p0}}", partials: chain) }
    }

    @Test("templates that would be drawn for ever are refused") func endless() throws {
        // Each includes the next twice: 2^15 times the last; and a list within itself.
        var doubling = Dictionary(
            uniqueKeysWithValues: (0..<14).map { ("p\($0).mustache", "{{> p\($0 + 1)}}{{> p\($0 + 1)}}") })
        doubling["p14.mustache"] =
            String(repeating: "{{#inner}}", count: 20) + String(repeating: "{{/inner}}", count: 20)
        let error = #expect(throws: TemplateProblem.self) { try render("{{> p0}}", partials: doubling) }
        #expect(error?.text.contains("include less") == true)
        let list = String(repeating: "{{#inner}}", count: 25) + "x" + String(repeating: "{{/inner}}", count: 25)
        #expect(throws: TemplateProblem.self) { try render(list) }
    }
}
