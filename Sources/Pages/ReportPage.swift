import Plots
import Runs

/// One of the pages of a run: of few appliances there is one page, of many an overview and a page an appliance.
package enum ReportPage: Equatable, Sendable {
    /// All there is.
    case whole
    /// What concerns all appliances, each of which has its own page.
    case overview
    /// What concerns one appliance.
    case appliance(String)

    /// Appliances that one page takes.
    static let mostTogether = 12
    /// Where the pages of single appliances are, within the run's folder.
    static let folder = "appliances/"

    /// Whether a path within the run's folder is that of one appliance's page.
    static func isOwn(_ path: String) -> Bool { path.hasPrefix(folder) }

    /// Those of a run, the main one first.
    static func all(of results: Results) -> [ReportPage] {
        guard results.appliances.count > mostTogether else { return [.whole] }
        return [.overview] + results.appliances.map { .appliance($0.name) }
    }

    /// The path of its file within the run's folder.
    var name: String {
        switch self {
        case .whole, .overview: Report.pageName
        case .appliance(let name): "\(Self.folder)\(FigureID.slug(name)).html"
        }
    }

    /// The template that it is drawn with.
    var template: String {
        switch self {
        case .whole, .overview: "report"
        case .appliance: "appliance"
        }
    }

    /// Before what is said of it in the terminal.
    var remarkPrefix: String {
        switch self {
        case .whole, .overview: ""
        case .appliance: name + ": "
        }
    }

    /// Whether something of an appliance, or of all of them for nil, has its place here.
    func shows(_ appliance: String?) -> Bool {
        switch self {
        case .whole: true
        case .overview: appliance == nil
        case .appliance(let name): appliance == name
        }
    }

    /// What of a run it tells of.
    func contents(of run: RunContents) -> RunContents {
        var contents = run
        switch self {
        case .whole: break
        case .overview:
            contents.results.windows = []
            contents.results.attention = []
        case .appliance(let name):
            contents.series.removeAll { $0.appliance != name }
            contents.results.appliances.removeAll { $0.name != name }
            contents.results.windows.removeAll { $0.appliance != name }
            contents.results.attention.removeAll { $0.appliance != name }
            // What is said of the whole run, such as that it was scored on training data, is said of each appliance.
            contents.results.notices.removeAll { $0.appliance != nil && $0.appliance != name }
            contents.results.gates.removeAll { $0.appliance != name }
            contents.results.baseline?.changes.removeAll { $0.appliance != name }
            contents.results.training?.epochs.removeAll { $0.appliance != name }
            contents.results.training?.best.removeAll { $0.appliance != name }
        }
        return contents
    }
}
