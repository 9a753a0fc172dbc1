import Runs
import Testing

@testable import Datasets
@testable import Evaluation

@Suite("The evaluation of an appliance")
struct ApplianceEvaluationTests {
    private static let kind = ApplianceKind(
        name: "kettle", aliases: [], onThreshold: 100, maximum: nil, source: "a paper")

    private func evaluate(
        truth: [Float], prediction: [Float], train: [Float] = [], trainingMean: Double = 10, timeZone: String? = nil,
        profile: MetricProfile = .standard, beside others: [ApplianceData] = []
    ) throws -> ApplianceEvaluation {
        let data = ApplianceData(
            appliance: "kettle", train: train.isEmpty ? [] : [Self.stretch(train)], test: [Self.stretch(truth)])
        return ApplianceEvaluation(
            kind: Self.kind, data: data, predictions: [prediction], window: 2, trainingMean: trainingMean,
            scoring: try Scoring(profile: profile, appliances: [data] + others, timeZone: timeZone))
    }

    /// 6 s apart, 50 W under the aggregate.
    private static func stretch(_ truth: [Float]) -> Stretch {
        Stretch(
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
        #expect(evaluation.result.name == "kettle" && evaluation.result.onThresholdSource == "a paper")
    }

    @Test("scores the zero and the mean predictor on the same rows, and skill against zero")
    func baselines() throws {
        let result = try evaluate(truth: [0, 400, 0, 0], prediction: [20, 300, 0, 0], trainingMean: 100).result
        #expect(result.baselines.zero[.maeW] == 100)
        #expect(result.baselines[.mean]?[.maeW] == 150)
        #expect(result.baselines.zero[.f1] == 0)
        #expect(abs((result.skill ?? 0) - 0.7) < 1e-12)
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
        #expect(notice.text.contains("3.00 W") && notice.text.contains("200.00 W"))
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
        #expect(worse.first?.text.contains("its MAE is 102.63 W, that of predicting zero is 100.00 W") == true)
        let equal = try evaluate(truth: [0, 400, 0, 0], prediction: [400, 400, 0, 0]).notices
        #expect(equal.map(\.kind) == [.worseThanZero])
    }
}
