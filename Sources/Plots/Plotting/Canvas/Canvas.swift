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

/// What the marks of a group have in common.
package struct GroupStyle: Equatable, Sendable {
    /// A word for people and style sheets: `data`, `map`.
    package var name: String
    /// Nothing outside of it is drawn.
    package var clip: Rect?

    package init(_ name: String, clip: Rect? = nil) {
        self.name = name
        self.clip = clip
    }
}

/// The most cells and colours of a heat map that a canvas can take without becoming too large.
package struct CellLimits: Equatable, Sendable {
    /// Cells along each side.
    package var mostPerSide: Int
    /// Points that a cell must measure at least.
    package var leastPoints: Double
    /// Colours, at most 255.
    package var levels: Int

    package init(mostPerSide: Int, leastPoints: Double, levels: Int) {
        self.mostPerSide = mostPerSide
        self.leastPoints = leastPoints
        self.levels = levels
    }

    /// The most cells along a side that is `length` points long.
    func most(along length: Double) -> Int { max(min(mostPerSide, Int(length / leastPoints)), 1) }
}
