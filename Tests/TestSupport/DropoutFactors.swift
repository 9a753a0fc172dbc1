import Kernels

extension Optional where Wrapped == Dropout {
    /// The factors, 0 or 1 / (1 - probability), that a mask puts on `rows` x `columns` elements; ones without dropout.
    ///
    /// They are read off the portable residual kernel, which the other kernels and layers must agree with.
    package func factors(site: Int, rows: Int, columns: Int) -> [Double] {
        let pool = MatrixPool()
        let ones = pool.matrix(rows: rows, columns: columns)
        ones.fill(with: 1)
        let out = pool.matrix(rows: rows, columns: columns)
        withMask(site: site) { mask in
            Kernels(.portable).biasResidual(
                x: ones, bias: pool.matrix(rows: 1, columns: columns),
                residual: pool.matrix(rows: rows, columns: columns), out: out, dropout: mask)
        }
        return out.doubles
    }
}
