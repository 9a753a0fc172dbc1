import Support

/// The colours of a heat map beside their values, with one value marked.
package struct ColorBar: Mark {
    /// A value with a meaning: a line across the bar, with its name to the left.
    package struct Reference: Sendable {
        package var value: Double
        package var name: String

        package init(_ value: Double, _ name: Text) {
            self.value = value
            self.name = name.localised
        }
    }

    package let axis: Axis
    package let reference: Reference?

    /// `rect`: the bar without its labels, which stand to its right.
    package init(in rect: Rect, range: ClosedRange<Double>, title: Text, reference: Reference? = nil) {
        let frame = Frame(rect, x: LinearScale(0...1), y: LinearScale(range))
        axis = Axis(.right, of: frame, title: title)
        self.reference = reference
    }

    package func draw(on canvas: any Canvas) {
        let frame = axis.frame
        let levels = canvas.cellLimits.levels
        canvas.cells(
            CellGrid(
                rows: levels, columns: 1, levels: (0..<levels).reversed().map { UInt8($0) },
                colors: ColorMap.steps(levels)),
            in: frame.rect)
        axis.draw(on: canvas)
        if let reference {
            let y = frame.y(at: reference.value)
            canvas.stroke(
                [[Point(x: frame.rect.x - 4, y: y), Point(x: frame.rect.maxX, y: y)]], Stroke(.text, width: 1.5))
            canvas.text(
                reference.name, around: Point(x: frame.rect.x - 7, y: y), TextStyle(size: 10, anchor: .end))
        }
    }
}
