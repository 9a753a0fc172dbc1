import Datasets
import Runs
import Support
import Testing

@testable import Scoring

/// Each profile against a case worked by hand: eight samples of a kettle, a minute apart.
@Suite("Metric profiles")
struct MetricProfileTests {
    //                          W      W  0     1     2     3     4  5     6     7
    private static let truth: [Float] = [3, 2500, 4, 1990, 5, 3200, 0, 2000]
    private static let predicted: [Float] = [6, 2400, 3, 2100, 0, 3300, 4.5, 1900]
    private static let aggregate: [Float] = [100, 2700, 100, 2200, 100, 3400, 100, 2200]

    private func metrics(_ profile: MetricProfile, appliance: String = "kettle") throws -> ApplianceResult {
        let segment = Segment(house: "1", start: 0, period: 60, aggregate: Self.aggregate, truth: Self.truth)
        let data = ApplianceData(appliance: appliance, test: [segment])
        return ApplianceEvaluation(
            data: data, predictions: [Self.predicted], window: 2, shown: 2,
            scoring: try Scoring(profile: profile, appliances: [data], fits: learnt([data]), timeZone: nil)
        ).result
    }

    private func expect(
        _ values: MetricValues, _ wanted: [Metric: Double], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (metric, value) in wanted {
            let got = values[metric] ?? .nan
            #expect(abs(got - value) < 1e-12 * max(1, abs(value)), "\(metric): \(got)", sourceLocation: sourceLocation)
        }
    }

    @Test("the default takes powers as they are and states from 2000 W")
    func standard() throws {
        let result = try metrics(.standard)
        // Errors 3, 100, 1, 110, 5, 100, 4.5, 100; energies 9702 and 9713.5. On are 1, 5, 7; predicted 1, 3, 5.
        let squares = 9 + 10_000 + 1 + 12_100 + 25 + 10_000 + 20.25 + 10_000
        let truthSquares = 9 + 6_250_000 + 16 + 3_960_100 + 25 + 10_240_000 + 0 + 4_000_000.0
        expect(
            result.metrics,
            [
                .maeW: 423.5 / 8, .maeOnW: 100, .sae: 11.5 / 9702, .nde: squares / truthSquares, .nep: 423.5 / 9702,
                .teca: 1 - 423.5 / (2 * 9702), .precision: 2.0 / 3, .recall: 2.0 / 3, .f1: 2.0 / 3, .accuracy: 0.75,
                .balancedAccuracy: (2.0 / 3 + 4.0 / 5) / 2,
            ])
        #expect(result.nOn == 3 && result.onThresholdW == 2000 && result.onThresholdSource.english.contains("Kelly"))
        #expect(result.states?.truth.english == "on from 2000 W" && result.states?.eventToleranceS == 120)
    }

    @Test("kelly: on above 4 W, true powers up to 4 W are 0, signed energy error, the aggregate under TECA")
    func kelly() throws {
        let result = try metrics(.kelly)
        // The truth is 0, 2500, 0, 1990, 5, 3200, 0, 2000: 9695. On are 1, 3, 4, 5, 7; predicted 0, 1, 3, 5, 6, 7.
        let errors = 6 + 100 + 3 + 110 + 5 + 100 + 4.5 + 100
        expect(
            result.metrics,
            [
                .maeW: errors / 8, .sae: (9713.5 - 9695) / 9713.5, .teca: 1 - errors / (2 * 10_900),
                .precision: 4.0 / 6, .recall: 4.0 / 5, .accuracy: 5.0 / 8,
            ])
        #expect(result.nOn == 5 && result.onThresholdW == 4 && result.onThresholdSource.english.contains("run_metrics"))
    }

    @Test("bert4nilm: cut to 5 W and the cut-off, predictions are 0 where off, shortest times in the truth only")
    func bert4nilm() throws {
        let result = try metrics(.bert4nilm)
        // Truth 0, 2500, 0, 1990, 5, 3100, 0, 2000; prediction 0, 2400, 0, 2100, 0, 3100, 0, 0 (1900 W is off).
        expect(
            result.metrics,
            [
                .maeW: (100 + 110 + 5 + 0 + 2000) / 8.0,
                .mre: (100.0 / 2500 + 110.0 / 2100 + 1 + 0 + 1) / 8, .precision: 2.0 / 3, .recall: 2.0 / 3,
                .accuracy: 0.75,
            ])
        // A minute off and a minute on are too short for a dishwasher's states, which are on from 10 W: the truth is
        // one activation of 7 minutes, and too short; the prediction has its four.
        let dishwasher = try metrics(.bert4nilm, appliance: "dishwasher")
        #expect(dishwasher.nOn == 0 && dishwasher.metrics[.precision] == 0 && dishwasher.metrics[.accuracy] == 0.5)
    }

