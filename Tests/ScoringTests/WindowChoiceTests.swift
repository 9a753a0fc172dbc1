import Runs
import Support
import Testing

@testable import Scoring

@Suite("The choice of windows to show")
struct WindowChoiceTests {
    /// One series of windows of 2 samples at 10 s, each with an error on both samples and the truth on or not.
    private func series(
        _ windows: [(error: Float, isOn: Bool)], house: String = "house_1", start: Int = 1000, tail: Int = 0
    ) -> PredictionSeries {
        var (truth, prediction): ([Float], [Float]) = ([], [])
        for window in windows {
            let watts: Float = window.isOn ? 500 : 0
            truth += [watts, 0]
            prediction += [watts + window.error, window.error]
        }
        truth += [Float](repeating: 900, count: tail)
        prediction += [Float](repeating: 0, count: tail)
        return PredictionSeries(
            appliance: "kettle", house: house, start: start, periodS: 10, aggregateW: truth, truthW: truth,
            predictionW: prediction)
    }

    private func choose(_ series: [PredictionSeries], steps: Int = 2) -> [ShownWindow] {
        WindowChoice.windows(
            of: series, states: series.map { ($0.truthW ?? []).map { $0 >= 100 } }, appliance: "kettle", steps: steps)
    }

    @Test("is the first with an event, then median, best and worst among those with the appliance on")
    func rules() {
        let windows = choose([
            series([(0, false), (30, true), (10, true), (99, false), (50, true), (20, true), (40, true)])
        ])
        #expect(windows.map(\.id) == ["kettle-event", "kettle-best", "kettle-worst"])
        // The first event is also the median of 10, 20, 30, 40, 50, so it is shown once.
        #expect(windows.map(\.maeW) == [30, 10, 50])
        #expect(windows.map(\.start) == [1020, 1040, 1080])
        #expect(windows.allSatisfy { $0.steps == 2 && $0.house == "house_1" && $0.appliance == "kettle" })
        #expect(windows[0].rule.english == "first of the 5 windows with the appliance on (7 in all)")
        #expect(windows[1].rule.english == "lowest MAE of the 5 windows with the appliance on (7 in all)")
        #expect(windows[2].rule.english == "highest MAE of the 5 windows with the appliance on (7 in all)")
    }

    @Test("has four windows where each rule has its own")
    func four() {
        let windows = choose([series([(35, true), (20, true), (10, true), (40, true), (30, true)])])
        #expect(windows.map(\.id) == ["kettle-event", "kettle-median", "kettle-best", "kettle-worst"])
        #expect(windows.map(\.maeW) == [35, 30, 10, 40])
    }

    @Test("takes the lower median of an even number")
    func evenMedian() {
        let windows = choose([series([(40, true), (10, true), (20, true), (30, true)])])
        #expect(windows.map(\.maeW) == [40, 20, 10])
    }

    @Test("settles ties by house, then by time")
    func ties() {
        let tied: [(error: Float, isOn: Bool)] = [(5, true), (5, true), (5, true)]
        let windows = choose([series(tied, house: "house_2"), series(tied, house: "house_1", start: 5000)])
        // In order: house_1 at 5000, 5020, 5040, house_2 at 1000, 1020, 1040.
        #expect(windows.map(\.id) == ["kettle-event", "kettle-median", "kettle-best", "kettle-worst"])
        #expect(windows.map(\.house) == ["house_2", "house_1", "house_1", "house_2"])
        #expect(windows.map(\.start) == [1000, 5040, 5000, 1040])
    }

    @Test("is among all windows where the appliance is never on, and says so")
    func neverOn() {
        let windows = choose([series([(30, false), (10, false), (20, false)])])
        #expect(windows.map(\.id) == ["kettle-median", "kettle-best", "kettle-worst"])
        #expect(windows.map(\.maeW) == [20, 10, 30])
        #expect(windows[0].rule.english == "median by MAE of 3 windows (the appliance is on in none)")
    }

    @Test("is one window where there is only one")
    func onlyOne() {
        let windows = choose([series([(30, true)])])
        #expect(windows.map(\.id) == ["kettle-event"])
        #expect(choose([series([(30, false)])]).map(\.id) == ["kettle-median"])
    }

    @Test("is nothing where no window fits, and never reaches into a tail or across series")
    func tails() {
        #expect(choose([series([(30, true)])], steps: 3).isEmpty)
        #expect(choose([]).isEmpty)
        let windows = choose([series([(30, true)], tail: 1), series([(20, false)], start: 9000)])
        #expect(windows.map(\.start) == [1000])
    }

    @Test("leaves out a series without truth")
    func withoutTruth() {
        var unknown = series([(30, true)])
        unknown.truthW = nil
        #expect(choose([unknown]).isEmpty)
    }
}
