import CKernels

/// Checked calls of the fused kernels, of one instruction set.
///
/// Shapes are checked here, once; the C side trusts them. `=` or `+=` in a comment says whether an output is
/// overwritten or added to.
package struct Kernels: @unchecked Sendable {
    package let instructionSet: InstructionSet
    package let table: UnsafePointer<NRKernels>

    /// The kernels of `instructionSet`, which this CPU must have.
    package init(_ instructionSet: InstructionSet) {
        guard let table = instructionSet.table else {
            preconditionFailure("this CPU has no \(instructionSet.rawValue)")
        }
        self.instructionSet = instructionSet
        self.table = table
    }

    /// The best for this CPU.
    package static let best = Kernels(.best)

    /// y = layer norm of x; mean and rstd = each row's.
    ///
    /// Shapes: x, y (rows, features); gain, bias (1, features); mean, rstd (1, rows).
    package func layerNorm(x: Matrix, gain: Matrix, bias: Matrix, y: Matrix, mean: Matrix, rstd: Matrix) {
        expectSame(x, y)
        gain.expect(rows: 1, columns: x.columns, "gain")
        bias.expect(rows: 1, columns: x.columns, "bias")
        mean.expect(rows: 1, columns: x.rows, "mean")
        rstd.expect(rows: 1, columns: x.rows, "rstd")
        table.pointee.layer_norm(x.base, gain.base, bias.base, y.base, mean.base, rstd.base, x.rows, x.columns)
    }

    /// dx, dgain, dbias += the gradient of ``layerNorm(x:gain:bias:y:mean:rstd:)``.
    package func layerNormBackward(
        x: Matrix, gain: Matrix, mean: Matrix, rstd: Matrix, dy: Matrix, dx: Matrix, dgain: Matrix, dbias: Matrix
    ) {
        expectSame(x, dy)
        expectSame(x, dx)
        dgain.expect(rows: 1, columns: x.columns, "dgain")
        dbias.expect(rows: 1, columns: x.columns, "dbias")
        table.pointee.layer_norm_backward(
            x.base, gain.base, mean.base, rstd.base, dy.base, dx.base, dgain.base, dbias.base, x.rows, x.columns)
    }

    /// x += bias, then y = dropout(gelu(x)). Shapes: x, y (rows, features); bias (1, features).
    ///
    /// The first row is `firstRow` of the mask: here and below, rows may be worked on in parts.
    package func biasGELU(
        x: Matrix, bias: Matrix, y: Matrix, dropout: UnsafePointer<DropoutMask>?, firstRow: Int = 0
    ) {
        expectSame(x, y)
        bias.expect(rows: 1, columns: x.columns, "bias")
        table.pointee.bias_gelu(x.base, bias.base, y.base, dropout, firstRow, x.rows, x.columns)
    }

    /// dy becomes the gradient at x, dbias += its column sums, and y is computed again.
    package func biasGELUBackward(
        x: Matrix, dy: Matrix, y: Matrix, dbias: Matrix, dropout: UnsafePointer<DropoutMask>?, firstRow: Int = 0
    ) {
        expectSame(x, dy)
        expectSame(x, y)
        dbias.expect(rows: 1, columns: x.columns, "dbias")
        table.pointee.bias_gelu_backward(
            x.base, dy.base, y.base, dbias.base, dropout, firstRow, x.rows, x.columns)
    }

    /// out = residual + dropout(x + bias). Shapes: x, residual, out (rows, features); bias (1, features).
    package func biasResidual(
        x: Matrix, bias: Matrix, residual: Matrix, out: Matrix, dropout: UnsafePointer<DropoutMask>?,
        firstRow: Int = 0
    ) {
        expectSame(x, residual)
        expectSame(x, out)
        bias.expect(rows: 1, columns: x.columns, "bias")
        table.pointee.bias_residual(
            x.base, bias.base, residual.base, out.base, dropout, firstRow, x.rows, x.columns)
    }

    /// dx = dropout'(dy), dbias += its column sums.
    package func biasResidualBackward(
        dy: Matrix, dx: Matrix, dbias: Matrix, dropout: UnsafePointer<DropoutMask>?, firstRow: Int = 0
    ) {
        expectSame(dy, dx)
        dbias.expect(rows: 1, columns: dy.columns, "dbias")
        table.pointee.bias_residual_backward(
            dy.base, dx.base, dbias.base, dropout, firstRow, dy.rows, dy.columns)
    }

    /// x += bias in each row. Shapes: x (rows, features), bias (1, features).
    package func addBias(_ bias: Matrix, to x: Matrix) {
        bias.expect(rows: 1, columns: x.columns, "bias")
        table.pointee.add_bias(x.base, bias.base, x.rows, x.columns, x.stride)
    }

    /// sums += the column sums of x. Shapes: x (rows, features), sums (1, features).
    package func addColumnSums(of x: Matrix, to sums: Matrix) {
        sums.expect(rows: 1, columns: x.columns, "sums")
        table.pointee.add_column_sums(x.base, sums.base, x.rows, x.columns, x.stride)
    }

    private func expectSame(_ a: Matrix, _ b: Matrix) {
        b.expect(rows: a.rows, columns: a.columns, "shapes")
        a.expectContiguous("first")
        b.expectContiguous("second")
    }
}
