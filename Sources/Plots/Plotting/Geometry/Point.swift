/// A place on a canvas in points, x to the right and y down; or a pair of data values before a frame places it.
package struct Point: Equatable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Whether both numbers are finite; a point that is not breaks a line.
    package var isFinite: Bool { x.isFinite && y.isFinite }
}
