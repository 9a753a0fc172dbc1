import Support

/// The colours of a heat map beside their values.
package struct ColorBar: Mark {
    package let axis: Axis

    /// `rect`: the bar without its labels, which stand to its right.
    package init(in rect: Rect, scale: any Scale, title: Text) {
        axis = Axis(.right, of: Frame(rect, x: LinearScale(0...1), y: scale), title: title)
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
    }
}
