import Plots
import Runs
import Support

/// Several runs side by side on one page, in the order given; the first is what the others are compared with.
package struct Comparison: Sendable {
    /// A run with what a page says of it.
    package struct Run: Sendable {
        package var contents: RunContents
        /// The text of config.yaml; nil for imported predictions.
        package var configuration: String?
        package var provenance: Provenance

        package init(contents: RunContents, configuration: String?, provenance: Provenance) {
            self.contents = contents
            self.configuration = configuration
            self.provenance = provenance
        }
    }

    package static let (fewest, most) = (2, ComparedRun.most)

    let runs: [Run]
    let compared: [ComparedRun]
    /// This program, for the footer.
    let tool: String

    /// - Parameter runs: 2 to 6.
    package init(_ runs: [Run], tool: String) {
        precondition(
            (Self.fewest...Self.most).contains(runs.count), "\(Self.fewest) to \(Self.most) runs, got \(runs.count)")
        self.runs = runs
        self.tool = tool
        compared = runs.enumerated().map { ComparedRun(index: $0.offset, contents: $0.element.contents) }
    }

    /// One sentence a run but the first: whether it is comparable, and why not.
    package var comparability: [Text] {
        compared.dropFirst().map { Comparability(of: $0, with: compared[0]).sentence($0, with: compared[0]) }
    }

    /// The page. One that is too large shows fewer windows, two and then one an appliance.
    package func html(look: ReportLook = ReportLook(), budget: PageBudget = PageBudget()) throws(ReportError) -> String
    {
        let page = try html(of: compared, look, [])
        guard budget.isExceeded(by: PageSize(of: page)) else { return page }
        var smaller = page
        for step in [PageReduction.fewerWindows, .oneWindow] where budget.isExceeded(by: PageSize(of: smaller)) {
            let fewer = compared.map { ComparedRun(index: $0.index, contents: step.reduced($0.contents)) }
            smaller = try html(of: fewer, look, [step.remark])
        }
        return smaller
    }

    /// What the template may ask for.
    package func view(_ look: ReportLook = ReportLook()) throws(ReportError) -> TemplateValue {
        try view(of: compared, look, [])
    }

    private func html(
        of drawn: [ComparedRun], _ look: ReportLook, _ absences: [ReportAbsence]
    ) throws(ReportError) -> String {
        try look.templates.render("compare", view: view(of: drawn, look, absences), escaping: .page)
    }

    private func view(
        of drawn: [ComparedRun], _ look: ReportLook, _ absences: [ReportAbsence]
    ) throws(ReportError) -> TemplateValue {
        try look.view(PageAssets(templates: look.templates)) { () throws(ReportError) in
            try spokenView(of: drawn, absences)
        }
    }

    private func spokenView(
        of drawn: [ComparedRun], _ absences: [ReportAbsence]
    ) throws(ReportError) -> ComparisonView {
        var outcomes = [Figures.skills(of: drawn)] + Figures.training(of: drawn)
        do throws(FigureError) { outcomes += try Figures.windows(of: drawn) } catch { throw .figures(error) }
        var figures: [ReportFigure] = []
        for figure in outcomes.compactMap(\.figure) { figures.append(try ReportFigure(figure)) }
        let missing = outcomes.compactMap(\.absence).map(ReportAbsence.init)
        return ComparisonView(self, figures: figures, absences: absences + missing)
    }
}

extension FigureList {
    /// Those of `section` among the figures of a page.
    init(_ figures: [ReportFigure], _ absences: [ReportAbsence], _ section: FigureSection) {
        self.figures = figures.filter { $0.section == section }
        self.absences = absences.filter { $0.section == section }.map { Absence(reason: $0.reason) }
    }
}
