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
