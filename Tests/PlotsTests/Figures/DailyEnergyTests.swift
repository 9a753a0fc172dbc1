import Runs
import Support
import Testing

@testable import Plots

@Suite("Energy by day")
struct DailyEnergyTests {
    /// 30 March 2013 00:00 in London; the next day has 23 hours.
    private static let midnight = 1_364_601_600

    private func series(start: Int, hours: Int, truth: Float? = 1000, prediction: Float = 500) -> PredictionSeries {
        let count = hours * 60
        return PredictionSeries(
            appliance: "kettle", house: "2", start: start, periodS: 60,
            aggregateW: [Float](repeating: 2000, count: count),
            truthW: truth.map { [Float](repeating: $0, count: count) },
            predictionW: [Float](repeating: prediction, count: count))
    }

    @Test("a kilowatt over local days is 24 kWh, and 23 where clocks are put forward")
    func summerTime() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let days = DailyEnergy([series(start: Self.midnight, hours: 71)], clock: clock).days
        #expect(days.map(\.date.day) == [30, 31, 1])
        for (day, kWh) in zip(days, [24.0, 23, 24]) {
            #expect(abs((day.truthKWh ?? 0) - kWh) < 1e-9)
            #expect(abs(day.predictionKWh - kWh / 2) < 1e-9)
            #expect(day.isComplete)
        }
    }

    @Test("parts of one day add up, and a day with a gap is not complete")
    func parts() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let days = DailyEnergy(
            [series(start: Self.midnight, hours: 10), series(start: Self.midnight + 12 * 3600, hours: 12)],
            clock: clock
        ).days
        #expect(days.count == 1)
        #expect(abs((days[0].truthKWh ?? 0) - 22) < 1e-9)
        #expect(!days[0].isComplete && abs(days[0].coverage - 22.0 / 24) < 1e-9)
    }

    @Test("a sample belongs to the day it begins in")
    func boundary() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let part = PredictionSeries(
            appliance: "kettle", house: "2", start: Self.midnight - 30, periodS: 60, aggregateW: [1, 1],
            truthW: nil, predictionW: [3600, 7200])
        let days = DailyEnergy([part], clock: clock).days
        #expect(days.map(\.date.day) == [29, 30])
        #expect(days.map { ($0.predictionKWh * 1000).rounded() } == [60, 120])
        #expect(days.allSatisfy { $0.truthKWh == nil })
    }

    @Test("the sentence totals the days and names the worst")
    func sentence() throws {
        var contents = SampleRun.london(days: 2, steps: 64, cells: 8)
        contents.series = [series(start: Self.midnight, hours: 71)]
        let figure = try #require(try Figures.energy(contents).first?.figure)
        #expect(
            figure.description.english
                == "kettle, house 2, 3 days, 3 of them complete: true 71 kWh, predicted 35.5 kWh "
                + "(−50 %); largest daily error −12 kWh on 1 Apr 2013."
                || figure.description.english
                    == "kettle, house 2, 3 days, 3 of them complete: true 71 kWh, predicted 35.5 kWh "
                    + "(−50 %); largest daily error −12 kWh on 30 Mar 2013."
        )
    }

    @Test("half a year is drawn as lines with gaps where days are missing")
    func longRun() throws {
        var contents = SampleRun.london(days: 2, steps: 64, cells: 8)
        contents.series = [
            series(start: Self.midnight, hours: 24 * 100), series(start: Self.midnight + 86_400 * 120, hours: 24 * 60),
        ]
        let figure = try #require(try Figures.energy(contents).first?.figure)
        let canvas = RecordingCanvas()
        figure.scene.draw(on: canvas)
        let lines = canvas.calls.compactMap { call in
            if case .stroke(let lines, let stroke) = call, stroke == SeriesStyle.truth { lines.count } else { nil }
        }
        // The legend's line, then the two segments.
        #expect(lines == [1, 2])
    }
}
