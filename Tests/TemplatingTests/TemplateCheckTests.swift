import Templating
import Testing

@Suite("Checking templates") struct TemplateCheckTests {
    private static let keys = ViewKeys(
        manual: """
            # Manual
            ### `page.mustache` and `summary.mustache`
            | key | meaning |
            |---|---|
            | `title` | a text |
            | `rows[].name` | a text |
            | `rows[].cells[]` | texts |
            | `part` `shape` | of a shape |
            #### Shape `shape`
            | `flag` | a flag |
            ### `other.mustache`
            | `heading` | a text |
            """)

    private func problems(_ files: [String: String]) throws -> [String] {
        try TemplateCheck(TemplateSet(files: files), keys: Self.keys).problems.map(\.description)
    }

    @Test("what asks only for what there is passes") func good() throws {
        let page = """
            {{title}}{{#rows}}{{name}}{{title}}{{#cells}}{{.}}{{/cells}}{{/rows}}{{^rows}}{{title}}{{/rows}}
            {{#part}}{{> p}}{{/part}}{{part.flag}}<p id="a" data-id="a">
            """
        #expect(
            try problems([
                "page.mustache": page, "p.mustache": "{{#flag}}x{{/flag}}", "other.mustache": "{{heading}}",
            ]) == [])
    }

    @Test(
        "a name that is not there is found in every branch, where it stands",
        arguments: [
            (
                "{{#rows}}\n{{nam}}{{/rows}}",
                "page.mustache, line 2: this page has no value nam here; did you mean name?"
            ),
            ("{{^rows}}{{name}}{{/rows}}", "page.mustache, line 1: this page has no value name here"),
            ("{{part.flog}}", "page.mustache, line 1: this page has no value part.flog here; did you mean part.flag?"),
            ("{{heading}}", "page.mustache, line 1: this page has no value heading here"),
            ("{{rows}}", "page.mustache, line 1: rows is not a text: write a section, {{#rows}}"),
            ("\n\n{{#part}}{{> q}}{{/part}}", "page.mustache, line 3: there is no template q.mustache; there are page"),
            (
                "{{#rows}}<p id='x'>{{/rows}}",
                "page.mustache, line 1: the id \"x\" stands in a list and would be there "
                    + "again: add a value to it"
            ),
            ("<p id=\"x\">\n<p id=\"x\">", "page.mustache, line 2: the id \"x\" is at page.mustache, line 1, already"),
        ])
    func bad(text: String, problem: String) throws {
        #expect(try problems(["page.mustache": text]) == [problem])
    }

    @Test("a partial is checked where it is included") func partial() throws {
        let files = ["page.mustache": "{{> p}}{{#rows}}{{> p}}{{/rows}}", "p.mustache": "{{name}}"]
        #expect(try problems(files) == ["p.mustache, line 1: this page has no value name here"])
    }

    @Test("a template that no page includes is a mistake in its name") func unused() throws {
        let files = ["page.mustache": "{{> figure}}", "figure.mustache": "", "figrue.mustache": ""]
        #expect(
            try problems(files)
                == ["figrue.mustache, line 1: no page includes this template; did you mean figure.mustache?"])
    }

    @Test("keys are those of the values, lists marked") func keys() {
        #expect(Self.keys.keys["page"] == ["title", "rows[].name", "rows[].cells[]", "part.flag"])
        #expect(Self.keys.keys["summary"] == Self.keys.keys["page"] && Self.keys.keys["other"] == ["heading"])
        #expect(
            Self.keys.values["page"].map(ViewKeys.keys) == ["part.flag", "rows[].cells[]", "rows[].name", "title"])
    }
}
