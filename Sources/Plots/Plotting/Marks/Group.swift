/// Marks that belong together, and may be clipped to a rectangle.
package struct Group: Mark {
    package var style: GroupStyle
    package var marks: [any Mark]

    package init(_ name: String, clip: Rect? = nil, _ marks: [any Mark]) {
        style = GroupStyle(name, clip: clip)
        self.marks = marks
    }

    package func draw(on canvas: any Canvas) {
        canvas.begin(style)
        for mark in marks { mark.draw(on: canvas) }
        canvas.end()
    }
}
