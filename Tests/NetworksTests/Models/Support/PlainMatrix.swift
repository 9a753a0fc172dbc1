import Kernels
import TestSupport

/// Numbers in Double as rows of columns, with the operations of linear algebra written out.
struct PlainMatrix {
    let rows: Int
    let columns: Int
    var values: [Double]

    init(rows: Int, columns: Int, values: [Double]? = nil) {
        let values = values ?? [Double](repeating: 0, count: rows * columns)
        precondition(values.count == rows * columns, "\(values.count) numbers for \(rows) x \(columns)")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    func row(_ row: Int) -> [Double] { Array(values[row * columns..<(row + 1) * columns]) }

    func columns(_ range: Range<Int>) -> PlainMatrix {
        PlainMatrix(
            rows: rows, columns: range.count,
            values: (0..<rows).flatMap {
                Array(values[$0 * columns + range.lowerBound..<$0 * columns + range.upperBound])
            })
    }

    /// Each row followed by the same row of `other`.
    func beside(_ other: PlainMatrix) -> PlainMatrix {
        PlainMatrix(
            rows: rows, columns: columns + other.columns,
            values: (0..<rows).flatMap { self.row($0) + other.row($0) })
    }

    /// self times other transposed.
    func timesTransposed(_ other: PlainMatrix) -> PlainMatrix {
        precondition(columns == other.columns, "\(columns) columns and \(other.columns)")
        var product = PlainMatrix(rows: rows, columns: other.rows)
        values.withUnsafeBufferPointer { a in
            other.values.withUnsafeBufferPointer { b in
                product.values.withUnsafeMutableBufferPointer { c in
                    for row in 0..<rows {
                        for column in 0..<other.rows {
                            var sum = 0.0
                            for inner in 0..<columns { sum += a[row * columns + inner] * b[column * columns + inner] }
                            c[row * other.rows + column] = sum
                        }
                    }
                }
            }
        }
        return product
    }

    var transposed: PlainMatrix {
        var result = PlainMatrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }

    static func + (a: PlainMatrix, b: PlainMatrix) -> PlainMatrix {
        precondition(a.rows == b.rows && a.columns == b.columns, "shapes differ")
        return PlainMatrix(rows: a.rows, columns: a.columns, values: zip(a.values, b.values).map(+))
    }

    /// Element by element; nil stands for ones.
    static func * (a: PlainMatrix, b: [Double]?) -> PlainMatrix {
        guard let b else { return a }
        precondition(a.values.count == b.count, "counts differ")
        var product = a
        for index in b.indices { product.values[index] *= b[index] }
        return product
    }
}

extension Matrix {
    /// A copy in Double.
    var plain: PlainMatrix { PlainMatrix(rows: rows, columns: columns, values: doubles) }
}
