/// Something that draws itself on any canvas.
package protocol Mark: Sendable {
    func draw(on canvas: any Canvas)
}

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

/// A scene as a part of another one, moved and scaled.
package struct Inset: Mark {
    package var scene: Scene
    /// Where its upper left corner lies.
    package var origin: Point
    package var scale: Double

    package init(_ scene: Scene, at origin: Point, scale: Double = 1) {
        precondition(scale > 0, "an inset needs a scale above 0, got \(scale)")
        self.scene = scene
        self.origin = origin
        self.scale = scale
    }

    package func draw(on canvas: any Canvas) { scene.draw(on: InsetCanvas(canvas, origin, scale)) }
}
