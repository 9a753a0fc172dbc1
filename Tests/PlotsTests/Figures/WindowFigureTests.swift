import Runs
import Support
import Testing

@testable import Plots

@Suite("Figures of windows")
struct WindowFigureTests {
    private func contents(
        aggregate: [Float], truth: [Float]?, prediction: [Float], zone: String? = "Europe/London"
    ) -> RunContents {
        var contents = SampleRun.london(days: 2, steps: 64, cells: 8)
        contents.results.run.data.timeZone = zone
        contents.series = [
            PredictionSeries(
                appliance: "kettle", house: "2", start: 1_364_686_200, periodS: 60, aggregateW: aggregate,
                truthW: truth, predictionW: prediction)
        ]
        contents.results.windows = [
            ShownWindow(
                id: "kettle-best", appliance: "kettle", house: "2", start: 1_364_686_200, steps: aggregate.count,
                rule: .importedAttention, maeW: 250)
        ]
        return contents
    }

    private func texts(_ contents: RunContents) throws -> (figure: Figure, texts: [String]) {
        let figure = try #require(try Figures.windows(contents).first?.figure)
        let canvas = RecordingCanvas()
        figure.scene.draw(on: canvas)
        return (figure, canvas.texts)
    }

    @Test("the sentence has the window's numbers, and the time of the largest error on the local clock")
    func sentence() throws {
        var prediction = [Float](repeating: 0, count: 120)
        prediction[90] = 2000
        let truth = [Float](repeating: 0, count: 60) + [Float](repeating: 1000, count: 60)
        let (figure, _) = try texts(
            contents(aggregate: truth.map { $0 + 100 }, truth: truth, prediction: prediction))
        // The window starts at 23:30 on 30 March; clocks go from 01:00 to 02:00 after its first 90 minutes, so that
        // its 90th minute is 02:00.
        #expect(
            figure.description.english
                == "kettle, house 2, from 23:30 on 30 Mar 2013 for 2 h: MAE 250 W; the truth peaks at "
                + "1000 W, the prediction at 2000 W; energy 1 kWh true, 0.0333 kWh predicted; largest error −1000 W at 00:30 "
                + "on 31 Mar 2013."
        )
    }

    @Test("truth and prediction share their axis with an aggregate of their size, and not with a large one")
    func panels() throws {
        let appliance = [Float](repeating: 90, count: 60)
        let small = try texts(
            contents(aggregate: appliance.map { $0 + 20 }, truth: appliance, prediction: appliance))
        #expect(small.texts.contains("power (W)") && !small.texts.contains("appliance (W)"))
        let large = try texts(
            contents(aggregate: appliance.map { $0 + 3000 }, truth: appliance, prediction: appliance))
        #expect(large.texts.contains("aggregate (W)") && large.texts.contains("appliance (W)"))
    }

    @Test("power axes start at 0, or below it where a prediction does")
    func zero() throws {
        let truth = [Float](repeating: 2000, count: 60)
        let above = try texts(contents(aggregate: truth, truth: truth, prediction: truth))
        #expect(above.texts.contains("0") && above.texts.filter { $0.hasPrefix("−") }.count <= 2)
        let below = try texts(
            contents(aggregate: truth, truth: truth, prediction: [Float](repeating: -900, count: 60)))
        #expect(below.texts.filter { $0.hasPrefix("−") }.count > 2)
    }

    @Test("without truth there is no residual and no error")
    func noTruth() throws {
        let power = (0..<60).map { Float($0 * 10) }
        let (figure, texts) = try texts(contents(aggregate: power, truth: nil, prediction: power))
        #expect(!texts.contains("residual (W)") && !texts.contains("truth"))
        #expect(!figure.description.english.contains("MAE"))
    }

    @Test("data without a clock have times since the window's start")
    func noClock() throws {
        let power = (0..<60).map { Float($0 * 10) }
        let (figure, texts) = try texts(contents(aggregate: power, truth: power, prediction: power, zone: nil))
        #expect(texts.contains("0 s") && texts.contains("time since the window's start"))
        #expect(figure.description.english.contains("1 h long"))
    }

    @Test("a window that the predictions do not hold is absent, with the reason")
    func missingRows() throws {
        var contents = contents(aggregate: [1, 2], truth: [1, 2], prediction: [1, 2])
        contents.results.windows[0].steps = 3
        let outcomes = try Figures.windows(contents)
        #expect(outcomes.first?.figure == nil)
        #expect(outcomes.first?.absence?.reason.text.english.contains("predictions.csv") == true)
    }

    @Test("a diverged model's predictions leave gaps; if none is a number there is no figure")
    func notANumber() throws {
        let power = (0..<60).map { Float($0 * 10) }
        let partly = power.map { $0 == 300 ? Float.nan : $0 == 310 ? .infinity : $0 }
        let (figure, _) = try texts(contents(aggregate: power, truth: power, prediction: partly))
        #expect(!figure.description.english.contains("nan") && !figure.description.english.contains("inf"))
        let never = contents(aggregate: power, truth: power, prediction: power.map { _ in .nan })
        let absence = try #require(try Figures.windows(never).first?.absence)
        #expect(absence.reason.text.english.contains("is a number"))
        #expect(try Figures.energy(never).compactMap(\.figure).allSatisfy { !$0.description.english.contains("nan") })
    }

    @Test("a day of samples says how it was decimated")
    func decimated() throws {
        let power = (0..<10_000).map { Float($0 % 500) }
        let (_, texts) = try texts(contents(aggregate: power, truth: power, prediction: power))
        #expect(texts.contains { $0.hasPrefix("10000 samples drawn as first, least, greatest and last") })
    }
}
