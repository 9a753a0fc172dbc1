import Datasets
import Runs
import Support
import Testing

@testable import Scoring

@Suite("Metrics")
struct MetricSumsTests {
    private func values(_ pairs: [(truth: Double, prediction: Double)], threshold: Double = 100) -> MetricValues {
        sums(pairs, threshold: threshold).values
    }

    /// Samples a second apart, under an aggregate of 1000 W, without a clock.
    private func sums(_ pairs: [(truth: Double, prediction: Double)], threshold: Double) -> MetricSums {
        func signal(_ watts: [Double]) -> Signal {
            Signal(watts: watts, isOn: watts.map { $0 >= threshold }, events: [])
        }
        let rule = SignalRule(on: OnRule(threshold: threshold))
        let rules = ScoringRules(
            truth: rule, prediction: rule, events: rule.on, variants: MetricVariants(), thresholdSource: .kelly)
        var sums = MetricSums(rules, periodS: 1, clock: nil)
        sums.add(
            truth: signal(pairs.map(\.truth)), prediction: signal(pairs.map(\.prediction)),
            aggregate: [Float](repeating: 1000, count: pairs.count), house: "1", start: 0)
        return sums
    }

    private static let withoutClockAndEvents = Metric.allCases.filter {
        ![.dailyEnergyMaeKwh, .eventPrecision, .eventRecall, .eventF1].contains($0)
    }

    @Test("have the values worked out by hand")
    func byHand() throws {
        // Errors -100, 50, 0, 200; energies 600 and 750.
        let values = values([(400, 300), (0, 50), (200, 200), (0, 200)])
        let wanted: [Metric: Double] = [
            .maeW: 350.0 / 4, .rmseW: (52_500.0 / 4).squareRoot(), .sae: 150.0 / 600, .nde: 52_500.0 / 200_000,
            .mr: (300.0 + 0 + 200 + 0) / (400 + 50 + 200 + 200), .teca: 1 - 350.0 / 1200, .maeOnW: 100.0 / 2,
            // On from 100 W: two hits, one false alarm, one rightly off.
            .f1: 4.0 / 5, .precision: 2.0 / 3, .recall: 1, .mcc: 2 / (3.0 * 2 * 2 * 1).squareRoot(),
            .energyErrorPercent: 25, .nep: 350.0 / 600, .mre: (0.25 + 1 + 0 + 1) / 4, .accuracy: 3.0 / 4,
            .balancedAccuracy: (1 + 0.5) / 2,
        ]
        for metric in Self.withoutClockAndEvents {
            let got = try #require(values[metric], "\(metric)")
            #expect(abs(got - (wanted[metric] ?? .nan)) < 1e-12, "\(metric)")
            #expect(values.reason(for: metric) == nil)
        }
    }

    @Test("agree with plain formulas on random powers", arguments: [0, 1, 2, 3] as [UInt64])
    func plainFormulas(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let threshold = 50.0
        let pairs = (0..<500).map { _ in
            let on = generator.uniform() < 0.3
            let truth = on ? 2000 * generator.uniform() : 0
            return (truth: truth, prediction: max(0, truth + 300 * generator.normal()))
        }
        let (y, p) = (pairs.map(\.truth), pairs.map(\.prediction))
        let n = Double(y.count)
        func sum(_ term: (Double, Double) -> Double) -> Double { zip(y, p).reduce(0) { $0 + term($1.0, $1.1) } }
        func count(_ truth: Bool, _ prediction: Bool) -> Double {
            sum { ($0 >= threshold) == truth && ($1 >= threshold) == prediction ? 1 : 0 }
        }
        let (tp, fp, fn, tn) = (count(true, true), count(false, true), count(true, false), count(false, false))
        let energy = sum { y, _ in y }
        let (precision, recall) = (tp / (tp + fp), tp / (tp + fn))
        let wanted: [Metric: Double] = [
            .maeW: sum { abs($1 - $0) } / n,
            .rmseW: (sum { ($1 - $0) * ($1 - $0) } / n).squareRoot(),
            .sae: abs(sum { $1 - $0 }) / energy,
            .nde: sum { ($1 - $0) * ($1 - $0) } / sum { y, _ in y * y },
            .mr: sum { min($0, $1) } / sum { max($0, $1) },
            .teca: 1 - sum { abs($1 - $0) } / (2 * energy),
            .maeOnW: sum { $0 >= threshold ? abs($1 - $0) : 0 } / (tp + fn),
            .f1: 2 * precision * recall / (precision + recall), .precision: precision, .recall: recall,
            .mcc: (tp * tn - fp * fn) / ((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)).squareRoot(),
            .energyErrorPercent: 100 * sum { $1 - $0 } / energy,
            .nep: sum { abs($1 - $0) } / energy, .mre: sum { max($0, $1) > 0 ? abs($1 - $0) / max($0, $1) : 0 } / n,
            .accuracy: (tp + tn) / n, .balancedAccuracy: (recall + tn / (tn + fp)) / 2,
        ]
        let got = values(pairs, threshold: threshold)
        for metric in Self.withoutClockAndEvents {
            let value = try #require(got[metric], "\(metric)")
            #expect(abs(value - (wanted[metric] ?? .nan)) < 1e-9 * max(1, abs(value)), "\(metric)")
        }
    }

