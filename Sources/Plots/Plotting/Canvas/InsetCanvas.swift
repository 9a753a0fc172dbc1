/// A part of another canvas with coordinates of its own.
final class InsetCanvas: Canvas {
    private let canvas: any Canvas
    private let origin: Point
    private let scale: Double

    init(_ canvas: any Canvas, _ origin: Point, _ scale: Double) {
        self.canvas = canvas
        self.origin = origin
        self.scale = scale
    }

    var cellLimits: CellLimits { canvas.cellLimits }

    func begin(_ group: GroupStyle) { canvas.begin(GroupStyle(group.name, clip: group.clip.map(place))) }

    func end() { canvas.end() }

    func stroke(_ lines: [[Point]], _ stroke: Stroke) {
        canvas.stroke(
            lines.map { $0.map(place) },
            Stroke(stroke.paint, width: scale * stroke.width, dash: stroke.dash.map { scale * $0 }))
    }

    func fill(_ polygons: [[Point]], _ fill: Fill) { canvas.fill(polygons.map { $0.map(place) }, fill) }

    func text(_ text: String, at point: Point, _ style: TextStyle) {
        var style = style
        style.size *= scale
        canvas.text(text, at: place(point), style)
    }

    func cells(_ grid: CellGrid, in rect: Rect) { canvas.cells(grid, in: place(rect)) }

    private func place(_ point: Point) -> Point {
        Point(x: origin.x + scale * point.x, y: origin.y + scale * point.y)
    }

    private func place(_ rect: Rect) -> Rect {
        Rect(
            x: origin.x + scale * rect.x, y: origin.y + scale * rect.y, width: scale * rect.width,
            height: scale * rect.height)
    }
}
