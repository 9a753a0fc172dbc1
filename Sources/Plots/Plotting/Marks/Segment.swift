/// A straight line between two places on the canvas, whatever the scales are: a mark across a bar, a bracket.
package struct Segment: Mark {
    /// Points.
    package var start: Point
    package var end: Point
    package var stroke: Stroke

    package init(from start: Point, to end: Point, _ stroke: Stroke) {
        self.start = start
        self.end = end
        self.stroke = stroke
    }

    package func draw(on canvas: any Canvas) { canvas.stroke([[start, end]], stroke) }
}
