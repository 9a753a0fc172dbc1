/// A view of floats as rows of columns, `stride` floats from one row to the next. It owns nothing: whoever made it
/// keeps the memory alive.
package struct Matrix: @unchecked Sendable {
    package let base: UnsafeMutablePointer<Float>
    package let rows: Int
    package let columns: Int
    package let stride: Int

    package init(_ base: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stride: Int? = nil) {
        let stride = stride ?? columns
        precondition(rows >= 0 && columns >= 0, "rows and columns must not be negative, got \(rows) x \(columns)")
        precondition(stride >= columns, "the stride must be at least \(columns), got \(stride)")
        self.base = base
        self.rows = rows
        self.columns = columns
        self.stride = stride
    }

    /// Rows stand one right after the other.
    package var isContiguous: Bool { stride == columns || rows <= 1 }

    package var shape: (rows: Int, columns: Int) { (rows, columns) }

    package subscript(row: Int, column: Int) -> Float {
        get { base[row * stride + column] }
        nonmutating set { base[row * stride + column] = newValue }
    }

    /// The view of `range`'s columns, all rows.
    package func columns(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= columns, "columns \(range) of \(columns)")
        return Matrix(base + range.lowerBound, rows: rows, columns: range.count, stride: stride)
    }

    /// The view of `range`'s rows, all columns.
    package func rows(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= rows, "rows \(range) of \(rows)")
        return Matrix(base + range.lowerBound * stride, rows: range.count, columns: columns, stride: stride)
    }

    /// Stops if the shape is not as expected, naming both.
    package func expect(rows: Int, columns: Int, _ name: StaticString) {
        precondition(
            self.rows == rows && self.columns == columns,
            "\(name): expected (\(rows), \(columns)), got (\(self.rows), \(self.columns))")
    }

    /// Stops unless the rows stand one right after the other.
    package func expectContiguous(_ name: StaticString) {
        precondition(isContiguous, "\(name): rows must be contiguous, got stride \(stride) for \(columns) columns")
    }

    package func fill(with value: Float) {
        for row in 0..<rows { (base + row * stride).update(repeating: value, count: columns) }
    }

    /// A copy of the numbers, row-major.
    package var values: [Float] {
        (0..<rows).flatMap { row in UnsafeBufferPointer(start: base + row * stride, count: columns) }
    }
}

extension AlignedBuffer {
    /// A view from float `offset`.
    package func matrix(at offset: Int = 0, rows: Int, columns: Int) -> Matrix {
        precondition(
            offset >= 0 && offset + rows * columns <= count,
            "(\(rows), \(columns)) at \(offset) is outside of \(count) floats")
        return Matrix(base + offset, rows: rows, columns: columns)
    }
}
