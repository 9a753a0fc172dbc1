import Pages
import TestSupport
import Testing

/// Damaged templates and pages are taken apart or refused, whatever is in them.
@Suite("Damaged templates and pages") struct TemplatingFuzzTests {
    private static let rules = PageRules(policy: "p", style: "s", script: "x()")
    private static let page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="p"><title>a</title><style>s</style></head><body>
        <h1 id="a">b</h1><table><caption>c</caption><tbody><tr><th scope="row">d</th><td>1</td></tr></tbody></table>
        <svg viewBox="0 0 1 1"><g fill="url(#b)"><path d="M0 0"/><title>e</title></g></svg><a href="#a">f &amp; g</a>
        <script type="application/json" id="h">{"i": "<"}</script><script>x()</script></body></html>
        """

    /// Bytes as a text is made of them: pages are texts, of which the parser gets the bytes.
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("a page is judged, at a place that it has, and passes only with its policy and without foreign elements")
    func pages() throws {
        var damage = Damage(
            characters: "<>&\"'/=!-;# \n\t\u{0}abs",
            words: [
                "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "<svg>", "<math>",
                "<table>",
                "<select>", "<template>", "<plaintext>", "<textarea>", "<title>", "</p>", "<b>", "<a>", "<form>",
                "&#x3c;", "&lt", "&notit;", "onclick=x", "<img src=x>", "\u{0600}", "\u{301}", "<frameset>", "</body>",
            ], seed: 41)
        let sound = Array(Self.page.utf8)
        try #require(try Self.rules.problems(of: ParsedPage(Self.page)) == [])
        var counts = (passed: 0, refused: 0)
        for _ in 0..<Damage.inputs {
            let text = Self.text(damage.bytes(of: sound))
            do throws(PageProblem) {
                let page = try ParsedPage(text)
                let problems = Self.rules.problems(of: page)
                let isPlaced = problems.allSatisfy { (0...text.utf8.count).contains($0.offset) }
                #expect(isPlaced, "\(text)")
                let names = Set(page.elements.map(\.name))
                let isForeign = !names.isDisjoint(with: [
                    "form", "img", "math", "template", "plaintext", "textarea", "frameset",
                ])
                if isForeign || page.elements.contains(where: { $0["onclick"] != nil }) {
                    #expect(!problems.isEmpty, "\(text)")
                }
                if problems.isEmpty { counts.passed += 1 } else { counts.refused += 1 }
            } catch {
                counts.refused += 1
            }
        }
        #expect(counts.passed > 0 && counts.refused > counts.passed)
    }

    @Test("a template is parsed, checked and drawn, or refused with its line") func templates() throws {
        let sound = Array(
            "a {{title}}\n{{#rows}}\n<p>{{name}} {{{svg}}}</p>\n{{/rows}}{{^rows}}{{> p}}{{/rows}}\n{{! c }}{{#title}}{{.}}{{/title}}\n"
                .utf8)
        var damage = Damage(
            characters: "{}#^/>!.=& \n",
            words: ["{{", "}}", "{{{", "}}}", "{{#rows}}", "{{/rows}}", "{{> p}}", "{{.}}", "{{> a}}"],
            seed: 42)
        let keys = ViewKeys(
            manual: "### `a.mustache`\n| `title` | x |\n| `rows[].name` | x |\n| `rows[].svg` | x |\n")
        let value = try #require(keys.values["a"])
        var counts = (drawn: 0, refused: 0)
        for _ in 0..<Damage.inputs {
            let text = Self.text(damage.bytes(of: sound))
            do throws(TemplateProblem) {
                let set = try TemplateSet(files: ["a.mustache": text, "p.mustache": "{{title}}"])
                _ = TemplateCheck(set, keys: keys, texts: ["a"]).problems
                _ = try set.render("a", with: value) { $0 }
                counts.drawn += 1
            } catch {
                #expect(error.line >= 1 && error.line <= 1 + text.count { $0.isNewline })
                counts.refused += 1
            }
        }
        #expect(counts.drawn > 0 && counts.refused > 0)
    }
}
