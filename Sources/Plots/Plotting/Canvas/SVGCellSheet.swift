/// The cells of heat maps of one cell size, which share a path a colour: a figure of many small maps is a few dozen
/// elements, not hundreds.
struct SVGCellSheet {
    private let direction: SVGPath.RunDirection
    private let cell: Size
    /// Where the first map's first run begins, points.
    private let origin: Point
    private let colors: [Color]
    /// Of each level, in units of cells from the origin.
    private var paths: [String]

    init(_ grid: CellGrid, in rect: Rect) {
        direction = SVGPath.runDirection(grid)
        cell = Self.cell(of: grid, in: rect)
        origin = Self.origin(direction, cell, rect)
        colors = grid.colors
        paths = SVGPath.runs(grid, along: direction)
    }

    /// Adds another map; false if its cells have another size or direction.
    mutating func add(_ grid: CellGrid, in rect: Rect) -> Bool {
        let size = Self.cell(of: grid, in: rect)
        guard abs(size.width - cell.width) < 1e-6, abs(size.height - cell.height) < 1e-6, grid.colors == colors,
            SVGPath.runDirection(grid) == direction
        else { return false }
        let place = Self.origin(direction, size, rect)
        let x = SVGPath.decimal((place.x - origin.x) / size.width, decimals: 3)
        let y = SVGPath.decimal((place.y - origin.y) / size.height, decimals: 3)
        for (level, path) in SVGPath.runs(grid, along: direction).enumerated() where !path.isEmpty {
            // What follows is relative to this.
            paths[level] += "M\(x) \(y)" + path
        }
        return true
    }

    var svg: String {
        func numbers(_ values: [Double], decimals: Int) -> String {
            values.map { SVGPath.decimal($0 * SVGCanvas.precision, decimals: decimals) }.joined(separator: " ")
        }
        let place = numbers([origin.x, origin.y], decimals: 2)
        let scale = numbers([cell.width, cell.height], decimals: 4)
        // Crisp edges: antialiased neighbours would show the ground between them.
        var text =
            "<g transform=\"translate(\(place)) scale(\(scale))\" fill=\"none\" shape-rendering=\"crispEdges\">\n"
        for (level, path) in paths.enumerated() where !path.isEmpty {
            text += "<path stroke=\"\(colors[level].hex)\" d=\"\(path)\"/>\n"
        }
        return text + "</g>\n"
    }

    private static func cell(of grid: CellGrid, in rect: Rect) -> Size {
        Size(width: rect.width / Double(grid.columns), height: rect.height / Double(grid.rows))
    }

    /// A run is a line as wide as its row or column, through the middle of it.
    private static func origin(_ direction: SVGPath.RunDirection, _ cell: Size, _ rect: Rect) -> Point {
        direction == .rows
            ? Point(x: rect.x, y: rect.y + cell.height / 2) : Point(x: rect.x + cell.width / 2, y: rect.y)
    }
}
