import Datasets
import Runs
import Testing

@testable import Scoring

@Suite("The scores of a validation part")
struct PartScoringTests {
    private static let truth: [[Float]] = [[0, 12, 0, 600, 600, 0, 0, 0], [600, 0]]
    private static let predictions: [[Float]] = [[12, 8, 0, 500, 40, 0, 0, 30], [700, 0]]

    private static func data(_ appliance: String) -> ApplianceData {
        ApplianceData(
            appliance: appliance,
            test: truth.enumerated().map { index, truth in
                Segment(
                    house: "house_1", start: 10_000 * index, period: 60, aggregate: truth.map { $0 + 100 }, truth: truth
                )
            })
    }

    @Test(
        "are those that the same rows have as a test part, whatever the profile",
        arguments: [MetricProfile.standard, .kelly, .bert4nilm, .nilmformer, .nilmformerREFIT, .nilmtk])
    func sameAsReported(profile: MetricProfile) throws {
        for appliance in ["microwave", "fridge", "dishwasher"] {
            let data = Self.data(appliance)
            let result = ApplianceEvaluation(
                data: data, predictions: Self.predictions, window: 2, shown: 2,
                scoring: try Scoring(profile: profile, appliances: [data], fits: learnt([data]), timeZone: nil)
            ).result
            let scoring = PartScoring(
                data.test, rules: profile.rules(for: Appliances.kind(named: appliance)))
            let score = scoring.score(Self.predictions)
            #expect(score.maeW == result.metrics[.maeW] && score.f1 == result.metrics[.f1], "\(appliance)")
            #expect(score.skill == result.skill && scoring.zeroMaeW == result.baselines.zero[.maeW])
        }
    }

    @Test("differ from those of single samples where states have shortest times")
    func shortestTimes() {
        // 12 W for a minute is no activation of a dishwasher, whose uses last half an hour.
        let part = Segment(house: "1", start: 0, period: 60, aggregate: [200, 200], truth: [0, 12])
        func f1(_ profile: MetricProfile) -> Double? {
            PartScoring([part], rules: profile.rules(for: Appliances.kind(named: "dishwasher")))
                .score([[0, 12]]).f1
        }
        #expect(f1(.standard) == 1 && f1(.bert4nilm) == 0)
    }

    @Test("have no skill and no F1 where the appliance is never on")
    func neverOn() {
        let part = Segment(house: "1", start: 0, period: 60, aggregate: [200, 200], truth: [0, 0])
        let scoring = PartScoring(
            [part], rules: MetricProfile.standard.rules(for: Appliances.kind(named: "kettle")))
        #expect(scoring.score([[0, 10]]) == PartScoring.Score(maeW: 5, f1: nil, skill: nil))
    }
}
