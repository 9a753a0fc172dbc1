import Runs
import Support

/// How a page looks; none of its content.
package struct ReportLook: Sendable {
    package enum Theme: String, CaseIterable, Sendable { case auto, light, dark }

    package var theme: Theme
    package var language: Language
    package var templates: Templates
    /// Whether the report is drawn on pages of A4 too.
    package var isPrinted = false

    package init(theme: Theme = .auto, language: Language = .english, templates: Templates = .compiled) {
        self.theme = theme
        self.language = language
        self.templates = templates
    }

    /// The values of what `make` gives, in the reader's language, and what every page has: the look, and which language that
    /// is: `language` for the `html` element, and a flag for each, of which one is on, for the templates' own texts.
    package func view<View, Failure: Error>(
        _ assets: PageAssets, _ make: () throws(Failure) -> View
    ) throws(Failure) -> TemplateValue {
        let view = try language.spoken { () throws(Failure) in TemplateValue(reflecting: try make()) }
        guard case .object(var values) = view else { preconditionFailure("a page's view is a structure") }
        values["theme"] = .text(theme.rawValue)
        values["policy"] = .text(assets.policy)
        values["style"] = .text(assets.style)
        values["script"] = .text(assets.script)
        values["language"] = .text(language.rawValue)
        for each in Language.allCases { values[each.rawValue] = .flag(each == language) }
        return .object(values)
    }
}

/// What a page is drawn from.
package struct ReportInput: Sendable {
    package var contents: RunContents
    /// The text of config.yaml; nil for imported predictions.
    package var configuration: String?
    package var provenance: Provenance
    package var figures: [ReportFigure]
    /// Why figures that a reader may expect are not there.
    package var absences: [ReportAbsence]
    /// The run's files, for the list on the page.
    package var files: [DataFile]
    package var tables = TableLength.long
    /// Which of the run's pages it is; the contents are those of all.
    package var page = ReportPage.whole
    package var look: ReportLook

    package init(
        contents: RunContents, configuration: String?, provenance: Provenance, figures: [ReportFigure],
        absences: [ReportAbsence] = [], files: [DataFile], look: ReportLook = ReportLook()
    ) {
        self.contents = contents
        self.configuration = configuration
        self.provenance = provenance
        self.figures = figures
        self.absences = absences
        self.files = files
        self.look = look
    }
}

/// The page and its summary. The same input gives the same bytes: no clock, locale or chance is asked.
package struct Report: Equatable, Sendable {
    package static let pageName = "report.html"
    package static let summaryName = "summary.md"

    package var html: String
    package var summary: String

    /// `assets` are those of the input, for one who has them already: no reduction of a page changes them.
    package static func render(_ input: ReportInput, assets: PageAssets? = nil) throws(ReportError) -> Report {
        Report(html: try html(input, assets: assets), summary: try summary(input))
    }

    /// The page alone.
    static func html(_ input: ReportInput, assets: PageAssets?) throws(ReportError) -> String {
        try input.look.templates.render(
            input.page.template, view: view(input, assets: assets), escaping: .page)
    }

    /// summary.md alone: without what only a page shows, which is nearly all of a run.
    package static func summary(_ input: ReportInput) throws(ReportError) -> String {
        var input = input
        input.contents.series = []
        input.contents.results.windows = []
        input.contents.results.attention = []
        // What became of training is told by the epochs that were kept.
        input.contents.results.training?.epochs = []
        let view = try view(input, assets: PageAssets(templates: input.look.templates))
        return try input.look.templates.render(Templates.summaryName, view: view, escaping: .markdown)
    }

    /// What the templates may ask for, in the reader's language.
    package static func view(_ input: ReportInput, assets: PageAssets? = nil) throws(ReportError) -> TemplateValue {
        let assets = if let assets { assets } else { try PageAssets(input) }
        return try input.look.view(assets) { () throws(ReportError) in
            try PageView(input, embedded: assets.embedded)
        }
    }
}
