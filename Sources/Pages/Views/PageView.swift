import Plots
import Runs
import Support

/// Everything that report.mustache and summary.mustache ask for.
struct PageView {
    struct Embedded {
        let id: String
        /// Safe within a script element.
        let json: String
    }

    struct PageLink {
        let name: String
        let link: String
    }

    /// Rises when a value goes or changes its meaning; new values leave it.
    static let version = 2

    let viewVersion = version
    let title: Text
    let heading: Text
    let embedded: [Embedded]
    let contents: [ContentsEntry]
    /// Whether each appliance has a page of its own, and these.
    let hasPages: Bool
    let pages: [PageLink]
    /// What was left out of a run that was made to be shared.
    let removed: [TextView]
    let runID: String
    let created: String
    let tool: String
    let modelName: String
    let source: Text
    let verdict: VerdictView
    let metrics: MetricsView
    let baseline: BaselineView
    let windows: WindowsView
    let attention: AttentionView
    let training: TrainingView
    let energy: EnergyView
    let errors: ErrorsView
    let data: DataView
    let model: ModelView
    let provenance: ProvenanceView
    let files: FilesView
    let methods: MethodsView

    init(_ input: ReportInput, embedded: [Embedded]) throws(ReportError) {
        let results = input.contents.results
        let times = try TimeText(zone: results.run.data.timeZone)
        let names = Self.names(of: results, on: input.page)
        contents = Self.contents(of: input.page)
        hasPages = input.page == .overview
        pages =
            hasPages
            ? results.appliances.map { PageLink(name: $0.name, link: ReportPage.appliance($0.name).name) } : []
        let subject = names.isEmpty ? Text(asItStands: results.run.id) : names
        title = subject + Text(verbatim: ": \(Verdict(of: results).word.rawValue) · nilm-report")
        heading = Self.heading(of: names)
        self.embedded = embedded
        removed = (results.removed ?? []).map { TextView(Removal.text(of: $0)) }
        runID = results.run.id
        created = results.run.created
        tool = input.provenance.tool
        modelName = results.run.model
        source = DataName.text(results.run.data.source)
        verdict = VerdictView(results, appliances: names, provenance: input.provenance, tables: input.tables)
        metrics = MetricsView(results, on: input.page, drawn: FigureList(input, .metrics), tables: input.tables)
        baseline = BaselineView(results, tables: input.tables)
        windows = WindowsView(
            input.contents, times: times, drawn: FigureList(input, .windows), tables: input.tables)
        attention = AttentionView(results, tables: input.tables, drawn: FigureList(input, .attention))
        training = TrainingView(results, drawn: FigureList(input, .training), tables: input.tables)
        energy = EnergyView(input.contents, times: times, tables: input.tables, drawn: FigureList(input, .energy))
        errors = ErrorsView(results, times: times, tables: input.tables, drawn: FigureList(input, .errors))
        data = DataView(results.run.data, times: times, tables: input.tables)
        model = ModelView(results.run, configuration: input.configuration)
        provenance = ProvenanceView(input.provenance)
        files = FilesView(input.files, tables: input.tables)
        methods = MethodsView(results, tables: input.tables)
    }

    /// Of many appliances how many they are.
    private static func names(of results: Results, on page: ReportPage) -> Text {
        let count = results.appliances.count
        return page == .overview
            ? Text("\(count) appliances", es: "\(count) aparatos")
            : Text(asItStands: results.appliances.map(\.name).joined(separator: ", "))
    }

    /// `appliances` are their names, or how many they are.
    static func heading(of appliances: Text) -> Text {
        appliances.isEmpty
            ? Text("Energy disaggregation report", es: "Informe de desagregación de energía")
            : Text("Energy disaggregation of \(appliances)", es: "Desagregación de energía: \(appliances)")
    }

    private static func contents(of page: ReportPage) -> [ContentsEntry] {
        let own = [
            ContentsEntry(id: "windows", title: Text("Windows", es: "Ventanas")),
            ContentsEntry(id: "attention", title: Text("Attention", es: "Atención")),
        ]
        let run = [
            ContentsEntry(id: "data", title: Text("Data", es: "Datos")),
            ContentsEntry(id: "model", title: Text("Model and configuration", es: "Modelo y configuración")),
            ContentsEntry(id: "provenance", title: Text("Provenance", es: "Procedencia")),
            ContentsEntry(id: "files", title: Text("Files", es: "Archivos")),
            ContentsEntry(id: "methods", title: Text("Method notes", es: "Notas de método")),
        ]
        let middle = [
            ContentsEntry(id: "training", title: Text("Training", es: "Entrenamiento")),
            ContentsEntry(id: "energy", title: Text("Energy ledger", es: "Balance de energía")),
        ]
        let errors = [ContentsEntry(id: "errors", title: Text("Errors", es: "Errores"))]
        let head = [
            ContentsEntry(id: "verdict", title: Text("Verdict", es: "Veredicto")),
            ContentsEntry(id: "metrics", title: Text("Metrics", es: "Métricas")),
        ]
        let appliances = ContentsEntry(id: "appliances", title: Text("Appliances", es: "Aparatos"))
        return switch page {
        case .whole: head + own + middle + errors + run
        case .overview: head + [appliances] + middle + run
        case .appliance: head + own + middle + errors
        }
    }
}
