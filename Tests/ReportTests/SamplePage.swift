import Figures
import Foundation
import Report
import Runs
import TestSupport

/// The sample run as a page's input.
enum SamplePage {
    static let provenance = Provenance(
        tool: "nilm-report 0.1.0 (0123abc)",
        versions: [.init(name: "Swift", version: "6.3.1"), .init(name: "cairo", version: "1.16.0")],
        operatingSystem: "Debian GNU/Linux 12 (bookworm), Linux 6.1.0", cpu: "a processor", cores: 2,
        instructionSet: "AVX-512", blasKernel: nil, threads: 2, durations: [.init(stage: "training", seconds: 43.75)],
        peakRssBytes: 268_435_456)

    static func results() throws -> Results {
        try ResultsFile.decode(Array(SampleRun.results.utf8), path: "results.json")
    }

    static func input(_ results: Results? = nil) throws -> ReportInput {
        let series = try Predictions.decode(
            Array(SampleRun.predictions.utf8), path: "predictions.csv", periodS: 60)
        return ReportInput(
            contents: RunContents(
                results: try results ?? Self.results(), configuration: nil, series: series, attention: [:]),
            configuration: SampleRun.configuration, provenance: provenance,
            figures: FigureSection.allCases.map { section in
                ReportFigure(
                    id: "sample-\(section.rawValue)", section: section, title: "Figure of \(section.rawValue)",
                    description: "A square.", svg: "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>")
            },
            files: [DataFile(path: "results.json", bytes: 12345, sha256: String(repeating: "ab", count: 32))])
    }

    /// A page's input in which no list is empty.
    static func full() throws -> ReportInput {
        var results = try results()
        results.scoring = ScoringDefinition(
            profile: "default", source: "This program", averaging: "pooled", events: "Events.", formulas: [:])
        for index in results.appliances.indices {
            results.appliances[index].baselines.absent = [AbsentBaseline(.edges, because: "there are no edges")]
        }
        results.run.data.asked = AskedData(from: nil, to: nil, split: [60, 20, 20], trainHouses: [], testHouses: [])
        results.run.data.houses = [house]
        results.run.data.leakage = LeakageCheck(sharedRows: 0, sharedHouses: ["house_1"], distanceS: 0)
        var input = try input(results)
        input.absences = FigureSection.allCases.map { ReportAbsence(section: $0, reason: "there is nothing to draw") }
        return input
    }

    /// A house in which every step of the preparation found something.
    static let house = PreparedHouse(
        house: "house_1", start: 1_426_000_000, end: 1_426_002_400,
        meters: [
            PreparedMeter(
                meter: "aggregate", sources: ["channel_1.dat", "channel_2.dat"], quantity: "apparent", samplingS: 6,
                readings: 12_345, glitches: 7, rows: 40_000, filled: 31, missing: 1, gaps: 1, longestGapS: 60),
            PreparedMeter(
                meter: "kettle", sources: ["channel_10.dat"], quantity: "active", samplingS: nil, readings: 0,
                glitches: 0, rows: 40, filled: 0, missing: 10, gaps: 2, longestGapS: 300),
        ], stuckRows: 12, stuckSpans: 1, rowsBelowSum: 3,
        lines: TableLines(issues: 5, repeated: 1, backward: 0, inRepeatedHour: 0, empty: 2),
        limits: PreparationLimits(
            fillLimitS: 180, applianceLimitW: 4000, aggregateLimitW: 25_000, stuckLimitS: 3600, dropsIssues: true),
        remarks: ["The aggregate is apparent power."])

    /// The values of `<data value>` in the page, in order.
    static func values(in html: String) -> [String] {
        html.matches(of: /<data value="([^"]*)">/).map { String($0.1) }
    }
}
