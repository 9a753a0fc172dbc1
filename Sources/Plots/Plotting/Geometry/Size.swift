/// Width and height in points (1/72 inch on paper, 1 CSS pixel on a page).
package struct Size: Equatable, Sendable {
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}
