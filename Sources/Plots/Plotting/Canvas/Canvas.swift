/// What marks draw on. Coordinates are points, y down, and no state outlasts a call but the groups that are open.
package protocol Canvas: AnyObject {
    /// How finely cells are worth painting.
    var cellLimits: CellLimits { get }

    /// Opens a group: what follows, until its end, is drawn inside of its clip and belongs to its name.
    func begin(_ group: GroupStyle)
    func end()

    /// Draws open lines; a line of one point is a dot.
    func stroke(_ lines: [[Point]], _ stroke: Stroke)

    /// Fills polygons.
    func fill(_ polygons: [[Point]], _ fill: Fill)

    /// Draws one line of printable text with its baseline at `point`.
    func text(_ text: String, at point: Point, _ style: TextStyle)

    /// Paints cells that share the rectangle equally.
    func cells(_ grid: CellGrid, in rect: Rect)
}

extension Canvas {
    /// Draws a text whose middle is at the height (or, upwards, at the side) of `point`.
    package func text(_ text: String, around point: Point, _ style: TextStyle) {
        let shift = style.middleToBaseline
        let baseline =
            style.upwards ? Point(x: point.x + shift, y: point.y) : Point(x: point.x, y: point.y + shift)
        self.text(text, at: baseline, style)
    }
}
