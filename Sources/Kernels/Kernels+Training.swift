import CKernels

extension Kernels {
    /// a += b, both contiguous and of one shape.
    package func add(_ b: Matrix, to a: Matrix) {
        b.expect(rows: a.rows, columns: a.columns, "b")
        a.expectContiguous("a")
        b.expectContiguous("b")
        table.pointee.add(a.base, b.base, a.rows * a.columns)
    }

    /// The sum of squares of a range of floats, in Double.
    package func sumOfSquares(_ x: AlignedBuffer, _ range: Range<Int>) -> Double {
        precondition(range.lowerBound >= 0 && range.upperBound <= x.count, "floats \(range) of \(x.count)")
        return table.pointee.sum_of_squares(x.base + range.lowerBound, range.count)
    }

    /// One AdamW step over a range of the block.
    package func adam(
        parameters: AlignedBuffer, first: AlignedBuffer, second: AlignedBuffer, gradient: AlignedBuffer, step: NRAdam,
        range: Range<Int>
    ) {
        let count = parameters.count
        precondition(
            first.count == count && second.count == count && gradient.count == count, "buffers of one size")
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "floats \(range) of \(count)")
        let start = range.lowerBound
        withUnsafePointer(to: step) {
            table.pointee.adam(
                parameters.base + start, first.base + start, second.base + start, gradient.base + start, $0,
                range.count)
        }
    }
}
