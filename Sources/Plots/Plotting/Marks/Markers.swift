import Foundation

/// A symbol at each data point; points that are not finite have none.
package struct Markers: Mark {
    package var frame: Frame
    /// Data values.
    package var points: [Point]
    package var symbol: Symbol
    package var radius: Double
    package var fill: Fill

    package init(_ points: [Point], in frame: Frame, _ symbol: Symbol, radius: Double = 3, _ fill: Fill) {
        self.points = points
        self.frame = frame
        self.symbol = symbol
        self.radius = radius
        self.fill = fill
    }

    package func draw(on canvas: any Canvas) {
        let places = points.map(frame.place).filter(\.isFinite)
        canvas.fill(places.map { symbol.outline(around: $0, radius: radius) }, fill)
    }
}

/// The shape of a marker, which tells series apart where colours cannot.
package enum Symbol: Sendable, CaseIterable {
    case circle, square, triangle, diamond

    /// Its outline around a place, `radius` points from its middle.
    func outline(around point: Point, radius: Double) -> [Point] {
        let corners: Int
        let turn: Double
        switch self {
        case .circle: (corners, turn) = (16, 0)
        case .square: (corners, turn) = (4, .pi / 4)
        case .triangle: (corners, turn) = (3, -.pi / 2)
        case .diamond: (corners, turn) = (4, 0)
        }
        return (0..<corners).map { corner in
            let angle = turn + 2 * .pi * Double(corner) / Double(corners)
            return Point(x: point.x + radius * cos(angle), y: point.y + radius * sin(angle))
        }
    }
}
