import Support

/// A line of text at a place on the canvas, in the reader's language.
package struct Label: Mark {
    package var text: String
    /// Points; the text's baseline.
    package var point: Point
    package var style: TextStyle

    /// With `width`, a longer text is cut and ends with an ellipsis.
    package init(_ text: Text, at point: Point, _ style: TextStyle = TextStyle(), width: Double? = nil) {
        let text = text.localised.printable
        self.text = width.map { TextMetrics.fitted(text, style, width: $0) } ?? text
        self.point = point
        self.style = style
    }

    package func draw(on canvas: any Canvas) { canvas.text(text, at: point, style) }
}
