import Runs
import Support
import TestSupport
import Testing

@testable import Datasets
@testable import Scoring

@Suite("The evaluation of an appliance")
struct ApplianceEvaluationTests {
    private static let kind = ApplianceKind(
        name: "kettle", aliases: [], onThreshold: 100, maximum: nil, source: .kelly)

    private func evaluate(
        truth: [Float], prediction: [Float], train: [Float] = [], trainingMean: Double = 10, timeZone: String? = nil,
        profile: MetricProfile = .standard, beside others: [ApplianceData] = []
    ) throws -> ApplianceEvaluation {
        let data = ApplianceData(
            appliance: "kettle", train: train.isEmpty ? [] : [Self.segment(train)], test: [Self.segment(truth)])
        let kind = { $0 == Self.kind.name ? Self.kind : Appliances.kind(named: $0) }
        var learnt = try learnt([data] + others, timeZone: timeZone, kind: kind)
        if train.isEmpty { learnt[0].meanW = trainingMean }
        return ApplianceEvaluation(
            data: data, predictions: [prediction], window: 2, shown: 2,
            scoring: try Scoring(
                profile: profile, appliances: [data] + others, fits: learnt, timeZone: timeZone, kind: kind))
    }

    /// 6 s apart, 50 W under the aggregate.
    private static func segment(_ truth: [Float]) -> Segment {
        Segment(
            house: "house_1", start: 600, period: 6, aggregate: truth.map { $0.isNaN ? $0 : $0 + 50 }, truth: truth)
    }

    @Test("scores the rows that have truth and prediction, in series without gaps")
    func series() throws {
        let gap = Float.nan
        let evaluation = try evaluate(
            truth: [0, 500, gap, 500, 0, 0, 0], prediction: [10, 400, gap, gap, 20, 0, gap])
        #expect(evaluation.series.map(\.start) == [600, 624])
        #expect(evaluation.series.map(\.predictionW) == [[10, 400], [20, 0]])
        #expect(evaluation.series.map(\.truthW) == [[0, 500], [0, 0]])
        #expect(evaluation.series.map(\.aggregateW) == [[50, 550], [50, 50]])
        #expect(evaluation.result.n == 4 && evaluation.result.nOn == 1)
        #expect(evaluation.result.metrics[.maeW] == 130.0 / 4)
        #expect(evaluation.result.name == "kettle" && evaluation.result.onThresholdSource.english.contains("Kelly"))
    }

    @Test("scores the zero and the mean predictor on the same rows, and skill against zero")
    func baselines() throws {
        let result = try evaluate(truth: [0, 400, 0, 0], prediction: [20, 300, 0, 0], trainingMean: 100).result
        #expect(result.baselines.zero[.maeW] == 100)
        #expect(result.baselines[.mean]?[.maeW] == 150)
        #expect(result.baselines.zero[.f1] == 0)
        #expect(abs((result.skill ?? 0) - 0.7) < 1e-12)
    }

    @Test("takes what the baselines learnt elsewhere, says from which data, and why others are missing")
    func learntElsewhere() throws {
        let data = ApplianceData(appliance: "kettle", test: [Self.segment([0, 400, 0, 0])])
        let known = BaselineFit(
            appliance: "kettle", source: "house_9", meanW: 200, hourlyW: [Float](repeating: 100, count: 24),
            edges: BaselineFit.Edges(powerW: 400, longestS: 60),
            absent: [AbsentBaseline(.combinatorial, because: .oneAppliance)])
        func result(timeZone: String?) throws -> ApplianceResult {
            ApplianceEvaluation(
                data: data, predictions: [[0, 400, 0, 0]], window: nil, shown: 2,
                scoring: try Scoring(
                    profile: .standard, appliances: [data], fits: [known], timeZone: timeZone)
            ).result
        }
        let clocked = try result(timeZone: "UTC")
        #expect(clocked.baselinesSource?.english == "house_9" && clocked.windowSteps == nil)
        #expect(clocked.baselines[.mean]?[.maeW] == 200 && clocked.baselines[.hourly]?[.maeW] == 150)
        #expect(clocked.baselines[.edges]?[.maeW] == 0)
        #expect(clocked.baselines.absent == known.absent)
        #expect(try result(timeZone: nil).baselines.absent.map(\.baseline) == ["combinatorial", "hourly"])
    }

    @Test("of an appliance that draws nothing has no skill")
    func noSkill() throws {
        #expect(try evaluate(truth: [0, 0], prediction: [5, 5]).result.skill == nil)
    }

    @Test("finds nothing to say of a good model")
    func good() throws {
        #expect(try evaluate(truth: [0, 400, 0, 300], prediction: [10, 380, 0, 310]).notices.isEmpty)
    }

    @Test("says that a nearly constant prediction has collapsed, with both deviations")
    func collapsed() throws {
        // Deviations 200 and 3, which is under 2 %.
        let notices = try evaluate(truth: [0, 400, 0, 400], prediction: [197, 203, 197, 203]).notices
        let notice = try #require(notices.first { $0.kind == .collapsed })
        #expect(notice.appliance == "kettle")
        #expect(notice.said.english.contains("3.00 W") && notice.said.english.contains("200.00 W"))
        // 2.5 % is none.
        let wider = try evaluate(truth: [0, 400, 0, 400], prediction: [195, 205, 195, 205]).notices
        #expect(!wider.contains { $0.kind == .collapsed })
    }

