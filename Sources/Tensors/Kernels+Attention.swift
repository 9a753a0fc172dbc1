import CKernels

extension Kernels {
    /// scores = dropout(softmax(scale * scores)) and logSum = log of each row's sum of exponentials.
    ///
    /// Shapes: scores (queries, keys), logSum (1, queries). `first` counts the elements before, for the dropout mask.
    package func softmax(
        scores: Matrix, logSum: Matrix, scale: Float, dropout: UnsafePointer<DropoutMask>?, first: Int
    ) {
        logSum.expect(rows: 1, columns: scores.rows, "logSum")
        table.pointee.softmax(
            scores.base, logSum.base, scale, dropout, UInt32(truncatingIfNeeded: first), scores.rows, scores.columns,
            scores.stride)
    }

    /// From raw scores: scores = dropout(softmax), dweights = the gradient at the raw scores.
    ///
    /// Shapes: scores, dweights (queries, keys), logSum, delta (1, queries).
    package func softmaxBackward(
        scores: Matrix, logSum: Matrix, delta: Matrix, dweights: Matrix, scale: Float,
        dropout: UnsafePointer<DropoutMask>?, first: Int
    ) {
        logSum.expect(rows: 1, columns: scores.rows, "logSum")
        delta.expect(rows: 1, columns: scores.rows, "delta")
        dweights.expect(rows: scores.rows, columns: scores.columns, "dweights")
        precondition(dweights.stride == scores.stride, "scores and dweights need one stride")
        table.pointee.softmax_backward(
            scores.base, logSum.base, delta.base, dweights.base, scale, dropout, UInt32(truncatingIfNeeded: first),
            scores.rows, scores.columns, scores.stride)
    }

    /// out = each row's dot product. Shapes: a, b (rows, features), out (1, rows).
    package func rowDot(_ a: Matrix, _ b: Matrix, out: Matrix) {
        b.expect(rows: a.rows, columns: a.columns, "b")
        out.expect(rows: 1, columns: a.rows, "out")
        table.pointee.row_dot(a.base, b.base, out.base, a.rows, a.columns, a.stride, b.stride)
    }
}
