import Pages
import Testing

@Suite("Texts of templates") struct TemplateTextTests {
    @Test(
        "are what stands between two tags on a line, and labels",
        arguments: [
            ("<p>One two</p>\n<p> three <b>four</b></p>", ["One two", "three", "four"]),
            ("<p aria-label=\"A {{name}}\" class=\"no\">{{name}}</p>", ["A {{name}}"]),
            ("<p>Run {{> id}} of {{{n}}}.</p>", ["Run {{> id}} of {{{n}}}."]), ("<code>x</code><pre>y</pre>", []),
            ("{{#a}}\n<td>{{> b}}</td>\n{{/a}}", []), ("a < b", ["a < b"]), ("<p class=\"{{> a}}\">x", ["x"]),
            ("<script>let x</script>z", ["z"]), ("| a |\n|---|", ["| a |"]),
        ])
    func texts(source: String, texts: [String]) {
        #expect(TemplateText.texts(in: source) == texts)
    }

    @Test("are replaced where they stand, with all else as it was") func changing() {
        let source = "<p title=\"one\"> one {{one}} </p>\n<one>\n one\n"
        #expect(TemplateText.changing(source) { _ in "1" } == "<p title=\"1\"> 1 </p>\n<one>\n 1\n")
        #expect(TemplateText.changing(source) { $0 } == source)
    }
}
