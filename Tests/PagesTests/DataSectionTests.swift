import Foundation
import Pages
import Runs
import Support
import Testing

@Suite("The data section") struct DataSectionTests {
    private func section(_ change: (inout DataSummary) -> Void = { _ in }) throws -> String {
        var input = try SamplePage.full()
        change(&input.contents.results.run.data)
        let html = try Report.render(input).html
        let start = try #require(html.range(of: "<section id=\"data\""))
        let end = try #require(html[start.lowerBound...].range(of: "</section>"))
        return String(html[start.lowerBound..<end.upperBound])
    }

    @Test("has what was asked for and found, and what preparation did") func audit() throws {
        let text = try section()
        for expected in [
            "all there are", "train 60 %, validation 20 %, test 20 %", "house 1, days found", "aggregate (VA)",
            "channel_1.dat + channel_2.dat", "6\u{A0}s", "12\u{202F}345", "75.0\u{A0}%", "1\u{A0}min",
            "5\u{A0}min", "4000 W of an appliance, 25000 W of a house",
            "house 1: The aggregate stays the same for more than 3600 s in 1 span: 12 rows taken for missing.",
            "house 1: The aggregate is less than the appliances together in 3 rows.",
            "house 1: 5 lines marked as wrong, taken for missing.", "house 1: The aggregate is apparent power.",
        ] { #expect(text.contains(expected), "\(expected)") }
        // One row of forty thousand is missing: that is not all.
        #expect(text.contains("&gt;\u{A0}99.9\u{A0}%") && !text.contains("100.0\u{A0}%"))
    }

    @Test("says how houses were split") func houses() throws {
        let text = try section {
            $0.asked = AskedData(
                from: "2015-03-01", to: nil, split: [60, 20, 20], trainHouses: [], testHouses: [2, 5])
        }
        #expect(text.contains("from 2015-03-01") && text.contains("train all others, test 2, 5"))
        #expect(!text.contains("Split in time"))
    }

    @Test("states the result of the leakage check") func leakage() throws {
        let passed = try section()
        #expect(passed.contains("Leakage check: passed"))
        #expect(
            passed.contains("Houses that have both: house 1; between a test window and the nearest other one lie 0 s."))
        let failed = try section {
            $0.leakage = LeakageCheck(sharedRows: 4, sharedHouses: ["house_1"], distanceS: 0)
        }
        #expect(failed.contains("Leakage check: failed") && failed.contains("4 rows of test windows lie in training"))
        let apart = try section { $0.leakage = LeakageCheck(sharedRows: 0, sharedHouses: [], distanceS: nil) }
        #expect(apart.contains("No house has both test windows"))
    }

    @Test("of a file of an older version has what that knew") func old() throws {
        let html = try Report.render(SamplePage.input()).html
        #expect(html.contains("sha256 of the data") && html.contains("Parts of the split"))
        #expect(!html.contains("Leakage check") && !html.contains("Meters after preparation"))
    }
}
