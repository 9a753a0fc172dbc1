import Support

/// Values at equal distances, such as a meter's readings; a value that is not finite is a gap.
package struct Samples: Sendable {
    /// Where the first sample lies on the horizontal axis, and the distance to the next.
    package var start: Double
    package var step: Double
    package var values: [Float]

    package init(start: Double, step: Double, values: [Float]) {
        precondition(step > 0, "the distance between samples must be above 0, got \(step)")
        self.start = start
        self.step = step
        self.values = values
    }

    /// The points of a line that is `width` points wide, decimated by M4 to columns of a point.
    package func points(width: Double) -> [Point] {
        M4.indices(of: values, columns: Self.columns(width)).map {
            Point(x: start + step * Double($0), y: Double(values[$0]))
        }
    }

    /// What a figure says about its decimation; nil where all samples are drawn.
    package func decimationNote(width: Double) -> Text? {
        let columns = Self.columns(width)
        guard values.count > 4 * columns else { return nil }
        return Text(
            "\(values.count) samples drawn as first, least, greatest and last of each of \(columns) columns",
            es: "\(values.count) muestras dibujadas como primera, menor, mayor y última de cada una de \(columns) "
                + "columnas")
    }

    private static func columns(_ width: Double) -> Int { max(Int(width), 1) }
}
