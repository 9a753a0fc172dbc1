import Plots
import Runs
import Support

/// Everything that compare.mustache asks for.
struct ComparisonView {
    struct RunView {
        let label: String
        let id: String
        let created: String
        let word: String
        let kind: String
        let sentence: Text
        let model: String
        let parameters: String
        let seed: String
        let source: Text
    }

    struct Column {
        let label: Text
    }

    /// A fact of every run, in their order.
    struct FactRow {
        let label: Text
        let values: [TextView]
    }

    let viewVersion = PageView.version
    let title: String
    let heading: Text
    let contents: [ContentsEntry]
    let tool: String
    let columns: [Column]
    let runs: [RunView]
    let comparability: [TextView]
    let appliances: [ComparedMetrics]
    let skill: FigureList
    let training: FigureList
    let windows: FigureList
    let hasDifferences: Bool
    let configuration: [FactRow]
    let provenance: [FactRow]

    init(
        _ comparison: Comparison, figures: [ReportFigure], absences: [ReportAbsence]
    ) {
        let compared = comparison.compared
        title = compared.map(\.results.run.id).joined(separator: ", ") + " · nilm-report"
        heading = Text("Comparison of \(compared.count) runs", es: "Comparación de \(compared.count) ejecuciones")
        contents = [
            .init(id: "runs", title: Text("Runs", es: "Ejecuciones")),
            .init(id: "metrics", title: Text("Metrics", es: "Métricas")),
            .init(id: "windows", title: Text("Windows", es: "Ventanas")),
            .init(id: "training", title: Text("Training", es: "Entrenamiento")),
            .init(id: "configuration", title: Text("Configuration", es: "Configuración")),
            .init(id: "provenance", title: Text("Provenance", es: "Procedencia")),
        ]
        tool = comparison.tool
        columns = compared.map { Column(label: Text("Run \($0.label)", es: "Ejecución \($0.label)")) }
        runs = compared.map { run in
            let verdict = Verdict(of: run.results)
            let summary = run.results.run
            return RunView(
                label: run.label, id: summary.id, created: summary.created, word: verdict.word.rawValue,
                kind: verdict.word.rawValue.lowercased(), sentence: verdict.sentence,
                model: summary.model,
                parameters: summary.parameters.map(AmountText.count) ?? "–", seed: String(summary.seed),
                source: DataName.text(summary.data.source))
        }
        self.comparability = comparison.comparability.map(TextView.init)
        let comparability = compared.dropFirst().map { Comparability(of: $0, with: compared[0]) }
        appliances = compared.applianceNames.map { ComparedMetrics(of: $0, in: compared, comparability) }
        func list(_ section: FigureSection) -> FigureList { FigureList(figures, absences, section) }
        (skill, training, windows) = (list(.metrics), list(.training), list(.windows))
        configuration = Self.differences(comparison.runs.map(\.configuration))
        hasDifferences = !configuration.isEmpty
        provenance = Self.rows(comparison.runs.map { ProvenanceView($0.provenance).facts.map { ($0.label, $0.text) } })
    }

    /// The settings that are not the same in all runs.
    private static func differences(_ texts: [String?]) -> [FactRow] {
        let settings = texts.map { text in
            (text ?? "").split(separator: "\n").compactMap { line -> (Text, Text)? in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: colon)...].drop { $0 == " " }
                return (Text(asItStands: String(line[..<colon])), Text(asItStands: String(value)))
            }
        }
        return rows(settings).filter { row in Set(row.values.map(\.text)).count > 1 }
    }

    /// One row a name, in the order of their first mention; what a run lacks is a dash.
    private static func rows(_ facts: [[(Text, Text)]]) -> [FactRow] {
        var names: [Text] = []
        for (name, _) in facts.joined() where !names.contains(name) { names.append(name) }
        return names.map { name in
            FactRow(
                label: name, values: facts.map { of in TextView(of.first { $0.0 == name }?.1 ?? Text(verbatim: "–")) })
        }
    }
}
