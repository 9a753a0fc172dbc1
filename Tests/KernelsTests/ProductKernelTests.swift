import Kernels
import TestSupport
import Testing

@Suite("The kernel of matrix products")
struct ProductKernelTests {
    private let pool = MatrixPool()
    /// Rows around what is taken at a time (4, 8, 64), columns around vectors and tiles (4, 8, 16, 32), depths around a
    /// part (128).
    static let shapes = [
        (1, 1, 1), (3, 5, 7), (8, 16, 32), (9, 17, 33), (4, 128, 4), (64, 129, 40), (65, 256, 31), (7, 300, 65),
        (130, 3, 1), (1, 40, 128), (16, 0, 5),
    ]

    /// a (m, k) times b (k, n), in Double, on top of c.
    private func plain(_ a: (Int, Int) -> Float, _ b: Matrix, _ c: [Double], m: Int, k: Int) -> [Double] {
        var out = c
        for row in 0..<m {
            for column in 0..<b.columns {
                for inner in 0..<k { out[row * b.columns + column] += Double(a(row, inner)) * Double(b[inner, column]) }
            }
        }
        return out
    }

    @Test(
        "agrees with the formula for any strides, transposed or not, set or added", arguments: InstructionSet.available)
    func rowMajor(set: InstructionSet) {
        for (m, k, n) in Self.shapes {
            for (transposed, adding, padding) in [
                (false, false, 0), (true, true, 3), (false, true, 3), (true, false, 1),
            ] {
                let a =
                    transposed
                    ? pool.random(rows: k, columns: m + padding, seed: 1).columns(0..<m)
                    : pool.random(rows: m, columns: k + padding, seed: 1).columns(0..<k)
                let b = pool.random(rows: k, columns: n + padding, seed: 2).columns(0..<n)
                let wide = pool.random(rows: m, columns: n + padding, seed: 3)
                let c = wide.columns(0..<n)
                if !adding { c.fill(with: .nan) }
                let start = adding ? c.doubles : [Double](repeating: 0, count: m * n)
                let beside = wide.columns(n..<n + padding).values
                Kernels(set).multiply(a, b, transposeA: transposed, into: c, adding: adding)
                let wanted = plain({ transposed ? a[$1, $0] : a[$0, $1] }, b, start, m: m, k: k)
                // Sums of k products under 1, each rounded to 6e-8 of a sum under sqrt(k).
                #expect(Difference.largest(c.values, wanted) < 2e-6 * Double(k + 1).squareRoot(), "\((m, k, n))")
                #expect(wide.columns(n..<n + padding).values == beside)
            }
        }
    }

    @Test("agrees with the formula for packed weights", arguments: InstructionSet.available)
    func packed(set: InstructionSet) {
        for (m, k, n) in Self.shapes {
            let x = pool.random(rows: m, columns: k + 2, seed: 1).columns(0..<k)
            let weight = pool.random(rows: n, columns: k, seed: 2)
            let packed = pool.matrix(rows: 1, columns: Kernels.packedCount(outputs: n, inputs: k))
            packed.fill(with: .nan)
            Kernels(set).pack(weight, into: packed)
            let out = pool.matrix(rows: m, columns: n + 1).columns(0..<n)
            Kernels(set).multiply(x, packed: packed, into: out)
            let transposed = pool.matrix(rows: k, columns: n)
            for row in 0..<n { for column in 0..<k { transposed[column, row] = weight[row, column] } }
            let wanted = plain({ x[$0, $1] }, transposed, [Double](repeating: 0, count: m * n), m: m, k: k)
            #expect(Difference.largest(out.values, wanted) < 2e-6 * Double(k + 1).squareRoot(), "\((m, k, n))")
        }
    }
}
