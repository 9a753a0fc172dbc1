import Support

/// A figure of the report, ready to be drawn on any canvas.
package struct Figure: Sendable {
    /// Stable between renderings of a run, and the name of its files: `[a-z0-9-]` only.
    package var id: String
    package var section: FigureSection
    /// nil for a figure of all appliances.
    package var appliance: String?
    /// The id of the shown window it belongs to, if any.
    package var window: String?
    package var title: Text { scene.title }
    /// One sentence with the numbers a reader needs who cannot see it.
    package var description: Text { scene.description }
    package var scene: Scene
    /// What a page's script may let the reader explore; nil for most figures.
    package var explorer: AttentionExplorer?

    package var kind: Kind

    /// What a page that is too large can do without.
    package enum Kind: Sendable {
        /// No other figure shows it.
        case own
        /// Single heads of the attention, whose mean another figure has.
        case heads
        /// A whole week, of which another figure shows a day.
        case week
    }

    init(
        id: String, section: FigureSection, kind: Kind = .own, appliance: String?, window: String? = nil, scene: Scene,
        explorer: AttentionExplorer? = nil
    ) {
        self.id = id
        self.section = section
        self.kind = kind
        self.appliance = appliance
        self.window = window
        self.scene = scene
        self.explorer = explorer
    }
}

/// The parts of the report that have figures, in its order.
package enum FigureSection: String, CaseIterable, Sendable {
    case metrics, windows, attention, training, energy, errors
}

/// A figure, or why there is none: an empty panel would leave the reader guessing.
package enum FigureOutcome: Sendable {
    case made(Figure)
    case absent(AbsentFigure)

    package var figure: Figure? { if case .made(let figure) = self { figure } else { nil } }
    package var absence: AbsentFigure? { if case .absent(let absence) = self { absence } else { nil } }
}

/// A figure that has nothing to show.
package struct AbsentFigure: Equatable, Sendable {
    package var section: FigureSection
    package var appliance: String?
    package var window: String?
    package var reason: AbsenceMessage

    init(_ section: FigureSection, appliance: String? = nil, window: String? = nil, reason: AbsenceMessage) {
        self.section = section
        self.appliance = appliance
        self.window = window
        self.reason = reason
    }
}
