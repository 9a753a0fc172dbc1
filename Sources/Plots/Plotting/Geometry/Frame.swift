/// The rectangle that a pair of scales maps data into.
package struct Frame: Sendable {
    /// Which way values on the vertical scale grow.
    package enum Direction: Sendable { case up, down }

    package var rect: Rect
    package var x: any Scale
    package var y: any Scale
    package var direction: Direction

    package init(_ rect: Rect, x: any Scale, y: any Scale, direction: Direction = .up) {
        self.rect = rect
        self.x = x
        self.y = y
        self.direction = direction
    }

    /// Where a horizontal value lies, in points.
    package func x(at value: Double) -> Double { rect.x + rect.width * x.fraction(of: value) }

    /// Where a vertical value lies, in points.
    package func y(at value: Double) -> Double {
        let fraction = y.fraction(of: value)
        return rect.y + rect.height * (direction == .up ? 1 - fraction : fraction)
    }

    /// Where a data point lies; not finite if one of its values has no place.
    package func place(_ data: Point) -> Point { Point(x: x(at: data.x), y: y(at: data.y)) }

    /// The rectangle between two data points.
    package func place(from a: Point, to b: Point) -> Rect { Rect(from: place(a), to: place(b)) }
}