    @Test("calls nothing collapsed where the truth is constant, too")
    func constantTruth() throws {
        #expect(try !evaluate(truth: [0, 0], prediction: [0, 0]).notices.contains { $0.kind == .collapsed })
    }

    @Test("says when predicting zero is as good or better, with both errors")
    func worseThanZero() throws {
        let worse = try evaluate(truth: [0, 400, 0, 0], prediction: [410.5, 400, 0, 0]).notices
        #expect(worse.map(\.kind) == [.worseThanZero])
        #expect(worse.first?.said.english.contains("its MAE is 102.63 W, that of predicting zero is 100.00 W") == true)
        let equal = try evaluate(truth: [0, 400, 0, 0], prediction: [400, 400, 0, 0]).notices
        #expect(equal.map(\.kind) == [.worseThanZero])
    }

    @Test("names a baseline that has a lower error than a model that beats predicting zero")
    func worseThanBaseline() throws {
        let notices = try evaluate(truth: [0, 400, 400, 400], prediction: [100, 300, 300, 200], trainingMean: 390)
            .notices
        #expect(notices.map(\.kind) == [.worseThanBaseline])
        #expect(
            notices.first?.said.english
                == "For kettle a predictor without a network has a lower error: the MAE of predicting the "
                + "training mean is 105.00 W, the model's is 125.00 W. That predictor is fitted to the model's training data."
        )
    }

    @Test("makes every baseline that the data allow, and says why others are missing")
    func baselineList() throws {
        let train: [Float] = [0, 2400, 2400, 0, 0, 0]
        let alone = try evaluate(truth: [0, 2400, 0], prediction: [0, 2400, 0]).result.baselines
        #expect(Baseline.allCases.filter { alone[$0] != nil } == [.zero, .mean])
        #expect(alone.absent.map(\.baseline) == ["hourly", "edges", "combinatorial"])
        #expect(alone.absent.map(\.reason.english).allSatisfy { !$0.isEmpty })
        // Another appliance in the same house makes combinations.
        let other = ApplianceData(
            appliance: "fridge", train: [Self.segment([0, 90, 90])], test: [Self.segment([0, 90, 0])])
        let all = try evaluate(
            truth: [0, 2400, 0], prediction: [0, 2400, 0], train: train, timeZone: "UTC", beside: [other]
        ).result.baselines
        #expect(Baseline.allCases.filter { all[$0] != nil } == Baseline.allCases && all.absent.isEmpty)
        #expect(all[.edges]?[.maeW] == 0 && all[.combinatorial]?[.maeW] == 0)
        // 2400 W in two of six samples of the hour are 800 W; its error is 800, 1600 and 800 W.
        #expect(all[.hourly]?[.maeW] == 3200.0 / 3)
        // One in another house does not: its meter is not in this aggregate.
        var elsewhere = other
        elsewhere.test[0].house = "house_2"
        let apart = try evaluate(
            truth: [0, 2400, 0], prediction: [0, 2400, 0], train: train, timeZone: "UTC", beside: [elsewhere]
        ).result.baselines
        #expect(apart[.combinatorial] == nil && apart.absent.map(\.baseline) == ["combinatorial"])
    }

    @Test("has the model's error and energy by hour and by day where the data have a clock")
    func hoursAndDays() throws {
        let truth = [Float](repeating: 600, count: 600)
        let prediction = [Float](repeating: 500, count: 600)
        // From 00:10, an hour of 600 W.
        let result = try evaluate(truth: truth, prediction: prediction, timeZone: "UTC").result
        #expect(result.byHour?.count == 24)
        #expect(result.byHour?.prefix(3).map(\.n) == [500, 100, 0])
        #expect(result.byHour?.prefix(3).map(\.maeW) == [100, 100, nil])
        #expect(result.byHour?[0].truthKwh == 0.5 && result.byHour?[1].predictionKwh == 500.0 * 600 / 3.6e6)
        #expect(
            result.byDay == [
                DayScore(house: "house_1", date: "1970-01-01", n: 600, maeW: 100, truthKwh: 0.6, predictionKwh: 0.5)
            ])
        // 0.1 kWh in an hour is 2.4 kWh a day.
        #expect(abs((result.metrics[.dailyEnergyMaeKwh] ?? 0) - 2.4) < 1e-12)
        let timeless = try evaluate(truth: truth, prediction: prediction).result
        #expect(timeless.byHour == nil && timeless.byDay == nil)
        #expect(timeless.metrics.reason(for: .dailyEnergyMaeKwh) == "the data have no clock")
    }

    @Test("refuses a time zone that there is not")
    func unknownZone() {
        #expect(throws: EvaluationError.unknownTimeZone("Mars")) {
            try evaluate(truth: [0], prediction: [0], timeZone: "Mars")
        }
    }
}
