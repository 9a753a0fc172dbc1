import Runs
import Support

/// What a reader should take away: a word, and one sentence that is true.
package struct Verdict: Equatable, Sendable {
    package enum Word: String, Sendable {
        case pass = "PASS"
        case warn = "WARN"
        case fail = "FAIL"
    }

    package var word: Word
    package var sentence: Text
    /// A smoke run is too short to judge a model by.
    package var isSmoke: Bool

    /// FAIL: a gate failed, a metric is worse than the earlier run's, training broke down or nothing beats predicting
    /// zero. WARN: an appliance does not beat it or has no skill, nothing was scored, a number may be false or says
    /// nothing, a time budget cut training short, a smoke run, or one that is not comparable with the earlier run. PASS:
    /// all else.
    package init(of results: Results) {
        // Nothing is said of how a network fares that was not trained.
        let untrained = results.training?.best.filter { $0.epoch == 0 }.map(\.appliance) ?? []
        let unjudged = Set(untrained)
        let judged = results.appliances.filter { !unjudged.contains($0.name) }
        let beats = judged.filter { ($0.skill ?? -1) > 0 }
        let others = judged.filter { ($0.skill ?? -1) <= 0 }
        let regressions = results.baseline?.regressions ?? []
        let isIncomparable = results.baseline?.obstacles.isEmpty == false
        let failedGates = results.gates.filter { !$0.passed }
        let broken = results.notices.filter { $0.kind == .notANumber || $0.kind == .collapsed }
        isSmoke = results.notices.contains { $0.kind == .smoke }
        func names(_ kinds: Set<Notice.Kind>) -> [String?] {
            var seen: Set<String?> = []
            return results.notices.filter { kinds.contains($0.kind) }.map(\.appliance)
                .filter { seen.insert($0).inserted }
        }
        let cutShort = names([.fewSteps])
        let doubtful = names([.aggregateBelowZero, .aggregateBelowTruth])
        let alwaysOn = names([.alwaysOn])
        let isDoubtful = results.notices.contains { $0.kind == .doubtfulData }
        let isLeaky = results.notices.contains { $0.kind == .leak }

        if !failedGates.isEmpty || !regressions.isEmpty || !broken.isEmpty || !untrained.isEmpty
            || (beats.isEmpty && others.contains { $0.skill != nil })
        {
            word = .fail
        } else if !others.isEmpty || results.appliances.isEmpty || isSmoke || isLeaky || isIncomparable
            || isDoubtful || !cutShort.isEmpty || !doubtful.isEmpty || !alwaysOn.isEmpty
        {
            word = .warn
        } else {
            word = .pass
        }

        var messages: [VerdictMessage] = []
        if failedGates.count == 1 {
            messages.append(.failedGate(failedGates[0]))
        } else if !failedGates.isEmpty {
            messages.append(.failedGates(failedGates.count, of: results.gates.count))
        }
        if let baseline = results.baseline {
            if !regressions.isEmpty {
                messages.append(.worse(run: baseline.run, metrics: regressions.map { ($0.appliance, $0.metric) }))
            }
            if isIncomparable { messages.append(.notComparable(run: baseline.run)) }
        }
        if !broken.isEmpty { messages.append(.brokeDown(broken.map(\.appliance))) }
        if isLeaky { messages.append(.leaky) }
        if !untrained.isEmpty { messages.append(.untrained(untrained)) }
        if !cutShort.isEmpty { messages.append(.cutShort(cutShort)) }
        if !doubtful.isEmpty { messages.append(.doubtfulAggregate(doubtful)) }
        if isDoubtful { messages.append(.doubtfulData) }
        if !alwaysOn.isEmpty { messages.append(.alwaysOn(alwaysOn)) }
        if results.appliances.isEmpty { messages.append(.nothingScored) }
        let fares = (beats: beats.compactMap(Self.fare), others: others.compactMap(Self.fare))
        if !fares.beats.isEmpty || !fares.others.isEmpty {
            messages.append(.comparison(beats: fares.beats, others: fares.others))
        }
        let undecided = others.filter { $0.skill == nil }.map(\.name)
        if !undecided.isEmpty { messages.append(.undecided(undecided)) }
        sentence = messages.map(\.text).joined(separator: " ")
    }

    /// How an appliance fares against predicting zero; nil where that is always right.
    private static func fare(_ appliance: ApplianceResult) -> VerdictMessage.Fare? {
        guard let skill = appliance.skill, let mae = appliance.metrics[.maeW],
            let zero = appliance.baselines.zero[.maeW]
        else { return nil }
        return VerdictMessage.Fare(appliance: appliance.name, maeW: mae, zeroW: zero, skill: skill)
    }
}
