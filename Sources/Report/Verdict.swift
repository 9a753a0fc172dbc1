import Plotting
import Runs

/// What a reader should take away: a word, and one sentence that is true.
package struct Verdict: Equatable, Sendable {
    package enum Word: String, Sendable {
        case pass = "PASS"
        case warn = "WARN"
        case fail = "FAIL"
    }

    package var word: Word
    package var sentence: String
    /// A smoke run is too short to judge a model by.
    package var isSmoke: Bool

    /// FAIL: a gate failed, a metric is worse than the earlier run's, training broke down or nothing beats predicting
    /// zero. WARN: an appliance does not beat it or has no skill, nothing was scored, a number may be false or says
    /// nothing, a time budget cut training short, a smoke run, or one that is not comparable with the earlier run. PASS:
    /// all else.
    package init(of results: Results) {
        // Nothing is said of how a network fares that was not trained.
        let untrained = results.training?.best.filter { $0.epoch == 0 }.map(\.appliance) ?? []
        let judged = results.appliances.filter { !untrained.contains($0.name) }
        let beats = judged.filter { ($0.skill ?? -1) > 0 }
        let others = judged.filter { ($0.skill ?? -1) <= 0 }
        let regressions = results.baseline?.regressions ?? []
        let isIncomparable = results.baseline?.obstacles.isEmpty == false
        let failedGates = results.gates.filter { !$0.passed }
        let broken = results.notices.filter { $0.kind == .notANumber || $0.kind == .collapsed }
        isSmoke = results.notices.contains { $0.kind == .smoke }
        func names(_ kinds: Set<Notice.Kind>) -> [String] {
            var names: [String] = []
            for notice in results.notices where kinds.contains(notice.kind) {
                let name = notice.appliance ?? "a model"
                if !names.contains(name) { names.append(name) }
            }
            return names
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

        var sentences: [String] = []
        if !failedGates.isEmpty {
            sentences.append(
                failedGates.count == 1
                    ? "The gate \(failedGates[0].expression) of \(failedGates[0].appliance) is not met."
                    : "\(failedGates.count) of \(results.gates.count) gates are not met.")
        }
        if let baseline = results.baseline {
            if !regressions.isEmpty {
                let names = Self.list(regressions.map { "\($0.appliance) (\($0.metric))" })
                sentences.append("It is worse than the earlier run \(baseline.run) for \(names).")
            }
            if isIncomparable { sentences.append("It is not comparable with the earlier run \(baseline.run).") }
        }
        if !broken.isEmpty {
            let names = Self.list(broken.map { $0.appliance ?? "a model" })
            sentences.append("The training of \(names) broke down; see the notices.")
        }
        if isLeaky { sentences.append("Rows were scored that the model learnt from; see the notices.") }
        if !untrained.isEmpty {
            sentences.append("What is scored of \(Self.list(untrained)) is a network that was not trained.")
        }
        if !cutShort.isEmpty {
            sentences.append("The time budget cut the training of \(Self.list(cutShort)) short; see the notices.")
        }
        if !doubtful.isEmpty {
            sentences.append(
                "The aggregate of \(Self.list(doubtful)) is doubtful, and so are the scores; see the notices.")
        }
        if isDoubtful { sentences.append("The data are doubtful, and so are the scores; see the notices.") }
        if !alwaysOn.isEmpty {
            sentences.append("The F1 of \(Self.list(alwaysOn)) says nothing, as it is always on; see the notices.")
        }
        if !judged.isEmpty || results.appliances.isEmpty { sentences.append(Self.comparison(beats, others)) }
        sentence = sentences.joined(separator: " ")
    }

    /// How the appliances fare against predicting zero.
    private static func comparison(_ beats: [ApplianceResult], _ others: [ApplianceResult]) -> String {
        if beats.isEmpty, others.isEmpty { return "No appliance was scored." }
        let worse = others.filter { $0.skill != nil }
        var parts: [String] = []
        if !beats.isEmpty { parts.append("beats predicting zero for \(list(beats.map(described)))") }
        if !worse.isEmpty { parts.append("does not beat predicting zero for \(list(worse.map(described)))") }
        var sentence = parts.isEmpty ? "" : "The model " + parts.joined(separator: " but ") + "."
        let undefined = others.filter { $0.skill == nil }
        if !undefined.isEmpty {
            sentence += sentence.isEmpty ? "" : " "
            sentence +=
                "It cannot be judged against predicting zero for \(list(undefined.map(\.name))), whose true power is "
                + "zero throughout the test part."
        }
        return sentence
    }

    /// `kettle (MAE 8.06 W, zero has 40.3 W, skill 0.80)`
    private static func described(_ appliance: ApplianceResult) -> String {
        guard let skill = appliance.skill, let mae = appliance.metrics[.maeW],
            let zero = appliance.baselines.zero[.maeW]
        else { return appliance.name }
        let watts = NumberText.significant
        return "\(appliance.name) (MAE \(watts(mae, 3)) W, predicting zero \(watts(zero, 3)) W, "
            + "skill \(NumberText.fixed(skill, decimals: 2)))"
    }

    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