    @Test("of a perfect prediction are perfect")
    func perfect() {
        let values = values([(0, 0), (500, 500), (20, 20)])
        for metric in [Metric.maeW, .rmseW, .sae, .nde, .maeOnW, .energyErrorPercent] { #expect(values[metric] == 0) }
        for metric in [Metric.mr, .teca, .f1, .precision, .recall, .mcc] { #expect(values[metric] == 1) }
    }

    @Test("of an appliance that is never on have no value where they need an on-sample")
    func neverOn() {
        let values = values([(0, 0), (99, 150)])
        for metric in [Metric.maeOnW, .recall, .mcc, .balancedAccuracy] { expectUndefined(values, metric) }
        // One false alarm: it is wrong in every prediction that it makes.
        #expect(values[.precision] == 0 && values[.f1] == 0)
    }

    @Test("of an appliance never on, truly or predicted, have no state metrics at all")
    func neverAnything() {
        let values = values([(0, 0), (99, 1)])
        for metric in [Metric.maeOnW, .recall, .precision, .f1, .mcc] { expectUndefined(values, metric) }
        #expect(values[.maeW] == 49)
    }

    @Test("of predicting zero have F1 0 where the appliance is on, and no precision")
    func predictingZero() {
        let values = values([(0, 0), (2000, 0), (2000, 0)])
        #expect(values[.f1] == 0 && values[.recall] == 0)
        expectUndefined(values, .precision)
        expectUndefined(values, .mcc)
        #expect(values[.sae] == 1 && values[.nde] == 1 && values[.energyErrorPercent] == -100 && values[.mr] == 0)
        #expect(values[.teca] == 0.5)
    }

    @Test("of an appliance that used no energy have no value where they divide by it")
    func noEnergy() {
        let values = values([(0, 5), (0, 10)])
        for metric in [Metric.sae, .nde, .nep, .energyErrorPercent, .teca] { expectUndefined(values, metric) }
        #expect(values[.maeW] == 7.5 && values[.mr] == 0)
        expectUndefined(self.values([(0, 0)]), .mr)
    }

    @Test("of one sample are defined where they can be")
    func oneSample() {
        let values = values([(150, 120)])
        #expect(values[.maeW] == 30 && values[.rmseW] == 30 && values[.f1] == 1 && values[.maeOnW] == 30)
        expectUndefined(values, .mcc)
    }

    @Test("count events of all segments, none across a gap")
    func events() {
        let rule = SignalRule(on: OnRule(threshold: 100))
        let rules = ScoringRules(
            truth: rule, prediction: rule, events: rule.on, variants: MetricVariants(), thresholdSource: .kelly)
        func events(_ segments: [(truth: [Int], prediction: [Int])]) -> MetricValues {
            var sums = MetricSums(rules, periodS: 10, clock: nil)
            for (truth, prediction) in segments {
                func signal(_ events: [Int]) -> Signal { Signal(watts: [0], isOn: [false], events: events) }
                sums.add(truth: signal(truth), prediction: signal(prediction), aggregate: [0], house: "1", start: 0)
            }
            return sums.values
        }
        // Half a minute apart match, more do not; 995 and 1005 are in different segments.
        let values = events([([100, 500, 995], [130, 531]), ([2000], [1005, 2000, 2010])])
        #expect(values[.eventPrecision] == 2.0 / 5 && values[.eventRecall] == 2.0 / 4 && values[.eventF1] == 4.0 / 9)
        let none = events([([], [])])
        for metric in [Metric.eventPrecision, .eventRecall, .eventF1] { expectUndefined(none, metric) }
        let missed = events([([100], [])])
        expectUndefined(missed, .eventPrecision)
        #expect(missed[.eventRecall] == 0 && missed[.eventF1] == 0)
        let invented = events([([], [100])])
        expectUndefined(invented, .eventRecall)
        #expect(invented[.eventPrecision] == 0 && invented[.eventF1] == 0)
    }

    @Test("always on has no correlation, as there is only one state")
    func alwaysOn() {
        let values = values([(150, 120), (200, 50)])
        #expect(values[.precision] == 1 && values[.recall] == 0.5)
        expectUndefined(values, .mcc)
        expectUndefined(values, .balancedAccuracy)
    }

    @Test("a power at the threshold is on, one below it is off")
    func threshold() {
        let sums = sums([99.999, 100, 100.001].map { (truth: $0, prediction: 0) }, threshold: 100)
        #expect(sums.count == 3 && sums.onCount == 2)
    }

    @Test("keep small errors beside large energies")
    func cancellation() {
        // A year of kilowatts with an error of a milliwatt each.
        let values = values(Array(repeating: (3000, 3000.001), count: 100_000))
        #expect(abs((values[.maeW] ?? 0) - 0.001) < 1e-12)
        // A difference of two sums of 3e8, each rounded a hundred thousand times to 6e-8 at most.
        #expect(abs((values[.sae] ?? 0) - 0.001 / 3000) < 2e-11)
    }

    private func expectUndefined(
        _ values: MetricValues, _ metric: Metric, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(values[metric] == nil, "\(metric)", sourceLocation: sourceLocation)
        #expect(values.reason(for: metric)?.isEmpty == false, "\(metric)", sourceLocation: sourceLocation)
    }
}
