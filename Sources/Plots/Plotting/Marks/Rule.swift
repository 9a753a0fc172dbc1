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
