import Plots
import Runs

/// The page's head: the verdict and what the run was.
struct VerdictView {
    struct NoticeView {
        let label: String
        let text: String
    }

    struct GateView {
        let expression: String
        let appliance: String
        let value: ValueView
        let result: String
    }

    let word: String
    let kind: String
    let sentence: String
    let isSmoke: Bool
    let hasNotices: Bool
    let notices: [NoticeView]
    let hasGates: Bool
    let gates: [GateView]
    let facts: [FactView]

    /// `appliances` are their names, or how many they are.
    init(_ results: Results, appliances: String, provenance: Provenance, tables: TableLength) {
        let verdict = Verdict(of: results)
        word = verdict.word.rawValue
        kind = verdict.word.rawValue.lowercased()
        sentence = verdict.sentence
        isSmoke = verdict.isSmoke
        // The sentence says already what does not beat predicting zero.
        let told = results.notices.filter { $0.kind != .worseThanZero }
        hasNotices = !told.isEmpty
        notices = told.prefix(tables.rows).map { notice in
            let subject = notice.appliance.map { ", " + $0 } ?? ""
            return NoticeView(label: Self.label(notice.kind) + subject, text: notice.text)
        }
        hasGates = !results.gates.isEmpty
        gates = results.gates.prefix(tables.rows).map { gate in
            GateView(
                expression: gate.expression, appliance: gate.appliance,
                value: .significant(gate.value, reason: gate.reason ?? "the value is not defined"),
                result: gate.passed ? "met" : "not met")
        }
        let run = results.run
        facts = [
            FactView("Run", run.id), FactView("Made", run.created), FactView("Program", provenance.tool),
            FactView("Data", run.data.source), FactView("Model", run.model),
            FactView("Appliances", appliances),
        ]
    }

    static func label(_ kind: Notice.Kind) -> String {
        switch kind {
        case .collapsed: "Collapsed model"
        case .notANumber: "Training broke down"
        case .fewSteps: "Training cut short"
        case .calendarLeftOut: "Not told the time"
        case .worseThanZero: "No better than zero"
        case .worseThanBaseline: "No better than a baseline"
        case .alwaysOn: "Always on"
        case .aggregateBelowZero: "Aggregate below 0 W"
        case .aggregateBelowTruth: "Aggregate below the appliance"
        case .doubtfulData: "Doubtful data"
        case .leftOut: "Left out"
        case .smoke: "Smoke run"
        case .leak: "Scored on training data"
        case .data: "Data"
        }
    }
}
