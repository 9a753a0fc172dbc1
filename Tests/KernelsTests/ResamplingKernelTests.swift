import Kernels
import TestSupport
import Testing

@Suite("The kernels of pooling and upsampling")
struct ResamplingKernelTests {
    private let pool = MatrixPool()
    /// (factor, short rows, rows of the tail that fills no pool).
    private static let shapes = [(1, 3, 0), (4, 1, 0), (4, 3, 3), (3, 5, 1)]

    @Test("pooling takes means and does not see the tail", arguments: InstructionSet.available, kernelSizes)
    func forward(set: InstructionSet, columns: Int) {
        for (factor, rows, tail) in Self.shapes {
            let x = pool.random(rows: rows * factor + tail, columns: columns, seed: 1)
            let out = pool.matrix(rows: rows, columns: columns)
            Kernels(set).pool(x, out: out, factor: factor)
            let wanted = (0..<rows).flatMap { row in
                (0..<columns).map { column in
                    (0..<factor).reduce(0) { $0 + Double(x[row * factor + $1, column]) } / Double(factor)
                }
            }
            #expect(Difference.largest(out.values, wanted) < 2e-7)
        }
    }

    @Test("pooling's backward pass shares out, the tail gets 0", arguments: InstructionSet.available, kernelSizes)
    func poolBackward(set: InstructionSet, columns: Int) {
        for (factor, rows, tail) in Self.shapes {
            let dout = pool.random(rows: rows, columns: columns, seed: 1)
            let dx = pool.random(rows: rows * factor + tail, columns: columns, seed: 2)
            Kernels(set).poolBackward(dout: dout, dx: dx, factor: factor)
            let wanted = (0..<dx.rows).flatMap { row in
                (0..<columns).map { row < rows * factor ? Double(dout[row / factor, $0]) / Double(factor) : 0 }
            }
            #expect(Difference.largest(dx.values, wanted) < 1e-7)
        }
    }

    @Test(
        "upsampling repeats rows, the last one over the tail, within wider rows",
        arguments: InstructionSet.available, kernelSizes)
    func upsample(set: InstructionSet, columns: Int) {
        for (factor, rows, tail) in Self.shapes {
            let x = pool.random(rows: rows, columns: columns, seed: 1)
            let wide = pool.matrix(rows: rows * factor + tail, columns: columns + 2)
            wide.fill(with: 7)
            Kernels(set).upsample(x, out: wide.columns(1..<columns + 1), factor: factor)
            var wanted: [Double] = []
            for row in 0..<wide.rows { wanted += [7] + x.doubles(row: min(row / factor, rows - 1)) + [7] }
            #expect(wide.doubles == wanted)
        }
    }

    @Test("upsampling's backward pass adds up what came from a row", arguments: InstructionSet.available, kernelSizes)
    func upsampleBackward(set: InstructionSet, columns: Int) {
        for (factor, rows, tail) in Self.shapes {
            let dout = pool.random(rows: rows * factor + tail, columns: columns + 2, seed: 1).columns(1..<columns + 1)
            let dx = pool.random(rows: rows, columns: columns, seed: 2)
            Kernels(set).upsampleBackward(dout: dout, dx: dx, factor: factor)
            var wanted = [Double](repeating: 0, count: rows * columns)
            for row in 0..<dout.rows {
                for column in 0..<columns {
                    wanted[min(row / factor, rows - 1) * columns + column] += Double(dout[row, column])
                }
            }
            #expect(Difference.largest(dx.values, wanted) < 1e-6)
        }
    }
}
