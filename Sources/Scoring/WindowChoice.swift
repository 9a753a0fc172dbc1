import Runs

/// Which windows of the test part a report shows, by rules that leave no choice: nothing is picked by hand.
enum WindowChoice {
    /// A window that could be shown.
    private struct Candidate {
        var house: String
        var start: Int
        var maeW: Double
        var isOn: Bool
    }

    /// The first window with the appliance on, then the best, the median and the worst by mean absolute error.
    ///
    /// Ranks are among the windows in which the appliance is truly on: without one, a window of an unused appliance
    /// would be the best. If it is never on, among all. A window that two rules choose is shown once.
    ///
    /// `series` has powers as they are scored, `states` the true state of each of their samples.
    static func windows(
        of series: [PredictionSeries], states: [[Bool]], appliance: String, steps: Int
    ) -> [ShownWindow] {
        let all = candidates(in: series, states: states, steps: steps)
        let on = all.filter(\.isOn)
        let ranked = (on.isEmpty ? all : on).sorted { ($0.maeW, $0.house, $0.start) < ($1.maeW, $1.house, $1.start) }
        guard let best = ranked.first, let worst = ranked.last else { return [] }
        let group = WindowRule.Group(on: on.count, of: all.count)
        var chosen: [(name: String, rule: WindowRule, candidate: Candidate)] = []
        if let first = on.first { chosen.append(("event", .first(among: group), first)) }
        chosen.append(("median", .median(among: group), ranked[(ranked.count - 1) / 2]))
        chosen.append(("best", .lowest(among: group), best))
        chosen.append(("worst", .highest(among: group), worst))
        var shown: [ShownWindow] = []
        for (name, rule, candidate) in chosen
        where !shown.contains(where: { $0.start == candidate.start && $0.house == candidate.house }) {
            shown.append(
                ShownWindow(
                    id: "\(appliance)-\(name)", appliance: appliance, house: candidate.house, start: candidate.start,
                    steps: steps, rule: rule, maeW: candidate.maeW))
        }
        return shown
    }

    /// Windows one after the other from the start of each gap-free series, in time order.
    private static func candidates(
        in series: [PredictionSeries], states: [[Bool]], steps: Int
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        for (part, states) in zip(series, states) {
            guard let truth = part.truthW else { continue }
            for first in stride(from: 0, through: truth.count - steps, by: steps) {
                var sum = 0.0
                var isOn = false
                for row in first..<first + steps {
                    sum += abs(Double(part.predictionW[row]) - Double(truth[row]))
                    isOn = isOn || states[row]
                }
                candidates.append(
                    Candidate(
                        house: part.house, start: part.start + first * part.periodS, maeW: sum / Double(steps),
                        isOn: isOn))
            }
        }
        return candidates
    }
}