    @Test("nilmformer: true states within bounds, predictions below the threshold are 0, on above it")
    func nilmformer() throws {
        let result = try metrics(.nilmformer)
        // On are 1 and 7: 3200 W is over 3100 W. Predictions: 0, 2400, 0, 2100, 0, 3300, 0, 0.
        expect(
            result.metrics,
            [
                .maeW: (0 + 100 + 0 + 110 + 5 + 100 + 0 + 2000) / 8.0, .sae: (9695 - 7800) / 9695.0,
                .precision: 1.0 / 3, .recall: 0.5, .balancedAccuracy: (0.5 + 4.0 / 6) / 2,
            ])
        #expect(result.nOn == 2)
        // Its table for REFIT has kettles on from 1000 W: 1, 3, 5 and 7 are.
        #expect(try metrics(.nilmformerREFIT).nOn == 4)
        // An appliance that it does not know has the threshold of this program.
        #expect(try metrics(.nilmformer, appliance: "toaster").onThresholdW == 10)
    }

    @Test("nilmtk: on from 10 W whatever the appliance, a square root in NDE, 1 W + p under the relative error")
    func nilmtk() throws {
        let result = try metrics(.nilmtk)
        let standard = try metrics(.standard)
        let nde = try #require(standard.metrics[.nde])
        let errors: [Double] = [3, 100, 1, 110, 5, 100, 4.5, 100]
        let relative = zip(errors, Self.predicted).reduce(0) { $0 + $1.0 / (1 + Double($1.1)) } / 8
        expect(result.metrics, [.nde: nde.squareRoot(), .mre: relative, .f1: 1, .accuracy: 1])
        #expect(result.nOn == 4 && result.onThresholdW == 10)
    }

    @Test(
        "say in words what they compute",
        arguments: [
            MetricProfile.standard, .kelly, .bert4nilm, .nilmformer, .nilmtk,
        ])
    func definitions(profile: MetricProfile) {
        let definition = profile.definition
        #expect(definition.profile == profile.name.rawValue && !definition.source.isEmpty)
        #expect(Set(definition.formulas.keys) == Set(Metric.allCases.map(\.rawValue)))
        #expect(definition.formulas["nde"]?.contains("√") == (profile.name == .nilmtk))
        #expect(definition.formulas["sae"]?.contains("signed") == (profile.name == .kelly))
        #expect(definition.formulas["teca"]?.contains("aggregate") == (profile.name == .kelly))
        #expect(definition.formulas["mre"]?.contains("1 W") == (profile.name == .nilmtk))
    }

    @Test("change each power for itself, so that what a page adds up is what is scored")
    func powers() {
        let watts: [Float] =
            [
                -30, -0.5, 0, 0.5, 3.9, 4, 4.1, 5, 9.9, 10, 12, 49, 50, 199, 200, 1999, 2000, 2500, 3100, 3101, 6000,
                9999,
            ]
            + [10_001, 20_000, 1e6]
        for profile in [MetricProfile.standard, .kelly, .bert4nilm, .nilmformer, .nilmformerREFIT, .nilmtk] {
            for name in ["kettle", "fridge", "dishwasher", "washing_machine", "microwave", "toaster"] {
                let rules = profile.rules(for: Appliances.kind(named: name))
                for rule in [rules.truth, rules.prediction] {
                    let signal = rule.signal(of: watts, start: 0, periodS: 6, events: rules.events)
                    let powers = watts.map { rule.powers?.scored($0) ?? $0 }
                    #expect(powers.map(Double.init) == signal.watts, "\(profile.name.rawValue), \(name)")
                    #expect(powers.map { rule.powers?.scored($0) ?? $0 } == powers)
                }
                #expect((rules.prediction.powers == nil) == [.standard, .nilmtk, .kelly].contains(profile.name))
            }
        }
    }

    @Test("count events of activations, with the shortest times of the appliance where states have none")
    func events() {
        let dishwasher = Appliances.kind(named: "dishwasher")
        for profile in [MetricProfile.standard, .kelly, .bert4nilm, .nilmformer, .nilmtk] {
            let events = profile.rules(for: dishwasher).events
            #expect(events.minimumOff == 1800 && events.minimumOn == 1800, "\(profile.name.rawValue)")
        }
    }
}
