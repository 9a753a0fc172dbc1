/// Rectangles between pairs of data points: bars, spans of a day, shaded gaps.
package struct Bars: Mark {
    /// Two opposite corners in data values.
    package struct Bar: Equatable, Sendable {
        package var from: Point
        package var to: Point

        package init(from: Point, to: Point) {
            self.from = from
            self.to = to
        }
    }

    package var frame: Frame
    package var bars: [Bar]
    package var fill: Fill

    package init(_ bars: [Bar], in frame: Frame, _ fill: Fill) {
        self.bars = bars
        self.frame = frame
        self.fill = fill
    }

    package func draw(on canvas: any Canvas) {
        canvas.fill(bars.map { frame.place(from: $0.from, to: $0.to).corners }, fill)
    }
}
