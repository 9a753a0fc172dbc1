import Datasets
import Networks
import Runs

/// What an appliance's predictions lose when a part of the network's attention is taken away: each scale's branch, all of
/// them, the blocks of time with the most attention, and as many random ones.
///
/// It runs the network on ``AblationWindows`` about ten times, which are few enough to take a small share of a run's time.
package struct AblationStudy<N: Network> {
    /// A window is cut into this many blocks, or fewer where that would leave a scale without a key in one.
    static var mostBlocks: Int { 16 }
    /// One block of so many is taken away.
    static var part: Int { 4 }
    static var repeats: Int { 5 }

    private let predictor: Predictor<N>
    private let sample: AblationWindows
    private let rules: ScoringRules
    private let truth: [Signal]
    private let batch: PredictionBatch<N>
    private let seed: UInt64

    /// nil where no window fits into the test part of `data`. Random blocks come from `seed`.
    package init?(
        _ data: ApplianceData, window: Int, predictor: Predictor<N>, scoring: Scoring, seed: UInt64
    ) {
        let rules = scoring.profile.rules(for: scoring.kind(of: data.appliance))
        let sample = AblationWindows(data.test, length: window, onThresholdW: rules.truth.on.threshold)
        guard sample.count > 0 else { return nil }
        self.predictor = predictor
        self.sample = sample
        self.rules = rules
        self.seed = seed
        truth = (0..<sample.count).map { index in
            rules.truth.signal(
                of: sample.truth(index), start: sample.start(index), periodS: sample.periodS, events: rules.events)
        }
        batch = PredictionBatch(predictor, length: window)
    }

    /// The scores, that of the whole network first; nil for a network without attention, and for one that gives no number
    /// once some of it is taken away.
    package var scores: [AblationScore]? {
        let attended = (0..<sample.count).map {
            AttendedSteps(sample.aggregate($0), clock: sample.wallClock($0), predictor: predictor)
        }
        let scales = attended[0].scales
        guard !scales.isEmpty else { return nil }
        guard let whole = sums({ _ in .none }), let without = sums({ _ in Ablation(scales: Set(scales)) }) else {
            return nil
        }
        var scores = [score(.nothing, [whole])]
        for scale in scales where scales.count > 1 {
            guard let sums = sums({ _ in Ablation(scales: [scale]) }) else { return nil }
            var one = score(.scale, [sums])
            one.steps = scale
            scores.append(one)
        }
        scores.append(score(.attention, [without]))

        let blocks = KeyBlocks(steps: sample.length, coarsest: scales.max() ?? 1, most: Self.mostBlocks)
        let hidden = blocks.count / Self.part
        guard hidden > 0 else { return scores }
        let most = attended.map { blocks.mostAttended(hidden, weights: $0.weights) }
        var random = RandomBlocks(seed: seed, blocks: blocks)
        let draws = (0..<Self.repeats).compactMap { _ in
            let drawn = (0..<sample.count).map { _ in random.draw(hidden) }
            return sums { Ablation(hiddenSteps: drawn[$0]) }
        }
        guard draws.count == Self.repeats, let hiding = sums({ Ablation(hiddenSteps: most[$0]) }) else { return nil }
        for var one in [score(.mostAttended, [hiding]), score(.random, draws)] {
            one.hidden = hidden
            one.blocks = blocks.count
            scores.append(one)
        }
        return scores
    }

    /// The windows' metrics with each window's `ablation`; nil if a prediction is not a number.
    private func sums(_ ablation: (Int) -> Ablation) -> MetricSums? {
        var sums = MetricSums(rules, periodS: sample.periodS, clock: nil)
        let ablations = (0..<sample.count).map(ablation)
        for first in stride(from: 0, to: sample.count, by: batch.capacity) {
            let count = min(batch.capacity, sample.count - first)
            batch.predict(count, ablation: { ablations[first + $0] }, clock: { sample.wallClock(first + $0) }) {
                index, input in
                sample.copyAggregate(first + index, normalisedBy: predictor.normalisation, into: input)
            }
            for index in first..<first + count {
                let start = sample.start(index)
                guard batch[index - first].allSatisfy(\.isFinite) else { return nil }
                let prediction = rules.prediction.signal(
                    of: Array(batch[index - first]), start: start, periodS: sample.periodS, events: rules.events)
                sums.add(
                    truth: truth[index], prediction: prediction, aggregate: sample.aggregate(index), house: "",
                    start: start)
            }
        }
        return sums
    }

    /// Of all draws together: each has the same samples, so that means over draws are means over samples.
    private func score(_ kind: AblationScore.Kind, _ draws: [MetricSums]) -> AblationScore {
        let values = draws.map(\.values)
        let errors = values.compactMap { $0[.maeW] }
        let f1 = values.compactMap { $0[.f1] }
        func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
        return AblationScore(
            kind: kind, repeats: draws.count, windows: sample.count, n: draws[0].count, maeW: mean(errors),
            f1: f1.count == draws.count ? mean(f1) : nil, leastMaeW: draws.count > 1 ? errors.min() : nil,
            largestMaeW: draws.count > 1 ? errors.max() : nil)
    }
}
