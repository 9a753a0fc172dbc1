/// Coloured cells in rows and columns, the upper row first: what a canvas paints of a heat map.
package struct CellGrid: Equatable, Sendable {
    /// The level of a cell that is not painted.
    package static let missing: UInt8 = 255

    package let rows: Int
    package let columns: Int
    /// Indices into `colors`, row-major, or ``missing``.
    package let levels: [UInt8]
    package let colors: [Color]

    /// Shapes: levels (rows, columns).
    package init(rows: Int, columns: Int, levels: [UInt8], colors: [Color]) {
        precondition(levels.count == rows * columns, "\(rows) x \(columns) cells, got \(levels.count) levels")
        precondition(
            levels.allSatisfy { Int($0) < colors.count || $0 == Self.missing }, "a level is above \(colors.count - 1)")
        self.rows = rows
        self.columns = columns
        self.levels = levels
        self.colors = colors
    }
}
