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
