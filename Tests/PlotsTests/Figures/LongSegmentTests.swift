import Runs
import Support
import Testing

@testable import Plots

@Suite("Whole days and weeks")
struct LongSegmentTests {
    /// 00:00 in London on 30 March 2013, a day before clocks are put forward.
    private static let start = 1_364_601_600
    private static func clock() throws -> LocalClock { try #require(LocalClock(zone: "Europe/London")) }

    /// Hourly samples; the prediction of day d is `errors[d]` W too high.
    private static func series(
        errors: [Float], onDays: Set<Int>, missing: Set<Int> = [], hasTruth: Bool = true
    ) -> [PredictionSeries] {
        let truth = (0..<errors.count * 24).map { onDays.contains($0 / 24) && $0 % 24 == 12 ? Float(2000) : 0 }
        let prediction = truth.indices.map { truth[$0] + errors[$0 / 24] }
        let kept = truth.indices.split { missing.contains($0) }
        return kept.map { part in
            PredictionSeries(
                appliance: "kettle", house: "2", start: start + 3600 * part.startIndex, periodS: 3600,
                aggregateW: part.map { truth[$0] + 100 }, truthW: hasTruth ? part.map { truth[$0] } : nil,
                predictionW: part.map { prediction[$0] })
        }
    }

    private static func day(_ series: [PredictionSeries]) throws -> LongSegment {
        try LongSegment.day(of: series, onThresholdW: 1000, clock: clock()).get()
    }

    @Test("a week is found among days that lie eight thousand years apart, without a look at those between")
    func centuries() throws {
        let days = (0..<2000).map { 100_000_000 * $0 } + [250_560_000_000 - 86400, 250_560_000_000]
        let series = days.map { start in
            PredictionSeries(
                appliance: "kettle", house: "2", start: start, periodS: 86400, aggregateW: [1], truthW: [1],
                predictionW: [1])
        }
        let segment = try LongSegment.week(of: series, clock: try #require(LocalClock(zone: "UTC"))).get()
        // The last day but one is the second of two that are near each other.
        #expect(segment.rows.start == 250_560_000_000 - 6 * 86400)
        #expect(segment.rows.predictionW.filter(\.isFinite).count == 2)
    }

    @Test("the day is the median by error of the whole days with the appliance on")
    func median() throws {
        // Summer time moves later days by an hour: a sixth has the last sample.
        let segment = try Self.day(Self.series(errors: [30, 10, 20, 0, 99], onDays: [0, 1, 2, 4]))
        #expect(
            segment.rule.english
                == "a whole day, the median by MAE of 4 whole days with the appliance on (6 days in all)")
        #expect(try Self.clock().date(at: segment.rows.start).text.english == "1 Apr 2013")
        let mae = try #require(segment.maeW)
        #expect(abs(mae - 20) < 2)
    }

    @Test("the day on which clocks are put forward has 23 hours, the one on which they are put back 25")
    func summerTime() throws {
        let spring = try Self.day(Self.series(errors: [30, 10, 20], onDays: [1]))
        #expect(spring.rows.predictionW.count == 23 && spring.rows.predictionW.allSatisfy(\.isFinite))
        var autumn = Self.series(errors: [1, 1, 1], onDays: [1])
        // 26 October 2013 00:00 in London, in summer time.
        autumn[0].start = 1_382_742_000
        let long = try Self.day(autumn)
        #expect(long.rows.predictionW.count == 25)
    }

    @Test("a day with a gap is not whole; without a whole day the reason says so")
    func gaps() throws {
        let segment = try Self.day(Self.series(errors: [30, 10, 20], onDays: [0, 1, 2], missing: [5]))
        #expect(segment.rule.english.contains("2 whole days with the appliance on"))
        let none = try LongSegment.day(
            of: Self.series(errors: [30], onDays: [0], missing: [5]), onThresholdW: 1000, clock: Self.clock())
        guard case .failure(let absence) = none else {
            Issue.record("got \(none)")
            return
        }
        #expect(absence.reason == .noWholeDay(days: 1))
    }

    @Test("without truth the first whole day is shown, and where the appliance is never on all whole days are ranked")
    func noTruth() throws {
        let blind = try Self.day(Self.series(errors: [3, 2, 1], onDays: [], hasTruth: false))
        #expect(blind.rule.english == "the first of 3 whole days" && blind.maeW == nil)
        #expect(blind.rows.start == Self.start)
        let off = try Self.day(Self.series(errors: [3, 2, 1], onDays: []))
        #expect(off.rule.english.contains("the appliance is on in none"))
    }

    @Test("the week is the first with the fewest samples missing, and what is missing stays a gap")
    func week() throws {
        let series = Self.series(
            errors: [Float](repeating: 1, count: 12), onDays: [], missing: Set(0..<24 * 2 + 3))
        let week = try LongSegment.week(of: series, clock: Self.clock()).get()
        #expect(try Self.clock().date(at: week.rows.start).text.english == "2 Apr 2013")
        #expect(week.rule.english == "a week, the first with the fewest samples missing")
        #expect(week.rows.predictionW.count == 7 * 24 && week.rows.predictionW.allSatisfy(\.isFinite))
        let short = try LongSegment.week(
            of: Self.series(errors: [1, 1, 1], onDays: [], missing: [30, 31]), clock: Self.clock()
        ).get()
        #expect(short.rule.english == "all 4 days of the test part, which is shorter than a week")
        #expect(short.rows.predictionW.filter(\.isNaN).count == 2 + 23)
        let none = LongSegment.week(of: Self.series(errors: [], onDays: []), clock: try Self.clock())
        #expect(throws: LongSegment.Absence.self) { try none.get() }
    }

    @Test("gaps are shaded and counted on the figure")
    func shading() throws {
        let series = Self.series(errors: [1, 1, 1], onDays: [1], missing: [30, 31])
        let week = try LongSegment.week(of: series, clock: Self.clock()).get()
        let canvas = RecordingCanvas()
        WindowFigure(week, clock: try Self.clock()).figure.scene.draw(on: canvas)
        #expect(canvas.texts.contains("no samples"))
        #expect(canvas.texts.contains { $0.hasSuffix("1 d 1 h of it without samples") })
    }
}
