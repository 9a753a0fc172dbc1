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

/// A straight line right across a frame at one value.
package struct Rule: Mark {
    package enum Value: Sendable {
        /// A vertical line.
        case x(Double)
        /// A horizontal line.
        case y(Double)
    }

    package var frame: Frame
    package var value: Value
    package var stroke: Stroke

    package init(_ value: Value, in frame: Frame, _ stroke: Stroke) {
        self.value = value
        self.frame = frame
        self.stroke = stroke
    }

    package func draw(on canvas: any Canvas) {
        let rect = frame.rect
        switch value {
        case .x(let value):
            let x = frame.x(at: value)
            canvas.stroke([[Point(x: x, y: rect.y), Point(x: x, y: rect.maxY)]], stroke)
        case .y(let value):
            let y = frame.y(at: value)
            canvas.stroke([[Point(x: rect.x, y: y), Point(x: rect.maxX, y: y)]], stroke)
        }
    }
}
