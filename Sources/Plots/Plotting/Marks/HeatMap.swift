import Support

/// A matrix in colours. Row 0 lies at the lower end of the vertical extent, column 0 at that of the horizontal one.
///
/// Where the canvas takes fewer cells than there are, neighbours become one; a ``ReductionNote`` says so.
package struct HeatMap: Mark {
    package var cells: Cells
    package var frame: Frame
    /// Where the matrix lies, in data values.
    package var x: ClosedRange<Double>
    package var y: ClosedRange<Double>
    package var range: ClosedRange<Double>
    package var reduction: Cells.Reduction

    /// `range`: the values at the ends of the colours.
    package init(
        _ cells: Cells, in frame: Frame, x: ClosedRange<Double>, y: ClosedRange<Double>, range: ClosedRange<Double>,
        reduction: Cells.Reduction
    ) {
        precondition(range.lowerBound < range.upperBound, "colours need a range that is not empty, got \(range)")
        self.cells = cells
        self.frame = frame
        self.x = x
        self.y = y
        self.range = range
        self.reduction = reduction
    }

    package func draw(on canvas: any Canvas) {
        let limits = canvas.cellLimits
        let drawn = reducedCells(limits)
        let levels = drawn.levels(limits.levels, of: range)
        canvas.cells(
            CellGrid(
                rows: drawn.rows, columns: drawn.columns,
                levels: frame.direction == .down ? levels : Self.flipped(levels, rows: drawn.rows),
                colors: ColorMap.steps(limits.levels)),
            in: rect)
    }

    private var rect: Rect {
        frame.place(from: Point(x: x.lowerBound, y: y.lowerBound), to: Point(x: x.upperBound, y: y.upperBound))
    }

    private func reducedCells(_ limits: CellLimits) -> Cells {
        cells.reduced(
            mostRows: limits.most(along: rect.height), mostColumns: limits.most(along: rect.width), by: reduction)
    }

    /// What a canvas with these limits must say about the cells it joins; nil if it paints each.
    func reductionStatement(_ limits: CellLimits) -> Text? {
        let rows = limits.most(along: rect.height)
        let columns = limits.most(along: rect.width)
        guard rows < cells.rows || columns < cells.columns else { return nil }
        let (whole, shown) = (
            "\(cells.rows) × \(cells.columns)", "\(min(rows, cells.rows)) × \(min(columns, cells.columns))"
        )
        return Text(
            "\(whole) shown as \(shown) (\(reduction.text) of each block)",
            es: "\(whole) mostrados como \(shown) (\(reduction.text) de cada bloque)")
    }

    private static func flipped(_ levels: [UInt8], rows: Int) -> [UInt8] {
        let columns = levels.count / rows
        return (0..<rows).reversed().flatMap { levels[$0 * columns..<($0 + 1) * columns] }
    }
}
