import Plots
import Runs
import Support

/// The page's head: the verdict and what the run was.
struct VerdictView {
    struct NoticeView {
        let label: Text
        let text: Text
    }

    struct GateView {
        let expression: String
        let appliance: String
        let value: ValueView
        let result: Text
    }

    let word: String
    let kind: String
    let sentence: Text
    let isSmoke: Bool
    let hasNotices: Bool
    let notices: [NoticeView]
    let hasGates: Bool
    let gates: [GateView]
    let facts: [FactView]

    /// `appliances` are their names, or how many they are.
    init(_ results: Results, appliances: Text, provenance: Provenance, tables: TableLength) {
        let verdict = Verdict(of: results)
        word = verdict.word.rawValue
        kind = verdict.word.rawValue.lowercased()
        sentence = verdict.sentence
        isSmoke = verdict.isSmoke
        // The sentence says already what does not beat predicting zero.
        let told = results.notices.filter { $0.kind != .worseThanZero }
        hasNotices = !told.isEmpty
        notices = told.prefix(tables.rows).map { notice in
            let subject = Text(verbatim: notice.appliance.map { ", " + $0 } ?? "")
            return NoticeView(label: Self.label(notice.kind) + subject, text: notice.said.text)
        }
        hasGates = !results.gates.isEmpty
        gates = results.gates.prefix(tables.rows).map { gate in
            GateView(
                expression: gate.expression, appliance: gate.appliance,
                value: .significant(gate.value, reason: gate.reason.map(UndefinedReason.text) ?? Self.undefined),
                result: gate.passed ? Text("met", es: "se cumple") : Text("not met", es: "no se cumple"))
        }
        let run = results.run
        facts = [
            FactView(Text("Run", es: "Ejecución"), verbatim: run.id),
            FactView(Text("Made", es: "Hecha"), verbatim: run.created),
            FactView(Text("Program", es: "Programa"), verbatim: provenance.tool),
            FactView(Text("Data", es: "Datos"), DataName.text(run.data.source)),
            FactView(Text("Model", es: "Modelo"), verbatim: run.model),
            FactView(Text("Appliances", es: "Aparatos"), appliances),
        ]
    }

    private static let undefined = Text("the value is not defined", es: "el valor no está definido")

    static func label(_ kind: Notice.Kind) -> Text {
        switch kind {
        case .collapsed: Text("Collapsed model", es: "Modelo colapsado")
        case .notANumber: Text("Training broke down", es: "El entrenamiento fracasó")
        case .fewSteps: Text("Training cut short", es: "Entrenamiento cortado")
        case .calendarLeftOut: Text("Not told the time", es: "Sin noticia de la hora")
        case .worseThanZero: Text("No better than zero", es: "No mejor que cero")
        case .worseThanBaseline: Text("No better than a baseline", es: "No mejor que una referencia")
        case .alwaysOn: Text("Always on", es: "Siempre encendido")
        case .aggregateBelowZero: Text("Aggregate below 0 W", es: "Total inferior a 0 W")
        case .aggregateBelowTruth: Text("Aggregate below the appliance", es: "Total inferior al aparato")
        case .doubtfulData: Text("Doubtful data", es: "Datos dudosos")
        case .leftOut: Text("Left out", es: "Descartado")
        case .smoke: Text("Smoke run", es: "Prueba rápida")
        case .leak: Text("Scored on training data", es: "Puntuado con datos de entrenamiento")
        case .data: Text("Data", es: "Datos")
        }
    }
}
