import COpenBLAS

/// Matrix products by OpenBLAS, on the calling thread.
package enum BLAS {
    /// c = a b + beta c, where a and b may be read transposed.
    ///
    /// Shapes: a (m, k) or, transposed, (k, m); b (k, n) or, transposed, (n, k); c (m, n).
    package static func multiply(
        _ a: Matrix, _ b: Matrix, transposeA: Bool = false, transposeB: Bool = false, into c: Matrix,
        adding beta: Float = 0
    ) {
        let (m, k) = transposeA ? (a.columns, a.rows) : (a.rows, a.columns)
        let (kb, n) = transposeB ? (b.columns, b.rows) : (b.rows, b.columns)
        precondition(k == kb, "inner dimensions differ: a has \(k), b has \(kb)")
        c.expect(rows: m, columns: n, "c")
        guard m > 0, n > 0 else { return }
        BLASKernels.configure()
        cblas_sgemm(
            CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
            blasint(m), blasint(n), blasint(k), 1, a.base, blasint(a.stride), b.base, blasint(b.stride), beta, c.base,
            blasint(c.stride))
    }
}
