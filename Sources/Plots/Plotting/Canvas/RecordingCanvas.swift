/// Remembers what was drawn, for tests.
package final class RecordingCanvas: Canvas {
    package enum Call: Equatable, Sendable {
        case begin(GroupStyle)
        case end
        case stroke([[Point]], Stroke)
        case fill([[Point]], Fill)
        case text(String, Point, TextStyle)
        case cells(CellGrid, Rect)
    }

    package private(set) var calls: [Call] = []
    package let cellLimits: CellLimits

    package init(cellLimits: CellLimits = CellLimits(mostPerSide: 4096, leastPoints: 0.25, levels: 255)) {
        self.cellLimits = cellLimits
    }

    package func begin(_ group: GroupStyle) { calls.append(.begin(group)) }
    package func end() { calls.append(.end) }
    package func stroke(_ lines: [[Point]], _ stroke: Stroke) { calls.append(.stroke(lines, stroke)) }
    package func fill(_ polygons: [[Point]], _ fill: Fill) { calls.append(.fill(polygons, fill)) }
    package func text(_ text: String, at point: Point, _ style: TextStyle) { calls.append(.text(text, point, style)) }
    package func cells(_ grid: CellGrid, in rect: Rect) { calls.append(.cells(grid, rect)) }

    /// The texts drawn, in order.
    package var texts: [String] {
        calls.compactMap { if case .text(let text, _, _) = $0 { text } else { nil } }
    }

    /// One line a call, numbers to a tenth of a point, groups indented.
    package var transcript: String {
        var depth = 0
        return calls.map { call in
            if case .end = call { depth -= 1 }
            defer { if case .begin = call { depth += 1 } }
            return String(repeating: "  ", count: depth) + Self.line(call)
        }.joined(separator: "\n")
    }

    private static func line(_ call: Call) -> String {
        switch call {
        case .begin(let group): "begin \(group.name)" + (group.clip.map { " clip \(text($0.corners))" } ?? "")
        case .end: "end"
        case .stroke(let lines, let stroke):
            "stroke \(text(stroke.paint)) \(text(stroke.width))"
                + (stroke.dash.isEmpty ? "" : " dash \(stroke.dash.map(text).joined(separator: ","))")
                + lines.map { " | " + text($0) }.joined()
        case .fill(let polygons, let fill):
            "fill \(text(fill.paint)) \(text(fill.opacity))" + polygons.map { " | " + text($0) }.joined()
        case .text(let string, let point, let style):
            "text \(style.anchor.rawValue) \(text(style.size))\(style.bold ? " bold" : "")"
                + "\(style.upwards ? " upwards" : "") \(style.role.name) \(text([point])) \"\(string)\""
        case .cells(let grid, let rect):
            "cells \(grid.rows) x \(grid.columns) \(text(rect.corners)) levels "
                + grid.levels.map(String.init).joined(separator: " ")
        }
    }

    private static func text(_ number: Double) -> String { NumberText.plain(number, decimals: 1) }
    private static func text(_ points: [Point]) -> String {
        points.map { text($0.x) + "," + text($0.y) }.joined(separator: " ")
    }
    private static func text(_ paint: Paint) -> String {
        switch paint {
        case .role(let role): role.name
        case .color(let color): color.hex
        }
    }
}
