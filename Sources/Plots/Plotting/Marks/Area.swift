/// The area between a line and a baseline; a point that is not finite breaks it.
package struct Area: Mark {
    package var frame: Frame
    /// Data values.
    package var points: [Point]
    package var baseline: Double
    package var fill: Fill

    package init(_ points: [Point], to baseline: Double, in frame: Frame, _ fill: Fill) {
        self.points = points
        self.baseline = baseline
        self.frame = frame
        self.fill = fill
    }

    package func draw(on canvas: any Canvas) {
        let base = frame.y(at: baseline)
        let polygons = points.map(frame.place).split { !$0.isFinite }.filter { $0.count > 1 }.map { line in
            [Point(x: line[line.startIndex].x, y: base)] + line + [Point(x: line[line.endIndex - 1].x, y: base)]
        }
        canvas.fill(polygons, fill)
    }
}
