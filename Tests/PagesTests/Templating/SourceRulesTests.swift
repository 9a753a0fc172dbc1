import Pages
import Testing

@Suite("What a page's sources must not have") struct SourceRulesTests {
    @Test(
        "style sheets and scripts that load, send, compile, keep or leave something",
        arguments: [
            ("a.css", "@import 'x.css';"), ("a.css", "p { background: url(x.png); }"),
            ("a.css", "p { background: u\\72l(x.png); }"), ("a.css", "@\\69mport 'x.css';"),
            ("a.css", "p { background: \\000075\\r\\00006C (x.png) }"),
            ("a.css", "p { background: image-set('x' 1x) }"),
            ("a.css", "/* </style> */"), ("a.css", "/* \u{0600}</style> */"),
            ("a.css", "@font-face { src: url('https://x.org/a') }"),
            ("a.js", "fetch('x')"), ("a.js", "eval (x)"), ("a.js", "new Function('x')"), ("a.js", "a.innerHTML = b"),
            ("a.js", "import(\"x\")"), ("a.js", "localStorage.x = 1"), ("a.js", "\"</script>\""),
            ("a.js", "location = 'x'"), ("a.js", "window['location'] = 'x'"), ("a.js", "document.loc\\u0061tion = 'x'"),
            ("a.js", "const n = 'loc' + \"ation\""), ("a.js", "const n = `loc` +\n'ation'"), ("a.js", "open('x')"),
            ("a.js", "window.open('x')"), ("a.js", "link.click()"), ("a.js", "link.href = 'x'"),
            ("a.js", "const {['\\x6cocation']: l} = x"), ("a.js", "a.setAttribute('href', b)"),
            ("a.js", "m.httpEquiv = 'refresh'"), ("a.js", "window[x]"), ("a.js", "history.back()"),
            ("a.js", String(repeating: "x", count: SourceRules.mostScriptBytes + 1)),
        ])
    func refused(file: String, text: String) {
        #expect(!SourceRules.problems(in: text, file: file).isEmpty)
    }

    @Test(
        "style sheets and scripts that are fine",
        arguments: [
            (
                "a.css",
                "p { background: url(data:image/png;base64,x) } /* a note */ p::before { content: \"\\2014 a\" }"
            ),
            ("a.js", "// important: a function (of x) that fetches nothing\nconst f = function (x) { return x; };"),
            ("a.js", "a.addEventListener('click', f); const {top} = a; const reopen = 1; a.title = 'b' + c;"),
        ])
    func fine(file: String, text: String) {
        #expect(SourceRules.problems(in: text, file: file).map(\.description) == [])
    }

    @Test("a problem is on its line") func line() {
        #expect(SourceRules.problems(in: "a\nb\nfetch(1)\n", file: "x.js").map(\.line) == [3])
        #expect(SourceRules.problems(in: "a {}\nb { c: u\\72l(d) }\n", file: "x.css").map(\.line) == [2])
    }

    @Test(
        "a summary with elements or links that load something or lead elsewhere",
        arguments: [
            "<img src=x>", "![a](https://example.org)", "[a](javascript:x)", "[a]: //example.org", "<a href=#>",
            "<details open>", "<https://example.org>", "[a]( <https://example.org>)", "\u{0600}<form>",
        ])
    func markdown(text: String) {
        #expect(!MarkdownRules.problems(in: "# Title\n\n" + text).isEmpty)
    }

    @Test("a summary that is fine") func fineMarkdown() {
        let text =
            "# T\n\n| a | b |\n|---|---:|\n| 1 < 2 | **x** |\n\n[page](report.html) <br> <sub>x</sub> [1], a](#b)\n"
        #expect(MarkdownRules.problems(in: text) == [])
    }
}
