import CKernels

extension Kernels {
    /// dprediction = scale * the derivative of l1 |p - y| + l2 (p - y)^2; returns the sum of that, unscaled.
    ///
    /// Shapes: prediction, target, dprediction all of one count.
    package func loss(
        prediction: Matrix, target: Matrix, dprediction: Matrix, l1: Float, l2: Float, scale: Float
    ) -> Double {
        let count = prediction.rows * prediction.columns
        precondition(
            target.rows * target.columns == count && dprediction.rows * dprediction.columns == count,
            "prediction, target and gradient need one count")
        return table.pointee.loss(prediction.base, target.base, dprediction.base, l1, l2, scale, count)
    }

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
