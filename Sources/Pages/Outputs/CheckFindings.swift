import Plots
import Runs
import Support

/// What the checks of a run came to, in words: one case a gate and a change that decides, failed or not.
package struct CheckFindings {
    package struct Finding: Equatable, Sendable {
        /// What it is about: an appliance, or the baseline.
        package let subject: String
        /// `kettle: mae_w < 30`
        package let title: String
        /// A sentence with the numbers.
        package let text: String
        package let isFailure: Bool
    }

    /// One a gate and appliance, and one a deciding metric of the comparison.
    package let cases: [Finding]
    /// What the cases do not say: why runs are not comparable, what could not be told, notices.
    package let warnings: [Finding]

    package init(of results: Results) {
        var cases = results.gates.map { gate in
            let value = gate.value.map { "is \(NumberText.significant($0, digits: 4))" } ?? "is not defined"
            let reason = gate.reason.map { " (\($0))" } ?? ""
            return Finding(
                subject: gate.appliance, title: "\(gate.appliance): \(gate.expression)",
                text: "The value \(value)\(reason): the gate is \(gate.passed ? "met" : "not met").",
                isFailure: !gate.passed)
        }
        var warnings: [Finding] = []
        if let baseline = results.baseline {
            let subject = "baseline \(baseline.run)"
            func warn(_ text: String) {
                warnings.append(Finding(subject: subject, title: subject, text: text, isFailure: false))
            }
            for change in baseline.changes where change.decides {
                let finding = Finding(
                    subject: change.appliance, title: "\(change.appliance): \(change.metric) against \(subject)",
                    text: change.sentence(level: baseline.level), isFailure: change.outcome == .worse)
                cases.append(finding)
                if change.outcome == .undetermined { warnings.append(finding) }
            }
            baseline.obstacles.forEach { warn("Not comparable: \($0.english).") }
            baseline.notes.map(\.english).forEach(warn)
        }
        for notice in results.notices where notice.kind != .data {
            let subject = notice.appliance ?? "run"
            warnings.append(Finding(subject: subject, title: subject, text: notice.said.english, isFailure: false))
        }
        self.cases = cases
        self.warnings = warnings
    }

    /// The failed cases, then the warnings.
    package var all: [Finding] { cases.filter(\.isFailure) + warnings }
}

extension MetricChange {
    /// `Worse: from 12.1 to 14.2, a change of 2.1, 95 % interval 1.2 to 3 over 14 days; a change of 0.5 counts.`
    package func sentence(level: Double) -> String {
        func text(_ value: Double?) -> String { value.map { NumberText.significant($0, digits: 3) } ?? "not defined" }
        var sentence = "\(outcomeText): from \(text(before)) to \(text(after))"
        if let change { sentence += ", a change of \(text(change))" }
        if let low, let high {
            let percent = NumberText.significant(100 * level)
            sentence += ", \(percent) % interval \(text(low)) to \(text(high)) over \(blockText.english)"
        }
        sentence += "; a change of \(text(tolerance)) counts."
        if let reason { sentence += " There is no interval: \(reason.english)." }
        return sentence
    }

    package var outcomeText: String {
        switch outcome {
        case .worse: "Worse"
        case .better: "Better"
        case .same: "No change beyond tolerance and chance"
        case .undetermined: "Changed, but it can't be told from chance"
        }
    }

    /// `14 days`
    package var blockText: Text {
        switch blockKind {
        case .day: Text("\(blocks) days", es: "\(blocks) días")
        case .quarterDay: Text("\(blocks) quarters of days", es: "\(blocks) cuartos de día")
        case .window: Text("\(blocks) windows", es: "\(blocks) ventanas")
        case nil: Text("no blocks", es: "ningún bloque")
        }
    }
}
