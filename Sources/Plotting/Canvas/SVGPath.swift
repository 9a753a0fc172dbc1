/// Path data in whole units, relative and as short as it gets: about four bytes a point of a dense line.
enum SVGPath {
    /// The nearest whole number of units.
    static func unit(_ points: Double) -> Int { Int((points * SVGCanvas.precision).rounded()) }

    /// A number without needless zeros, with a hyphen for its sign.
    static func decimal(_ value: Double, decimals: Int = 2) -> String {
        let text = NumberText.fixed(abs(value), decimals: decimals)
        let trimmed =
            text.contains(".") ? String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()) : text
        return (value < 0 && trimmed != "0" ? "-" : "") + trimmed
    }

    /// Open lines, each through its points; a line of one point is a stroke of no length, which round caps make a dot.
    static func lines(_ lines: [[Point]]) -> String {
        lines.reduce(into: "") { path, line in append(line, closed: false, to: &path) }
    }

    /// Closed polygons.
    static func polygons(_ polygons: [[Point]]) -> String {
        polygons.reduce(into: "") { path, polygon in append(polygon, closed: true, to: &path) }
    }

    private static func append(_ points: [Point], closed: Bool, to path: inout String) {
        guard let first = points.first else { return }
        var (x, y) = (unit(first.x), unit(first.y))
        path += "M\(x)"
        path += separated(y)
        var command: Character = "M"
        for point in points.dropFirst() {
            let (dx, dy) = (unit(point.x) - x, unit(point.y) - y)
            guard dx != 0 || dy != 0 else { continue }
            (x, y) = (x + dx, y + dy)
            let next: Character = dy == 0 ? "h" : dx == 0 ? "v" : "l"
            let numbers = next == "h" ? [dx] : next == "v" ? [dy] : [dx, dy]
            for (index, number) in numbers.enumerated() {
                if index == 0, next != command {
                    path.append(next)
                    path += String(number)
                } else {
                    path += separated(number)
                }
            }
            command = next
        }
        if closed { path += "z" } else if command == "M" { path += "h0" }
    }

    /// The number after another one: its sign separates it, or a space must.
    private static func separated(_ number: Int) -> String { number < 0 ? String(number) : " \(number)" }

    /// For each level the runs along its rows as lines through the middles of cells, in units of cells and with the
    /// first row at 0: half the length of the rectangles' outlines.
    static func runs(_ grid: CellGrid) -> [String] {
        var paths = [String](repeating: "", count: grid.colors.count)
        // Where a level's last run ended: the next one is placed from there.
        var pens = [(x: Int, y: Int)](repeating: (0, 0), count: grid.colors.count)
        for row in 0..<grid.rows {
            var start = 0
            while start < grid.columns {
                let level = grid.levels[row * grid.columns + start]
                var end = start + 1
                while end < grid.columns, grid.levels[row * grid.columns + end] == level { end += 1 }
                if level != CellGrid.missing {
                    let pen = pens[Int(level)]
                    paths[Int(level)] += "m\(start - pen.x)\(separated(row - pen.y))h\(end - start)"
                    pens[Int(level)] = (end, row)
                }
                start = end
            }
        }
        return paths
    }
}
