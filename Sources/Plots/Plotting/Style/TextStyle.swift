/// How a text is drawn.
package struct TextStyle: Equatable, Sendable {
    /// Which part of the text lies at its point.
    package enum Anchor: String, Sendable { case start, middle, end }

    /// Points.
    package var size: Double
    package var bold: Bool
    package var anchor: Anchor
    package var role: Role
    /// Reads from the bottom up, as the title of a vertical axis does.
    package var upwards: Bool

    package init(
        size: Double = 10, bold: Bool = false, anchor: Anchor = .start, role: Role = .text, upwards: Bool = false
    ) {
        self.size = size
        self.bold = bold
        self.anchor = anchor
        self.role = role
        self.upwards = upwards
    }

    /// How far below its middle a line of digits or capitals has its baseline, points.
    package var middleToBaseline: Double { 0.36 * size }
}
