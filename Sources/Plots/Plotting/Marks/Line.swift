/// A line through data points; a point that is not finite breaks it.
package struct Line: Mark {
    /// How the line gets from one point to the next.
    package enum Course: Sendable {
        case straight
        /// A value holds until the next one.
        case steps
    }

    package var frame: Frame
    /// Data values.
    package var points: [Point]
    package var stroke: Stroke
    package var course: Course

    package init(_ points: [Point], in frame: Frame, _ stroke: Stroke, course: Course = .straight) {
        self.points = points
        self.frame = frame
        self.stroke = stroke
        self.course = course
    }

    package func draw(on canvas: any Canvas) {
        let lines = points.map(frame.place).split { !$0.isFinite }.map(Array.init)
        canvas.stroke(course == .straight ? lines : lines.map(Self.steps), stroke)
    }

    private static func steps(_ line: [Point]) -> [Point] {
        zip(line, line.dropFirst()).reduce(into: Array(line.prefix(1))) { steps, pair in
            steps.append(Point(x: pair.1.x, y: pair.0.y))
            steps.append(pair.1)
        }
    }
}
