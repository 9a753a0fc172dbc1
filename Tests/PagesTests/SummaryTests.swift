import Pages
import Runs
import Testing

@Suite("summary.md") struct SummaryTests {
    @Test("it is text and small tables with the page's numbers") func summary() throws {
        let summary = try Report.render(SamplePage.input()).summary
        #expect(summary.hasPrefix("# nilm-report: WARN\n\nThe model beats predicting zero for kettle"))
        #expect(summary.contains("\n| kettle | 8.06 | 40.2 | 66.1 | 0.80 | 0.812 | −4.8 |\n"))
        #expect(summary.contains("\n| dish washer | 1.50 | 0 | 3.25 | n/a | n/a | n/a |\n"))
        #expect(summary.contains("\n| mae\\_w &lt; 30 | kettle | 8.06 | met |\n"))
        #expect(!summary.contains("<") && summary.utf8.count < 60_000)
    }

    @Test("it is the same alone as beside a page") func alone() throws {
        var input = try SamplePage.input()
        let summary = try Report.render(input).summary
        #expect(try Report.summary(input) == summary)
        // What a page is drawn from beside the results is not looked at.
        input.contents.series = []
        #expect(try Report.summary(input) == summary)
    }

    @Test("a hostile name stays in its cell") func hostile() throws {
        var results = try SamplePage.results()
        results.appliances[0].name = "a | b\n# c <script>"
        let summary = try Report.render(SamplePage.input(results)).summary
        #expect(summary.contains("\n| a \\| b \\# c &lt;script&gt; | 8.06 |"))
    }
}
