import COpenBLAS
import Foundation

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

/// Which of its kernels OpenBLAS uses.
///
/// OpenBLAS chooses them by the CPU's model number when it loads. A model it does not know gets the kernels of a 2004
/// Pentium, ten times slower than the CPU's instruction set allows. `OPENBLAS_CORETYPE` is read at that same moment, so
/// setting it in `main` is too late, unless OpenBLAS is made to choose again.
package enum BLASKernels {
    /// The kernels in use, as OpenBLAS calls them: "SKYLAKEX", "Haswell", "Prescott".
    package static var name: String { String(cString: openblas_get_corename()) }

    /// The version and build options of the library in use.
    package static var version: String { String(cString: openblas_get_config()) }

    /// Whether the kernels in use are the slow ones on a CPU that has better ones.
    package static var isFallback: Bool { name == "Prescott" && InstructionSet.best != .portable }

    /// Makes OpenBLAS single-threaded and, where it fell back or kernels were chosen, choose kernels by instruction set. It must happen before
    /// any thread uses OpenBLAS, so every product asks for it; calls after the first do nothing.
    package static func configure() { _ = once }

    private static let once: Void = {
        if isFallback || InstructionSet.chosen != nil, nr_openblas_can_choose_again() != 0 {
            setenv("OPENBLAS_CORETYPE", InstructionSet.best.coreType, 0)
            nr_openblas_choose_again()
        }
        openblas_set_num_threads(1)
    }()
}
