/// How an area is filled.
package struct Fill: Equatable, Sendable {
    package var paint: Paint
    /// 0 (nothing) to 1 (solid).
    package var opacity: Double

    package init(_ paint: Paint, opacity: Double = 1) {
        self.paint = paint
        self.opacity = opacity
    }

    package init(_ role: Role, opacity: Double = 1) { self.init(.role(role), opacity: opacity) }
}
