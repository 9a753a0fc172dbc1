import Foundation
import Pages
import Plots
import Runs
import Support
import TestSupport
import Testing

@Suite("The page") struct PageTests {
    private static func html(_ results: Results? = nil) throws -> String {
        try Report.render(SamplePage.input(results)).html
    }

    @Test("every metric of results.json is on the page, exactly, and nothing else is in its table")
    func numbers() throws {
        let results = try SamplePage.results()
        let html = try Self.html()
        let section = try #require(html.firstMatch(of: /(?s)<section id="metrics".*?<\/section>/)).output
        var expected: [Double] = []
        for appliance in results.appliances {
            let maes = appliance.predictors.map(\.values[.maeW])
            let others = [appliance.skill, appliance.metrics[.f1], appliance.metrics[.energyErrorPercent]]
            expected += (maes + others).compactMap { $0 }
        }
        for appliance in results.appliances {
            for metric in Metric.allCases {
                expected += appliance.predictors.compactMap { $0.values[metric] }
            }
        }
        #expect(SamplePage.values(in: String(section)).map { Double($0) } == expected)
    }

    @Test("a rounded number is a rounding of the exact one beside it") func rounding() throws {
        var count = 0
        for match in try Self.html().matches(of: /data-value="([^"]*)">([^<]*)<\/td>/) {
            let exact = try #require(Double(match.1))
            let shown = try #require(Double(match.2.replacing("−", with: "-")))
            #expect(abs(shown - exact) <= max(0.005 * abs(exact), 0.051), "\(match.0)")
            count += 1
        }
        #expect(count > 70)
    }

    @Test("a value that is not defined is n/a with its reason") func undefined() throws {
        let html = try Self.html()
        #expect(html.contains(#"<span class="undefined">n/a</span> <small>the appliance is never on</small>"#))
        #expect(html.contains(#"<span class="undefined">n/a</span> <small>predicting zero makes no error</small>"#))
        #expect(html.matches(of: />[^<]*\b(?:nan|inf)\b/.ignoresCase()).isEmpty)
    }

    /// Hexadecimal digits as base64.
    private static func base64(_ hexadecimal: String) -> String {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
            .base64EncodedString()
    }

    @Test("the policy names the sha256 of the style and the script as they stand") func policy() throws {
        let html = try Self.html()
        for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
            let pattern = try Regex("(?s)<\(element)>(.*?)</\(element)>")
            let text = try #require(html.firstMatch(of: pattern)?.output[1].substring)
            let hash = Self.base64(FileHash.sha256(String(text)))
            // The attribute's quotes are escaped; the browser reads them back.
            #expect(html.contains("\(directive) &#39;sha256-\(hash)&#39;"))
        }
        #expect(html.contains("default-src &#39;none&#39;; img-src data:"))
    }

    @Test("the embedded results are those of results.json") func embedded() throws {
        let html = try Self.html()
        let pattern = /(?s)<script type="application\/json" id="data-results">(.*?)<\/script>/
        let json = try #require(html.firstMatch(of: pattern)).1
        var results = try SamplePage.results()
        results.schema = Results.currentSchema
        #expect(try ResultsFile.decode(Array(json.utf8), path: "page") == results)
        #expect(html.contains(#"id="data-configuration">"preset: quick\nseed: 7\n"</script>"#))
    }

    @Test("nothing is fetched, styled or handled inline") func selfContained() throws {
        let html = try Self.html()
        #expect(html.matches(of: /<[^>]*\sstyle=/).isEmpty)
        #expect(html.matches(of: /<[^>]*\son[a-z]+=/).isEmpty)
        #expect(html.matches(of: /(?:src|href)="(?!#)/).isEmpty)
        #expect(html.matches(of: /<(?:link|iframe|object|embed|img|form)\b/).isEmpty)
        #expect(!html.contains("@import") && !html.contains("url(http"))
    }

    @Test("ids are unique and every link within the page has its target") func ids() throws {
        let html = try Self.html()
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
        let targets = html.matches(of: /href="#([^"]*)"/).map { String($0.1) }
        #expect(!targets.isEmpty && targets.allSatisfy(ids.contains))
        let labels = html.matches(of: /aria-labelledby="([^"]*)"/).map { String($0.1) }
        #expect(!labels.isEmpty && labels.allSatisfy(ids.contains))
    }

    @Test("headings go down one level at a time and every header cell has a scope") func structure() throws {
        let html = try Self.html()
        let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
        #expect(levels.filter { $0 == 1 }.count == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        #expect(html.matches(of: /<th(?![a-z])(?![^>]*scope=)/).isEmpty)
        let tables = html.matches(of: /<table>/).count
        #expect(tables == html.matches(of: /<caption>/).count && tables > 8)
    }

    @Test("sections stand in their order, each with its figure") func sections() throws {
        let html = try Self.html()
        let ids = html.matches(of: /<section id="([a-z]+)"/).map { String($0.1) }
        #expect(
            ids == [
                "verdict", "metrics", "windows", "attention", "training", "energy", "errors", "data", "model",
                "provenance", "files", "methods",
            ])
        for section in FigureSection.allCases {
            let pattern = try Regex("(?s)<section id=\"\(section.rawValue)\".*?</section>")
            let text = try #require(html.firstMatch(of: pattern)?.output[0].substring)
            #expect(text.contains("id=\"figure-sample-\(section.rawValue)\""))
        }
    }

    @Test("a section with nothing to show says why") func emptySections() throws {
        var results = try SamplePage.results()
        results.appliances = []
        results.training = nil
        results.windows = []
        results.attention = []
        results.notices = []
        results.gates = []
        results.run.data.files = []
        results.run.data.parts = []
        results.run.data.timeZone = nil
        var input = try SamplePage.input(results)
        input.contents.series = []
        input.figures = []
        input.files = []
        input.configuration = nil
        let html = try Report.render(input).html
        #expect(html.matches(of: /<p class="nothing">/).count == 10)
        #expect(html.contains("Verdict: <span class=\"word\">WARN</span>"))
    }

    @Test(
        "a hostile name is text wherever it stands",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)",
            "</script><script>alert(1)</script>", "<!--", "{{title}}{{{script}}}", "\"\u{301} onclick=\u{301}",
            "<\u{338}b>", "&lt;b&gt;", "a\u{202E}b", "x\u{0}y",
        ]) func hostile(name: String) throws
    {
        var results = try SamplePage.results()
        let harmless = try Self.html().matches(of: /<[a-zA-Z!\/]/).count
        results.run.id = name
        results.run.model = name
        results.run.data.source = name
        results.run.data.files[0].path = name
        for index in results.appliances.indices { results.appliances[index].name = name }
        results.windows[0].rule = try .text(name)
        results.windows[0].id = name
        results.attention[0].tensor = name
        results.notices[0].said = try .text(name)
        results.gates[0].expression = name
        results.run.data.parts[0].house = name
        results.training?.best[0].stopped = try .text(name)
        for index in results.training!.epochs.indices { results.training!.epochs[index].appliance = name }
        var input = try SamplePage.input(results)
        input.contents.series[0].appliance = name
        input.figures[0].title = name
        input.figures[0].description = name
        input.configuration = name
        input.files[0].path = name
        input.provenance.cpu = name
        let page = try Report.render(input).html
        let html = page.replacing(/(?s)<script type="application\/json" id="[a-z-]+">.*?<\/script>/, with: "")
        #expect(html.matches(of: /<img|<script>alert|<b>/).isEmpty)
        #expect(html.matches(of: /<script/).count == 1)
        // One section less of training, for its two appliances have one name now, and the rows of its table moved.
        #expect(abs(html.matches(of: /<[a-zA-Z!\/]/).count - harmless) < 120)
        #expect(html.unicodeScalars.allSatisfy { $0 != "\u{202E}" && $0 != "\u{0}" })
        let data = try #require(page.firstMatch(of: /(?s)id="data-results">(.*?)<\/script>/)).1
        #expect(try ResultsFile.decode(Array(data.utf8), path: "page").run.id == name)
    }

    @Test("the script is small and the page too") func size() throws {
        #expect((Templates.compiled.files["report.js"]?.utf8.count ?? .max) <= 12 * 1024)
        #expect(try Self.html().utf8.count < 100_000)
    }

    @Test("two renderings have the same bytes") func deterministic() throws {
        let first = try Report.render(SamplePage.input())
        #expect(try Report.render(SamplePage.input()) == first)
    }

    @Test("an unknown time zone is an error that names it") func unknownZone() throws {
        var results = try SamplePage.results()
        results.run.data.timeZone = "Mars/Olympus"
        #expect(throws: ReportError.unknownTimeZone("Mars/Olympus")) { try Self.html(results) }
    }

    @Test("times are local, with their offset; without a clock they are seconds") func times() throws {
        #expect(try Self.html().contains("10 Mar 2015 15:06:40 UTC+0"))
        var results = try SamplePage.results()
        results.run.data.timeZone = nil
        let html = try Self.html(results)
        #expect(html.contains("These data have no clock"))
        #expect(!html.contains("UTC+0"))
    }
}
