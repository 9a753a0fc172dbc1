/// Path data in whole units, relative and as short as it gets: about four bytes a point of a dense line.
enum SVGPath {
    /// The nearest whole number of units; what is a kilometre off the page is that far and no farther.
    static func unit(_ points: Double) -> Int {
        precondition(!points.isNaN, "a path needs places, got \(points)")
        return Int((min(max(points, -farthest), farthest) * SVGCanvas.precision).rounded())
    }

    /// Points.
    private static let farthest = 1e9

    /// A number without needless zeros, with a hyphen for its sign.
    static func decimal(_ value: Double, decimals: Int = 2) -> String {
        let text = NumberText.plain(abs(value), decimals: decimals)
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
        // The move that is not written yet: the next one may go on in its direction, as on a level segment.
        var (dx, dy) = (0, 0)
        func write() {
            guard dx != 0 || dy != 0 else { return }
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
        for point in points.dropFirst() {
            let (right, down) = (unit(point.x) - x, unit(point.y) - y)
            (x, y) = (x + right, y + down)
            let goesOn = (dy == 0 && down == 0 && dx * right >= 0) || (dx == 0 && right == 0 && dy * down >= 0)
            if goesOn {
                (dx, dy) = (dx + right, dy + down)
            } else {
                write()
                (dx, dy) = (right, down)
            }
        }
        write()
        if closed { path += "z" } else if command == "M" { path += "h0" }
    }

    /// The number after another one: its sign separates it, or a space must.
    private static func separated(_ number: Int) -> String { number < 0 ? String(number) : " \(number)" }

    /// Which way runs of cells go.
    enum RunDirection { case rows, columns }

    /// The direction in which there are fewer runs: attention has stripes of either kind.
    static func runDirection(_ grid: CellGrid) -> RunDirection {
        var (inRows, inColumns) = (0, 0)
        for row in 0..<grid.rows {
            for column in 0..<grid.columns {
                let index = row * grid.columns + column
                if column > 0, grid.levels[index] != grid.levels[index - 1] { inRows += 1 }
                if row > 0, grid.levels[index] != grid.levels[index - grid.columns] { inColumns += 1 }
            }
        }
        return inRows + grid.rows <= inColumns + grid.columns ? .rows : .columns
    }

    /// For each level the runs along its rows, or columns, as lines through the middles of cells, in units of cells and
    /// with the first row or column at 0: half the length of the rectangles' outlines.
    static func runs(_ grid: CellGrid, along direction: RunDirection) -> [String] {
        var paths = [String](repeating: "", count: grid.colors.count)
        // Where a level's last run ended: the next one is placed from there.
        var pens = [(along: Int, across: Int)](repeating: (0, 0), count: grid.colors.count)
        let isRows = direction == .rows
        let (length, lines) = isRows ? (grid.columns, grid.rows) : (grid.rows, grid.columns)
        func levelAt(_ line: Int, _ cell: Int) -> UInt8 {
            grid.levels[isRows ? line * grid.columns + cell : cell * grid.columns + line]
        }
        for line in 0..<lines {
            var start = 0
            while start < length {
                let level = levelAt(line, start)
                var end = start + 1
                while end < length, levelAt(line, end) == level { end += 1 }
                if level != CellGrid.missing {
                    let pen = pens[Int(level)]
                    let (along, across) = (start - pen.along, line - pen.across)
                    paths[Int(level)] +=
                        isRows
                        ? "m\(along)\(separated(across))h\(end - start)"
                        : "m\(across)\(separated(along))v\(end - start)"
                    pens[Int(level)] = (end, line)
                }
                start = end
            }
        }
        return paths
    }
}
