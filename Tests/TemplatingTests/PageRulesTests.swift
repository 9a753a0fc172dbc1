import Templating
import Testing

@Suite("What a page's sources must not have") struct PageRulesTests {
    @Test(
        "markup that the policy would block, or that leaves the page",
        arguments: [
            "<p style=\"color: red\">", "<p STYLE = 'x'>", "<a onclick=\"x()\">", "<svg onload=x>",
            "<a href=\"javascript:x()\">", "<a href=\"https://example.org/\">", "<a href=//example.org>",
            "<img src=\"x.png\">", "<form>", "<link rel=\"stylesheet\">", "<iframe>", "<meta http-equiv=refresh>",
            "<p style=\u{301}color>", "<p title=\"\u{301}\" onclick=\u{301}x>", "\u{0600}<form>",
            "<use xlink:href=\"other.svg#a\"/>", "<td background='x'>", "<object>", "<base>",
        ])
    func markup(text: String) {
        let problems = PageRules.problems(in: "<p>\n" + text, file: "a.mustache")
        #expect(!problems.isEmpty && problems.allSatisfy { $0.line == 2 && $0.file == "a.mustache" })
    }

    @Test(
        "markup that is fine",
        arguments: [
            "<a href=\"#verdict\">", "<a href=\"#{{id}}\">", "<p class=\"style\">the style = this</p>",
            "<p data-on=\"x\">", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "<style>{{{style}}}</style>",
            "<abbr title=\"a\">only</abbr>", "<header>", "<caption>",
        ])
    func fine(text: String) {
        #expect(PageRules.problems(in: text, file: "a.mustache").map(\.description) == [])
    }

    @Test(
        "style sheets and scripts that load, send, compile or keep something",
        arguments: [
            ("a.css", "@import 'x.css';"), ("a.css", "p { background: url(x.png); }"),
            ("a.css", "/* </style> */"), ("a.css", "/* \u{0600}</style> */"),
            ("a.css", "@font-face { src: url('https://x.org/a') }"),
            ("a.js", "fetch('x')"), ("a.js", "eval (x)"), ("a.js", "new Function('x')"), ("a.js", "a.innerHTML = b"),
            ("a.js", "import(\"x\")"), ("a.js", "localStorage.x = 1"), ("a.js", "\"</script>\""),
            ("a.js", String(repeating: "x", count: PageRules.mostScriptBytes + 1)),
        ])
    func assets(file: String, text: String) {
        #expect(!PageRules.problems(in: text, file: file).isEmpty)
    }

    @Test(
        "style sheets and scripts that are fine",
        arguments: [
            ("a.css", "p { background: url(data:image/png;base64,x) } /* a note */"),
            ("a.js", "// important: a function (of x) that fetches nothing\nconst f = function (x) { return x; };"),
        ])
    func fineAssets(file: String, text: String) {
        #expect(PageRules.problems(in: text, file: file).map(\.description) == [])
    }
}
