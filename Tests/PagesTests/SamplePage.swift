import Foundation
import Pages
import Plots
import Runs
import Support
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
            contents: RunContents(results: try results ?? Self.results(), series: series, attention: [:]),
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
            results.appliances[index].baselines.absent = [AbsentBaseline(.edges, because: .noEdges)]
        }
        results.run.data.asked = AskedData(from: nil, to: nil, split: [60, 20, 20], trainHouses: [], testHouses: [])
        results.run.data.houses = [house]
        results.run.data.leakage = LeakageCheck(sharedRows: 0, sharedHouses: ["house_1"], distanceS: 0)
        for index in results.appliances.indices {
            results.appliances[index].byHour = (0..<24).map {
                HourScore(hour: $0, n: 2, maeW: 3.5, truthKwh: 0.5, predictionKwh: 0.25)
            }
            results.appliances[index].errors = ErrorAnalysis(
                confusion: .init(onAsOn: 2, onAsOff: 1, offAsOn: 0, offAsOff: 9),
                durations: [
                    .init(fromS: 0, belowS: 60, uses: 3, found: 2, maeW: 5, truthKwh: 0.5, predictionKwh: 0.25),
                    .init(fromS: 7200, belowS: nil, uses: 1, found: 1, maeW: 5, truthKwh: 0.5, predictionKwh: 0.25),
                ], falseUses: .init(count: 1, predicted: 4, seconds: 120, predictionKwh: 0.125),
                worstWindows: [
                    .init(house: "1", start: 1_426_001_200, steps: 4, maeW: 7, truthKwh: 0.5, predictionKwh: 0.25)
                ])
        }
        results.baseline = BaselineComparison(
            run: "earlier", created: "2026-11-20T11:10:03Z", obstacles: [], notes: ["A note."], relativeTolerance: 0.02,
            resamples: 2000, level: 0.95, seed: 0,
            changes: [
                MetricChange(
                    appliance: "kettle", metric: "mae_w", before: 7, after: 8.0625, change: 1.0625, low: 0.25, high: 2,
                    tolerance: 0.5, blocks: 14, blockKind: .day, outcome: .worse, decides: true, reason: nil)
            ])
        results.removed = ["paths"]
        results.appliances[0].ablations = ablations(wholeW: 10, withoutW: 30, mostW: 20)
        let head = HeadStatistics(
            entropy: 0.75, distanceMin: 2.5, diagonal: 0.5, sink: 0.25, eventLift: 1.5, divergence: nil)
        for index in results.attention.indices {
            results.attention[index].statistics = AttentionStatistics(toleranceS: 240, heads: [head], even: head)
        }
        var input = try input(results)
        let explorer = ExplorerView(figure: "sample-attention", heads: 2, parts: 4, json: Array("{}".utf8))
        for section in FigureSection.allCases {
            for number in 1...4 {
                input.figures.append(
                    ReportFigure(
                        id: "full-\(section.rawValue)-\(number)", section: section,
                        appliance: results.appliances[number / 4].name, title: "Figure \(number)", description: "Some.",
                        svg: "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"))
            }
        }
        for index in input.figures.indices { input.figures[index].explorers = [explorer] }
        input.absences = FigureSection.allCases.map {
            ReportAbsence(section: $0, reason: Text("there is nothing to draw", es: "no hay nada que dibujar"))
        }
        return input
    }

    /// Scores of a network with two scales; of random blocks from 11 to 13 W.
    static func ablations(wholeW: Double, withoutW: Double, mostW: Double, f1: Double = 0.5) -> [AblationScore] {
        func score(_ kind: AblationScore.Kind, _ maeW: Double, steps: Int? = nil) -> AblationScore {
            AblationScore(kind: kind, steps: steps, windows: 24, n: 96, maeW: maeW, f1: kind == .nothing ? 0.5 : f1)
        }
        var most = score(.mostAttended, mostW)
        (most.hidden, most.blocks) = (4, 16)
        var random = most
        (random.kind, random.maeW, random.repeats) = (.random, 12, 5)
        (random.leastMaeW, random.largestMaeW) = (11, 13)
        return [
            score(.nothing, wholeW), score(.scale, 12.5, steps: 1), score(.scale, wholeW, steps: 4),
            score(.attention, withoutW), most, random,
        ]
    }

    /// A house in which every step of the preparation found something.
    static let house = PreparedHouse(
        house: "house_1", start: 1_426_000_000, end: 1_426_002_400,
        meters: [
            PreparedMeter(
                meter: "aggregate", sources: ["channel_1.dat", "channel_2.dat"], quantity: .apparent, samplingS: 6,
                readings: 12_345, glitches: 7, rows: 40_000, filled: 31, missing: 1, gaps: 1, longestGapS: 60),
            PreparedMeter(
                meter: "kettle", sources: ["channel_10.dat"], quantity: .active, samplingS: nil, readings: 0,
                glitches: 0, rows: 40, filled: 0, missing: 10, gaps: 2, longestGapS: 300),
        ], stuckRows: 12, stuckSpans: 1, rowsBelowSum: 3,
        lines: TableLines(issues: 5, repeated: 1, backward: 0, inRepeatedHour: 0, empty: 2),
        limits: Preparation(
            fillLimitS: 180, applianceLimitW: 4000, aggregateLimitW: 25_000, stuckLimitS: 3600, dropsIssues: true),
        remarks: ["The aggregate is apparent power."])

    /// The values of `data-value` in the page, in order.
    static func values(in html: String) -> [String] {
        html.matches(of: /<td class="number" data-value="([^"]*)">/).map { String($0.1) }
    }
}
