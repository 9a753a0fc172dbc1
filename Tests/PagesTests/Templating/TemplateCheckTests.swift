import Pages
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
        try TemplateCheck(TemplateSet(files: files), keys: Self.keys, texts: ["page", "other", "summary"]).problems.map(
            \.description)
    }

    @Test("what asks only for what there is passes") func good() throws {
        let page = """
            {{title}}{{#rows}}{{name}}{{title}}{{#cells}}{{.}}{{/cells}}{{/rows}}{{^rows}}{{title}}{{/rows}}
            {{#part}}{{> p}}{{/part}}{{part.flag}}
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
        #expect(try problems(["page.mustache": text]).contains(problem))
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

    private static let page = """
        <!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="{{policy}}">
        <title>{{title}}</title><style>{{{style}}}</style></head><body>
        BODY
        <script>{{{script}}}</script></body></html>
        """
    private static let pageKeys = ViewKeys(
        manual: """
            ### `page.mustache`
            | `policy` | a text |
            | `style` | a text |
            | `script` | a text |
            | `title` | a text |
            | `rows[].name` | a text |
            | `rows[].svg` | markup |
            | `en` | a flag |
            | `es` | a flag |
            """)

    private func pageProblems(_ body: String, partial: String = "") throws -> [String] {
        var files = ["page.mustache": Self.page.replacing("BODY", with: body)]
        if !partial.isEmpty { files["p.mustache"] = partial }
        return try TemplateCheck(TemplateSet(files: files), keys: Self.pageKeys, texts: []).problems.map(\.description)
    }

    @Test(
        "markup is judged as a browser reads it, in every branch, where it stands",
        arguments: [
            "<p onclick=x>a</p>", "{{#rows}}<a/href=https://example.org>a</a>{{/rows}}",
            "{{^rows}}<form></form>{{/rows}}",
            "{{#title}}{{^rows}}<iframe></iframe>{{/rows}}{{/title}}", "<a href=\"https://{{title}}\">a</a>",
            "<p {{title}}=x>a</p>", "<script>{{title}}</script>", "<p>{{{title}}}</p>",
            "<meta http-equiv=\"{{title}}\" content=\"0\">", "{{#es}}<form></form>{{/es}}",
        ])
    func markup(body: String) throws {
        let problems = try pageProblems("\n" + body)
        #expect(!problems.isEmpty && problems.allSatisfy { $0.hasPrefix("page.mustache, line ") })
        #expect(problems.contains { $0.hasPrefix("page.mustache, line 4: ") }, "\(problems)")
        let inPartial = try pageProblems("{{> p}}", partial: "\n\n" + body + "\n")
        #expect(inPartial.contains { $0.hasPrefix("p.mustache, line 3: ") }, "\(inPartial)")
    }

    @Test(
        "markup that is fine",
        arguments: [
            "<p>{{title}}</p>", "<p id=\"a\" data-id=\"a\">a</p>",
            "<a href=\"#{{title}}\" {{#rows}}class=\"a\"{{/rows}}{{^rows}}class=\"b\"{{/rows}}>a</a>",
            "{{#rows}}<a href=\"{{name}}\">{{name}}</a>{{{svg}}}{{/rows}}", "{{^rows}}<p>a</p>{{/rows}}",
            "{{#en}}<p id=\"a\">a</p>{{/en}}{{#es}}<p id=\"a\">a</p>{{/es}}{{^en}}<p id=\"b\">a</p>{{/en}}",
        ])
    func fineMarkup(body: String) throws {
        #expect(try pageProblems(body) == [])
    }

    @Test("what is not closed where it is repeated is no valid page") func unclosed() throws {
        #expect(try !pageProblems("{{#rows}}<div>{{/rows}}").isEmpty)
    }

    @Test("templates that come to more than a page has are told before they are drawn") func endless() throws {
        var files = Dictionary(
            uniqueKeysWithValues: (0..<14).map {
                ("p\($0).mustache", "{{> p\($0 + 1)}}{{> p\($0 + 1)}}{{> p\($0 + 1)}}")
            })
        files["p14.mustache"] = "x"
        files["page.mustache"] = "{{> p0}}"
        let problems = try problems(files)
        #expect(problems.count == 1 && problems[0].contains("include less"))
    }
}
