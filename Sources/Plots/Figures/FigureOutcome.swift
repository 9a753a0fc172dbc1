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
