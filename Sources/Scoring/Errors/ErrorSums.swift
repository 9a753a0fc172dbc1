import Runs

/// Gathers an appliance's ``ErrorAnalysis`` from segments without gaps.
struct ErrorSums {
    /// Seconds at which classes of activations begin: a kettle's, a cooker's, a washing programme's, a heater's.
    private static let bounds = [0, 60, 180, 600, 1800, 3600, 7200]
    private static let mostWindows = 10

    private struct Uses {
        var count = 0
        var found = 0
        var sums = BlockScore(house: "", start: 0)
    }

    private let events: OnRule
    private let periodS: Int
    private let steps: Int
    private var confusion = ErrorAnalysis.Confusion(onAsOn: 0, onAsOff: 0, offAsOn: 0, offAsOff: 0)
    private var uses = [Uses](repeating: Uses(), count: ErrorSums.bounds.count)
    private var falseUses = ErrorAnalysis.FalseActivations(count: 0, predicted: 0, seconds: 0, predictionKwh: 0)
    private var windows: [ErrorAnalysis.WindowScore] = []

    /// `events` tells activations; `steps` is the length of a window.
    init(events: OnRule, periodS: Int, steps: Int) {
        self.events = events
        self.periodS = periodS
        self.steps = steps
    }

    /// Adds a segment without gaps of one house, from `start` in Unix seconds.
    mutating func add(truth: Signal, prediction: Signal, house: String, start: Int) {
        func score(_ samples: Range<Int>) -> BlockScore {
            BlockScore(
                truth: truth, prediction: prediction, samples: samples, house: house, start: start, periodS: periodS)
        }
        let all = score(truth.watts.indices)
        confusion.onAsOn += all.onAsOn
        confusion.onAsOff += all.onAsOff
        confusion.offAsOn += all.offAsOn
        confusion.offAsOff += all.n - all.onAsOn - all.onAsOff - all.offAsOn
        let trueStates = events.states(of: truth.watts, periodS: periodS)
        let predictedStates = events.states(of: prediction.watts, periodS: periodS)
        for use in OnRule.uses(in: trueStates) {
            let index = (Self.bounds.firstIndex { $0 > use.count * periodS } ?? Self.bounds.count) - 1
            uses[index].count += 1
            if predictedStates[use].contains(true) { uses[index].found += 1 }
            uses[index].sums += score(use)
        }
        for use in OnRule.uses(in: predictedStates) {
            falseUses.predicted += 1
            guard !trueStates[use].contains(true) else { continue }
            falseUses.count += 1
            falseUses.seconds += use.count * periodS
            falseUses.predictionKwh += kWh(use.reduce(0) { $0 + prediction.watts[$1] })
        }
        for first in stride(from: 0, through: truth.watts.count - steps, by: steps) {
            let sums = score(first..<first + steps)
            windows.append(
                ErrorAnalysis.WindowScore(
                    house: house, start: sums.start, steps: steps, maeW: sums.absoluteErrorW / Double(steps),
                    truthKwh: kWh(sums.truthW), predictionKwh: kWh(sums.predictionW)))
        }
    }

    var analysis: ErrorAnalysis {
        let durations = uses.indices.compactMap { index -> ErrorAnalysis.DurationScore? in
            let (count, found, sums) = (uses[index].count, uses[index].found, uses[index].sums)
            guard count > 0 else { return nil }
            return ErrorAnalysis.DurationScore(
                fromS: Self.bounds[index], belowS: index + 1 < Self.bounds.count ? Self.bounds[index + 1] : nil,
                uses: count, found: found, maeW: sums.absoluteErrorW / Double(sums.n),
                truthKwh: kWh(sums.truthW), predictionKwh: kWh(sums.predictionW))
        }
        let worst = windows.sorted { (-$0.maeW, $0.house, $0.start) < (-$1.maeW, $1.house, $1.start) }
        return ErrorAnalysis(
            confusion: confusion, durations: durations, falseUses: falseUses,
            worstWindows: Array(worst.prefix(Self.mostWindows)))
    }

    /// Of a sum of powers in watts, each held for one period.
    private func kWh(_ watts: Double) -> Double { watts * Double(periodS) / 3.6e6 }
}
