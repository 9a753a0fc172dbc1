import Runs

/// What a page is drawn from.
package struct ReportInput: Sendable {
    package enum Theme: String, CaseIterable, Sendable { case auto, light, dark }

    package var contents: RunContents
    /// The text of config.yaml; nil for imported predictions.
    package var configuration: String?
    package var provenance: Provenance
    package var figures: [ReportFigure]
    /// Why figures that a reader may expect are not there.
    package var absences: [ReportAbsence]
    /// The run's files, for the list on the page.
    package var files: [DataFile]
    package var theme: Theme

    package init(
        contents: RunContents, configuration: String?, provenance: Provenance, figures: [ReportFigure],
        absences: [ReportAbsence] = [], files: [DataFile], theme: Theme = .auto
    ) {
        self.contents = contents
        self.configuration = configuration
        self.provenance = provenance
        self.figures = figures
        self.absences = absences
        self.files = files
        self.theme = theme
    }
}

/// The page and its summary. The same input gives the same bytes: no clock, locale or chance is asked.
package struct Report: Equatable, Sendable {
    package static let pageName = "report.html"
    package static let summaryName = "summary.md"

    package var html: String
    package var summary: String

    package static func render(
        _ input: ReportInput, templates: Templates = .compiled
    ) throws(ReportError) -> Report {
        let view = try PageView(input, assets: PageAssets(input, templates: templates))
        return Report(
            html: try templates.render("report", view: view, escaping: .page),
            summary: try templates.render("summary", view: view, escaping: .markdown))
    }
}
