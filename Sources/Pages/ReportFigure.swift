import Plots
import Support

/// A figure as the page takes it: drawn, with its text.
package struct ReportFigure: Equatable, Sendable {
    /// `[a-z0-9-]` only, unique within the page.
    package var id: String
    package var section: FigureSection
    /// nil for a figure of all appliances.
    package var appliance: String?
    /// The id of the shown window it belongs to, if any.
    package var window: String?
    package var title: String
    /// A sentence with the numbers a reader needs, for those who do not see the figure too.
    package var description: String
    /// An `svg` element that needs no style sheet and whose ids start with `id`.
    package var svg: String
    /// One for a figure that can be explored, or none.
    package var explorers: [ExplorerView]

    package init(
        id: String, section: FigureSection, appliance: String? = nil, window: String? = nil, title: String,
        description: String, svg: String, explorers: [ExplorerView] = []
    ) {
        precondition(
            !id.isEmpty && id.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) },
            "a figure's id needs a-z, 0-9 and hyphens, got \"\(id)\"")
        self.id = id
        self.section = section
        self.appliance = appliance
        self.window = window
        self.title = title
        self.description = description
        self.svg = svg
        self.explorers = explorers
    }

    /// Draws it; `limits` are those of its heat maps, and of what can be explored of them.
    init(_ figure: Figure, limits: CellLimits = SVGCanvas.pageLimits) throws(ReportError) {
        var explorers: [ExplorerView] = []
        if let explorer = figure.explorer {
            do {
                explorers.append(
                    ExplorerView(
                        figure: figure.id, heads: explorer.heads, parts: explorer.parts(limits),
                        json: try explorer.json(limits)))
            } catch {
                throw .figure(id: figure.id, problem: "its maps are not JSON: \(error)")
            }
        }
        self.init(
            id: figure.id, section: figure.section, appliance: figure.appliance, window: figure.window,
            title: figure.title.localised, description: figure.description.localised,
            svg: SVGCanvas.svg(figure.scene, idPrefix: "plot-" + figure.id, cellLimits: limits), explorers: explorers)
    }
}

/// A figure that is not on the page.
package struct ReportAbsence: Equatable, Sendable {
    package var section: FigureSection
    /// nil for a figure of all appliances, or for no figure in particular.
    package var appliance: String?
    /// A sentence without a full stop.
    package var reason: Text

    package init(section: FigureSection, appliance: String? = nil, reason: Text) {
        self.section = section
        self.appliance = appliance
        self.reason = reason
    }

    init(_ absence: AbsentFigure) {
        self.init(
            section: absence.section, appliance: absence.appliance, reason: absence.reason.text)
    }
}
