import Kernels
import TestSupport
import Testing

@Suite("Matrix products")
struct BLASTests {
    private let pool = MatrixPool()
    /// (m, k, n)
    private static let shapes = [(1, 1, 1), (3, 5, 7), (17, 8, 9), (64, 32, 33), (1, 40, 128), (40, 1, 2)]

    @Test("agree with the formula for every transposition, stride and beta", arguments: [false, true], [false, true])
    func products(transposeA: Bool, transposeB: Bool) {
        for (m, k, n) in Self.shapes {
            for (padding, beta) in [(0, 0), (3, 0), (3, 1), (5, -0.5)] as [(Int, Float)] {
                let a = random(transposeA ? (k, m) : (m, k), padding, seed: 1)
                let b = random(transposeB ? (n, k) : (k, n), padding, seed: 2)
                let wide = pool.random(rows: m, columns: n + 2 * padding, seed: 3)
                let c = wide.columns(padding..<n + padding)
                let before = wide.doubles
                BLAS.multiply(a, b, transposeA: transposeA, transposeB: transposeB, into: c, adding: beta)
                var wanted = before
                for row in 0..<m {
                    for column in 0..<n {
                        var sum = 0.0
                        for inner in 0..<k {
                            let left = transposeA ? a[inner, row] : a[row, inner]
                            let right = transposeB ? b[column, inner] : b[inner, column]
                            sum += Double(left) * Double(right)
                        }
                        let index = row * (n + 2 * padding) + padding + column
                        wanted[index] = sum + Double(beta) * before[index]
                    }
                }
                // Up to 40 products under 1, each rounded by 6e-8 of the running sum.
                #expect(Difference.largest(wide.values, wanted) < 3e-6, "\(m) x \(k) x \(n), padding \(padding)")
            }
        }
    }

    @Test("without beta what stood in c does not matter, not even NaN")
    func overwritten() {
        let c = pool.matrix([.nan, .infinity, .nan, .nan], rows: 2, columns: 2)
        BLAS.multiply(pool.matrix([1, 2], rows: 2, columns: 1), pool.matrix([3, 4], rows: 1, columns: 2), into: c)
        #expect(c.values == [3, 4, 6, 8])
    }

    @Test("over an inner dimension of 0 are beta times c", arguments: [false, true], [false, true])
    func emptyInner(transposeA: Bool, transposeB: Bool) {
        let a = transposeA ? pool.matrix(rows: 0, columns: 2) : pool.matrix(rows: 2, columns: 0)
        let b = transposeB ? pool.matrix(rows: 3, columns: 0) : pool.matrix(rows: 0, columns: 3)
        let c = pool.matrix([1, 2, 3, 4, 5, 6], rows: 2, columns: 3)
        BLAS.multiply(a, b, transposeA: transposeA, transposeB: transposeB, into: c, adding: 2)
        #expect(c.values == [2, 4, 6, 8, 10, 12])
        BLAS.multiply(a, b, transposeA: transposeA, transposeB: transposeB, into: c)
        #expect(c.values == [0, 0, 0, 0, 0, 0])
    }

    @Test("of no rows or no columns leave everything alone")
    func emptyOuter() {
        let c = pool.matrix([1, 2, 3], rows: 1, columns: 3)
        BLAS.multiply(
            pool.matrix(rows: 0, columns: 2), pool.random(rows: 2, columns: 3, seed: 1), into: c.rows(0..<0))
        BLAS.multiply(
            pool.random(rows: 1, columns: 2, seed: 1), pool.matrix(rows: 2, columns: 0), into: c.columns(0..<0))
        #expect(c.values == [1, 2, 3])
    }

    @Test(
        "run on kernels made for a CPU with AVX2, not on the fallback", .enabled(if: InstructionSet.best != .portable))
    func kernels() {
        BLASKernels.configure()
        #expect(!BLASKernels.isFallback)
        // The kernels without AVX2 that OpenBLAS has for x86-64.
        let old = ["Prescott", "Core2", "Penryn", "Dunnington", "Nehalem", "Sandybridge", "Opteron", "Generic"]
        #expect(!old.contains { BLASKernels.name.caseInsensitiveCompare($0) }, "\(BLASKernels.name)")
        #expect(BLASKernels.version.contains("OpenBLAS"))
    }

    private func random(_ shape: (Int, Int), _ padding: Int, seed: UInt64) -> Matrix {
        pool.random(rows: shape.0, columns: shape.1 + padding, seed: seed).columns(padding..<shape.1 + padding)
    }
}

extension String {
    fileprivate func caseInsensitiveCompare(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
