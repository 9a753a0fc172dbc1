/// How a line is drawn.
package struct Stroke: Equatable, Sendable {
    package var paint: Paint
    /// Points.
    package var width: Double
    /// Lengths of dashes and gaps in points, by turns; empty for a solid line.
    package var dash: [Double]

    package init(_ paint: Paint, width: Double, dash: [Double] = []) {
        self.paint = paint
        self.width = width
        self.dash = dash
    }

    package init(_ role: Role, width: Double = 1.25, dash: [Double] = []) {
        self.init(.role(role), width: width, dash: dash)
    }
}
