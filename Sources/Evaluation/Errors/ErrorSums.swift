import Runs

/// Gathers an appliance's ``ErrorAnalysis`` from stretches without gaps.
struct ErrorSums {
    /// Seconds at which classes of uses begin: a kettle's, a cooker's, a washing programme's, a heater's.
    private static let bounds = [0, 60, 180, 600, 1800, 3600, 7200]
    private static let mostWindows = 10

    private struct Uses {
        var count = 0
        var found = 0
        var samples = 0
        var absoluteW = 0.0
        var truthW = 0.0
        var predictionW = 0.0
    }

    private let events: OnRule
    private let periodS: Int
    private let steps: Int
    private var confusion = ErrorAnalysis.Confusion(onAsOn: 0, onAsOff: 0, offAsOn: 0, offAsOff: 0)
    private var uses = [Uses](repeating: Uses(), count: ErrorSums.bounds.count)
    private var falseUses = ErrorAnalysis.FalseUses(count: 0, predicted: 0, seconds: 0, predictionKwh: 0)
    private var windows: [ErrorAnalysis.WindowScore] = []

    /// `events` tells uses; `steps` is the length of a window.
    init(events: OnRule, periodS: Int, steps: Int) {
        self.events = events
        self.periodS = periodS
        self.steps = steps
    }

    /// Adds a stretch without gaps of one house, from `start` in Unix seconds.
    mutating func add(truth: Signal, prediction: Signal, house: String, start: Int) {
        for (isOn, says) in zip(truth.isOn, prediction.isOn) {
            switch (isOn, says) {
            case (true, true): confusion.onAsOn += 1
            case (true, false): confusion.onAsOff += 1
            case (false, true): confusion.offAsOn += 1
            case (false, false): confusion.offAsOff += 1
            }
        }
        let trueStates = events.states(of: truth.watts, periodS: periodS)
        let predictedStates = events.states(of: prediction.watts, periodS: periodS)
        for use in OnRule.uses(in: trueStates) {
            let index = (Self.bounds.firstIndex { $0 > use.count * periodS } ?? Self.bounds.count) - 1
            uses[index].count += 1
            if predictedStates[use].contains(true) { uses[index].found += 1 }
            uses[index].samples += use.count
            for sample in use {
                uses[index].absoluteW += abs(prediction.watts[sample] - truth.watts[sample])
                uses[index].truthW += truth.watts[sample]
                uses[index].predictionW += prediction.watts[sample]
            }
        }
        for use in OnRule.uses(in: predictedStates) {
            falseUses.predicted += 1
            guard !trueStates[use].contains(true) else { continue }
            falseUses.count += 1
            falseUses.seconds += use.count * periodS
            falseUses.predictionKwh += kWh(use.reduce(0) { $0 + prediction.watts[$1] })
        }
        for first in stride(from: 0, through: truth.watts.count - steps, by: steps) {
            var (absolute, happened, predicted) = (0.0, 0.0, 0.0)
            for sample in first..<first + steps {
                absolute += abs(prediction.watts[sample] - truth.watts[sample])
                happened += truth.watts[sample]
                predicted += prediction.watts[sample]
            }
            windows.append(
                ErrorAnalysis.WindowScore(
                    house: house, start: start + first * periodS, steps: steps, maeW: absolute / Double(steps),
                    truthKwh: kWh(happened), predictionKwh: kWh(predicted)))
        }
    }

    var analysis: ErrorAnalysis {
        let durations = uses.indices.compactMap { index -> ErrorAnalysis.DurationScore? in
            let sums = uses[index]
            guard sums.count > 0 else { return nil }
            return ErrorAnalysis.DurationScore(
                fromS: Self.bounds[index], belowS: index + 1 < Self.bounds.count ? Self.bounds[index + 1] : nil,
                uses: sums.count, found: sums.found, maeW: sums.absoluteW / Double(sums.samples),
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
