/// Equal rectangles in rows and columns: the places of small multiples.
package struct GridLayout: Sendable {
    package var rows: Int
    package var columns: Int
    package var area: Rect
    /// Points between neighbours, across and down.
    package var gap: Size

    package init(rows: Int, columns: Int, in area: Rect, gap: Size) {
        precondition(rows > 0 && columns > 0, "a grid needs rows and columns, got \(rows) x \(columns)")
        self.rows = rows
        self.columns = columns
        self.area = area
        self.gap = gap
    }

    /// The rectangle at `row` and `column`, counted from the upper left.
    package subscript(row: Int, column: Int) -> Rect {
        precondition(
            (0..<rows).contains(row) && (0..<columns).contains(column),
            "cell (\(row), \(column)) is outside of a grid of \(rows) x \(columns)")
        let width = (area.width - gap.width * Double(columns - 1)) / Double(columns)
        let height = (area.height - gap.height * Double(rows - 1)) / Double(rows)
        return Rect(
            x: area.x + (width + gap.width) * Double(column), y: area.y + (height + gap.height) * Double(row),
            width: width, height: height)
    }
}
