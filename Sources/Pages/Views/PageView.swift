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
    let title: String
    let heading: String
    let theme: String
    let policy: String
    let style: String
    let script: String
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
    let source: String
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

    init(_ input: ReportInput, assets: PageAssets) throws(ReportError) {
        let results = input.contents.results
        let times = try TimeText(zone: results.run.data.timeZone)
        let names = Self.names(of: results, on: input.page)
        contents = Self.contents(of: input.page)
        hasPages = input.page == .overview
        pages =
            hasPages
            ? results.appliances.map { PageLink(name: $0.name, link: ReportPage.appliance($0.name).name) } : []
        title = "\(names.isEmpty ? results.run.id : names): \(Verdict(of: results).word.rawValue) · nilm-report"
        heading = names.isEmpty ? "Energy disaggregation report" : "Energy disaggregation of \(names)"
        theme = input.look.theme.rawValue
        policy = assets.policy
        style = assets.style
        script = assets.script
        embedded = assets.embedded
        removed = (results.removed ?? []).map(TextView.init)
        runID = results.run.id
        created = results.run.created
        tool = input.provenance.tool
        modelName = results.run.model
        source = results.run.data.source
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
    private static func names(of results: Results, on page: ReportPage) -> String {
        page == .overview
            ? "\(results.appliances.count) appliances" : results.appliances.map(\.name).joined(separator: ", ")
    }

    private static func contents(of page: ReportPage) -> [ContentsEntry] {
        let own = [
            ContentsEntry(id: "windows", title: "Windows"), ContentsEntry(id: "attention", title: "Attention"),
        ]
        let run = [
            ContentsEntry(id: "data", title: "Data"), ContentsEntry(id: "model", title: "Model and configuration"),
            ContentsEntry(id: "provenance", title: "Provenance"), ContentsEntry(id: "files", title: "Files"),
            ContentsEntry(id: "methods", title: "Method notes"),
        ]
        let middle = [
            ContentsEntry(id: "training", title: "Training"), ContentsEntry(id: "energy", title: "Energy ledger"),
        ]
        let errors = [ContentsEntry(id: "errors", title: "Errors")]
        let head = [ContentsEntry(id: "verdict", title: "Verdict"), ContentsEntry(id: "metrics", title: "Metrics")]
        return switch page {
        case .whole: head + own + middle + errors + run
        case .overview: head + [ContentsEntry(id: "appliances", title: "Appliances")] + middle + run
        case .appliance: head + own + middle + errors
        }
    }
}
