import Foundation
import Support

/// Values in rows and columns, row-major; a value that is not finite is missing.
package struct Cells: Equatable, Sendable {
    package let rows: Int
    package let columns: Int
    package let values: [Float]

    /// How several cells become one.
    package enum Reduction: Sendable {
        case maximum, mean
        /// Of values that are logarithms to the base 2: that of the mean of what they are logarithms of; minus infinity is
        /// that of 0 and takes part.
        case logMean

        var text: Text {
            switch self {
            case .maximum: Text("maximum", es: "máximo")
            case .mean, .logMean: Text("mean", es: "media")
            }
        }
    }

    /// Shapes: values (rows, columns).
    package init(rows: Int, columns: Int, values: [Float]) {
        precondition(
            rows > 0 && columns > 0 && rows * columns == values.count,
            "\(rows) rows of \(columns) columns need \(rows * columns) values, got \(values.count)")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// At most `mostRows` by `mostColumns` blocks of neighbours; blocks differ by at most one row and column in size.
    package func reduced(mostRows: Int, mostColumns: Int, by reduction: Reduction) -> Cells {
        let newRows = min(rows, max(mostRows, 1))
        let newColumns = min(columns, max(mostColumns, 1))
        guard newRows < rows || newColumns < columns else { return self }
        var reduced = [Float](repeating: .nan, count: newRows * newColumns)
        values.withUnsafeBufferPointer { values in
            for row in 0..<newRows {
                let rowRange = row * rows / newRows..<(row + 1) * rows / newRows
                for column in 0..<newColumns {
                    let columnRange = column * columns / newColumns..<(column + 1) * columns / newColumns
                    var (sum, powers, greatest, count) = (0.0, 0.0, -Float.infinity, 0)
                    for y in rowRange {
                        for value in values[y * columns + columnRange.lowerBound..<y * columns + columnRange.upperBound]
                        where value.isFinite || (reduction == .logMean && value == -.infinity) {
                            if reduction == .logMean { powers += Double(exp2(value)) } else { sum += Double(value) }
                            greatest = max(greatest, value)
                            count += 1
                        }
                    }
                    guard count > 0 else { continue }
                    reduced[row * newColumns + column] =
                        switch reduction {
                        case .maximum: greatest
                        case .mean: Float(sum / Double(count))
                        case .logMean: Float(log2(powers / Double(count)))
                        }
                }
            }
        }
        return Cells(rows: newRows, columns: newColumns, values: reduced)
    }

    /// The level of each value among `count` equal steps of `range`, values outside of it in the end steps.
    package func levels(_ count: Int, of range: ClosedRange<Double>) -> [UInt8] {
        precondition((1...255).contains(count), "1 to 255 levels, got \(count)")
        let low = Float(range.lowerBound)
        let factor = Float(count) / Float(range.upperBound - range.lowerBound)
        return values.map { value in
            guard value.isFinite else { return CellGrid.missing }
            return UInt8(max(0, min((value - low) * factor, Float(count - 1))))
        }
    }
}
