/// What the marks of a group have in common.
package struct GroupStyle: Equatable, Sendable {
    /// A word for people and style sheets: `data`, `map`.
    package var name: String
    /// Nothing outside of it is drawn.
    package var clip: Rect?

    package init(_ name: String, clip: Rect? = nil) {
        self.name = name
        self.clip = clip
    }
}
