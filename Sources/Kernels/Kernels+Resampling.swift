import CKernels

extension Kernels {
    /// out = means of `factor` neighbouring rows. Shapes: x (at least rows * factor, features), out (rows, features).
    package func pool(_ x: Matrix, out: Matrix, factor: Int) {
        expectCovers(x, out, factor)
        table.pointee.pool(x.base, out.base, out.rows, out.columns, factor)
    }

    /// The first rows * factor rows of dx = dout / factor; the rest, which pooling does not see, = 0.
    package func poolBackward(dout: Matrix, dx: Matrix, factor: Int) {
        expectCovers(dx, dout, factor)
        table.pointee.pool_backward(dout.base, dx.base, dout.rows, dout.columns, factor)
        dx.rows(dout.rows * factor..<dx.rows).fill(with: 0)
    }

    /// out = each row of x `factor` times, the last one until out is full. Shapes: x (rows, features), out (T, features).
    package func upsample(_ x: Matrix, out: Matrix, factor: Int) {
        expectCovers(out, x, factor)
        table.pointee.upsample(x.base, out.base, x.rows, x.columns, factor, out.rows, out.stride)
    }

    /// dx = for each row the sum of the rows of dout that came from it.
    package func upsampleBackward(dout: Matrix, dx: Matrix, factor: Int) {
        expectCovers(dout, dx, factor)
        table.pointee.upsample_backward(dout.base, dx.base, dx.rows, dx.columns, factor, dout.rows, dout.stride)
    }

    private func expectCovers(_ long: Matrix, _ short: Matrix, _ factor: Int) {
        precondition(short.rows >= 1 && factor >= 1, "needs a row and a factor, got \(short.rows) and \(factor)")
        precondition(
            long.rows >= short.rows * factor && long.columns == short.columns,
            "(\(long.rows), \(long.columns)) does not hold \(factor) x (\(short.rows), \(short.columns))")
        short.expectContiguous("short")
    }
}
