import Pages
import Testing

@Suite("What a page must not have") struct PageRulesTests {
    private static let rules = PageRules(policy: "p", style: "s", script: "x()") { $0 == "data/a.csv" }
    private static let head =
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"p\"><title>t</title><style>s</style></head><body>\n"

    private func problems(_ body: String, head: String = Self.head) throws -> [PageProblem] {
        let page = "\(head)\(body)\n<script>x()</script></body></html>"
        do throws(PageProblem) { return Self.rules.problems(of: try ParsedPage(page)) } catch { return [error] }
    }

    @Test(
        "what loads, sends, runs, moves or leads elsewhere, however it is written",
        arguments: [
            "<p style=\"color: red\">a</p>", "<p STYLE = 'x'>a</p>", "<a onclick=\"x()\">a</a>", "<svg onload=x></svg>",
            "<svg/onload=x></svg>", "<a/href=https://example.org>a</a>", "<a href=\"javascript:x()\">a</a>",
            "<a href=\"java&#115;cript:x()\">a</a>", "<a href=\" javascript:x()\">a</a>",
            "<a href=\"/etc/passwd\">a</a>",
            "<a href=\"https://example.org/\">a</a>", "<a href=//example.org>a</a>",
            "<a href=\"\\\\example.org\">a</a>",
            "<a href=\"/\t/example.org\">a</a>", "<a href=\"../../a\">a</a>", "<a href=\"data/../../../a\">a</a>",
            "<a href=\"data/b.csv\">a</a>", "<a href=\"data/a.csv?x\">a</a>", "<a href=\"mailto:a\">a</a>",
            "<a href=\"#a\" ping=\"x\">a</a>", "<a href=\"#a\" target=\"_blank\">a</a>",
            "<img src=\"x.png\">", "<img src=\"data:image/png;base64,x\">", "<form></form>", "<iframe></iframe>",
            "<link rel=\"stylesheet\">", "<base href=\"#\">", "<object></object>", "<embed>", "<video></video>",
            "<template><p>a</p></template>", "<noscript><p>a</p></noscript>", "<math></math>", "<x-a></x-a>",
            "<meta http-equiv=\"refresh\" content=\"0;url=x\">", "<meta http-equiv=\"&#114;efresh\" content=\"0\">",
            "<meta name=\"referrer\" content=\"unsafe-url\">", "<meta charset=\"utf-8\">",
            "<script>y()</script>", "<script type=\"module\">x()</script>", "<script src=\"data:,x\"></script>",
            "<script>x()</script>", "<style>s</style>", "<svg><style>s</style></svg>",
            "<svg><script>x()</script></svg>",
            "<svg><foreignObject></foreignObject></svg>", "<svg><a href=\"#a\"><text>a</text></a></svg>",
            "<svg><use href=\"other.svg#a\"/></svg>", "<svg><use xlink:href=\"other.svg#a\"/></svg>",
            "<svg><image href=\"#a\"/></svg>", "<svg><set attributeName=\"href\" to=\"x\"/></svg>",
            "<svg><rect fill=\"url(https://example.org/a)\"/></svg>",
            "<svg><rect fill=\"u\\72l(//example.org/a)\"/></svg>",
            "<table><tbody><tr><td background='x'>a</td></tr></tbody></table>",
            "<button formaction=\"x\">a</button>", "<p contenteditable>a</p>", "<p autofocus>a</p>",
            "<p style=\u{301}color>a</p>", "<p title=\"\u{301}\" onclick=\u{301}x>a</p>", "\u{0600}<form></form>",
            // No valid HTML: one browser may read another page than another.
            "<select><p>a</p></select>", "<p a=\"1\" a=\"2\">", "<table><p>a</p></table>", "<a href=\"#a>a</a>",
            "<div>",
        ])
    func refused(body: String) throws {
        let problems = try problems(body)
        #expect(!problems.isEmpty)
        #expect(problems.contains { $0.offset >= Self.head.utf8.count || $0.offset == 0 })
    }

    @Test(
        "what stays and shows",
        arguments: [
            "<a href=\"#verdict\">a</a>", "<a href=\"data/a.csv\">a</a>", "<a href='data/a.csv#x'>a</a>", "<!-- a -->",
            "<p class=\"style\">the style = this, on = that, javascript: or https://example.org</p>",
            "<p data-on=\"x\" aria-label=\"onclick=x\">a</p>", "<abbr title=\"style=a\">only</abbr>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><defs><clipPath id=\"c\"><path d=\"M0 0\"/>"
                + "</clipPath></defs><g clip-path=\"url(#c)\" fill=\"none\"><title>a</title></g></svg>",
            "<details open><summary>a</summary><p>b</p></details>", "<input type=\"range\" min=\"0\">",
            "<script type=\"application/json\" id=\"d\">{\"a\": \"<p onclick=x>\"}</script>",
        ])
    func fine(body: String) throws {
        #expect(try problems(body) == [])
    }

    @Test("a policy that is another, too late or missing") func policy() throws {
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"p\">"
        for head in [
            Self.head.replacing(meta, with: ""), Self.head.replacing("content=\"p\"", with: "content=\"q\""),
            Self.head.replacing(meta, with: "").replacing("</style>", with: "</style>\(meta)"),
            Self.head.replacing(meta, with: "").replacing("<body>", with: "<body>\(meta)"),
        ] {
            #expect(try !problems("<p>a</p>", head: head).isEmpty)
        }
    }

    /// By name: a text of a megabyte would stand in the log.
    private static let intricate = [
        "depth": String(repeating: "<div>", count: 100_000), "formats": String(repeating: "<b>", count: 100_000),
        "drawings": String(repeating: "<svg><g>", count: 50_000),
        "formats again": (0..<400).map { "<b id=\($0)>" }.joined() + String(repeating: "<p>", count: 50_000),
        "tables": String(repeating: "<table>", count: 50_000), "links": String(repeating: "<a b=c>", count: 50_000),
    ]

    @Test("a page that is made to stop its parser", arguments: intricate.keys.sorted()) func bombs(name: String) throws
    {
        #expect(try !problems(try #require(Self.intricate[name])).isEmpty)
    }

    @Test("elements come in order, with what the parser adds") func elements() throws {
        let page = try ParsedPage("<title>a</title><p>b<SVG viewBox='0'><linearGradient xlink:href='#a'/></svg>")
        #expect(page.elements.map(\.name) == ["html", "head", "title", "body", "p", "svg", "lineargradient"])
        #expect(page.elements.map(\.parent) == [nil, "html", "head", "html", "body", "p", "svg"])
        #expect(page.elements[6]["xlink:href"] == "#a" && page.elements[6].isDrawing && page.elements[5].isDrawing)
        #expect(page.elements[4].offset == 16)
    }
}
