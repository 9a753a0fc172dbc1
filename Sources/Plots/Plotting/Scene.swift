import Support

/// A figure before it is drawn: its size and its marks, which any canvas can draw.
package struct Scene: Sendable {
    /// Points.
    package var size: Size
    /// For those who see the file's properties or hear the page; a heading that shows is a mark.
    package var title: Text
    /// What the figure shows, with its numbers.
    package var description: Text
    package var marks: [any Mark]

    package init(size: Size, title: Text, description: Text, marks: [any Mark]) {
        precondition(size.width > 0 && size.height > 0, "a scene needs a size above 0, got \(size)")
        self.size = size
        self.title = title
        self.description = description
        self.marks = marks
    }

    /// Draws the paper, then the marks in order.
    package func draw(on canvas: any Canvas) {
        canvas.fill([Rect(x: 0, y: 0, width: size.width, height: size.height).corners], Fill(.paper))
        for mark in marks { mark.draw(on: canvas) }
    }
}
