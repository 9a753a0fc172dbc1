import Foundation
import Kernels
import TestSupport
import Testing

@Suite("The kernels of biases, GELU and residuals")
struct ActivationKernelTests {
    private let pool = MatrixPool()
    private let rows = 3

    private static func gelu(_ x: Double) -> Double { x * 0.5 * (1 + erf(x / 2.0.squareRoot())) }

    /// Masks of these tests: without dropout, and with some.
    private static let probabilities = [0, 0.3]

    private func dropout(_ probability: Double) -> Dropout? {
        Dropout(probability: probability, seed: 5, step: 2, sequence: 1)
    }

    @Test("GELU is the exact one within 5e-7 from -10 to 10", arguments: InstructionSet.available)
    func gelu(set: InstructionSet) {
        let count = 20_001
        let x = pool.matrix((0..<count).map { Float($0 - 10_000) / 1000 }, rows: 1, columns: count)
        let wanted = x.doubles.map(Self.gelu)
        let y = pool.matrix(rows: 1, columns: count)
        Kernels(set).biasGELU(x: x, bias: pool.matrix(rows: 1, columns: count), y: y, dropout: nil)
        #expect(Difference.largest(y.values, wanted) < 5e-7)
    }

    @Test("far out GELU is 0 or the identity", arguments: InstructionSet.available)
    func farGELU(set: InstructionSet) {
        let x = pool.matrix([-1e30, -100, 100, 1e30], rows: 1, columns: 4)
        let y = pool.matrix(rows: 1, columns: 4)
        Kernels(set).biasGELU(x: x, bias: pool.matrix(rows: 1, columns: 4), y: y, dropout: nil)
        #expect(y[0, 2] == 100 && y[0, 3] == 1e30)
        #expect(abs(y[0, 1]) < 1e-30 && abs(y[0, 0]) < 1e-6)
    }

    @Test(
        "GELU adds the bias, keeps the sum and drops the mask's elements",
        arguments: InstructionSet.available, kernelSizes)
    func biasGELU(set: InstructionSet, columns: Int) {
        for probability in Self.probabilities {
            let x = pool.random(rows: rows, columns: columns, seed: 1)
            let bias = pool.random(rows: 1, columns: columns, seed: 2)
            let biases = bias.doubles
            let sums = x.doubles.enumerated().map { $1 + biases[$0 % columns] }
            let y = pool.matrix(rows: rows, columns: columns)
            dropout(probability).withMask(site: 3) { Kernels(set).biasGELU(x: x, bias: bias, y: y, dropout: $0) }
            let factors = dropout(probability).factors(site: 3, rows: rows, columns: columns)
            // One rounding of a number under 2, and GELU's own error.
            #expect(Difference.largest(x.values, sums) < 2e-7)
            #expect(Difference.largest(y.values, zip(sums, factors).map { Self.gelu($0) * $1 }) < 1e-6)
        }
    }

    @Test("GELU's backward pass is the formula's gradient", arguments: InstructionSet.available, kernelSizes)
    func biasGELUBackward(set: InstructionSet, columns: Int) {
        for probability in Self.probabilities {
            let x = pool.random(rows: rows, columns: columns, seed: 1)
            for index in 0..<rows * columns { x.base[index] *= 4 }
            let dy = pool.random(rows: rows, columns: columns, seed: 2)
            let dbias = pool.random(rows: 1, columns: columns, seed: 3)
            let y = pool.matrix(rows: rows, columns: columns)
            let (values, weights, before) = (x.doubles, dy.doubles, dbias.doubles)
            dropout(probability).withMask(site: 3) {
                Kernels(set).biasGELUBackward(x: x, dy: dy, y: y, dbias: dbias, dropout: $0)
            }
            let factors = dropout(probability).factors(site: 3, rows: rows, columns: columns)
            let wanted = values.indices.map { index in
                Difference.gradient(at: [values[index]]) { weights[index] * factors[index] * Self.gelu($0[0]) }[0]
            }
            #expect(Difference.largest(y.values, zip(values, factors).map { Self.gelu($0) * $1 }) < 2e-6)
            // The distribution's error of 1.5e-7, and that of its density times |x| < 4.
            #expect(Difference.largest(dy.values, wanted) < 2e-6)
            #expect(Difference.largest(dbias.values, columnSums(wanted, columns: columns, onto: before)) < 5e-6)
        }
    }

    @Test("rows worked on in parts have the mask of the whole", arguments: InstructionSet.available)
    func parts(set: InstructionSet) {
        let columns = 40
        let kernels = Kernels(set)
        let bias = pool.random(rows: 1, columns: columns, seed: 2)
        func results(_ parts: [Range<Int>]) -> [[Float]] {
            let (x, residual) = (
                pool.random(rows: rows, columns: columns, seed: 1), pool.random(rows: rows, columns: columns, seed: 3)
            )
            let (y, again, out, dx) = (
                pool.matrix(rows: rows, columns: columns), pool.matrix(rows: rows, columns: columns),
                pool.matrix(rows: rows, columns: columns), pool.matrix(rows: rows, columns: columns)
            )
            let dy = pool.random(rows: rows, columns: columns, seed: 4)
            let (dbias, dgelu) = (pool.matrix(rows: 1, columns: columns), pool.matrix(rows: 1, columns: columns))
            dropout(0.3).withMask(site: 3) { mask in
                for part in parts {
                    let first = part.lowerBound
                    kernels.biasResidual(
                        x: x.rows(part), bias: bias, residual: residual.rows(part), out: out.rows(part),
                        dropout: mask, firstRow: first)
                    kernels.biasResidualBackward(
                        dy: dy.rows(part), dx: dx.rows(part), dbias: dbias, dropout: mask, firstRow: first)
                    kernels.biasGELU(x: x.rows(part), bias: bias, y: y.rows(part), dropout: mask, firstRow: first)
                    kernels.biasGELUBackward(
                        x: x.rows(part), dy: dy.rows(part), y: again.rows(part), dbias: dgelu, dropout: mask,
                        firstRow: first)
                }
            }
            #expect(again.values == y.values)
            return [y, out, dx, dy, dbias, dgelu].map(\.values)
        }
        #expect(results([0..<1, 1..<rows]) == results([0..<rows]))
    }

    @Test("a residual is added to what dropout leaves", arguments: InstructionSet.available, kernelSizes)
    func biasResidual(set: InstructionSet, columns: Int) {
        for probability in Self.probabilities {
            let x = pool.random(rows: rows, columns: columns, seed: 1)
            let bias = pool.random(rows: 1, columns: columns, seed: 2)
            let residual = pool.random(rows: rows, columns: columns, seed: 3)
            let out = pool.matrix(rows: rows, columns: columns)
            dropout(probability).withMask(site: 1) {
                Kernels(set).biasResidual(x: x, bias: bias, residual: residual, out: out, dropout: $0)
            }
            let factors = dropout(probability).factors(site: 1, rows: rows, columns: columns)
            let (xs, biases, residuals) = (x.doubles, bias.doubles, residual.doubles)
            let wanted = xs.indices.map { residuals[$0] + factors[$0] * (xs[$0] + biases[$0 % columns]) }
            // Three roundings of numbers under 4.
            #expect(Difference.largest(out.values, wanted) < 1e-6)
        }
    }

    @Test("a residual's backward pass has the forward mask", arguments: InstructionSet.available, kernelSizes)
    func biasResidualBackward(set: InstructionSet, columns: Int) {
        for probability in Self.probabilities {
            let dy = pool.random(rows: rows, columns: columns, seed: 1)
            let dx = pool.random(rows: rows, columns: columns, seed: 2)
            let dbias = pool.random(rows: 1, columns: columns, seed: 3)
            let before = dbias.doubles
            dropout(probability).withMask(site: 1) {
                Kernels(set).biasResidualBackward(dy: dy, dx: dx, dbias: dbias, dropout: $0)
            }
            let factors = dropout(probability).factors(site: 1, rows: rows, columns: columns)
            let wanted = zip(dy.doubles, factors).map { $0 * $1 }
            #expect(Difference.largest(dx.values, wanted) < 1e-6)
            #expect(Difference.largest(dbias.values, columnSums(wanted, columns: columns, onto: before)) < 1e-6)
        }
    }

    @Test("biases and column sums leave alone what lies between rows", arguments: InstructionSet.available, kernelSizes)
    func strides(set: InstructionSet, columns: Int) {
        let wide = pool.random(rows: rows, columns: columns + 5, seed: 1)
        let bias = pool.random(rows: 1, columns: columns, seed: 2)
        let sums = pool.random(rows: 1, columns: columns, seed: 3)
        let (before, sumsBefore) = (wide.doubles, sums.doubles)
        let part = wide.columns(2..<columns + 2)
        Kernels(set).addBias(bias, to: part)
        let wanted = before.enumerated().map { index, value in
            let column = index % (columns + 5) - 2
            return value + ((0..<columns).contains(column) ? Double(bias[0, column]) : 0)
        }
        #expect(Difference.largest(wide.values, wanted) < 2e-7)
        Kernels(set).addColumnSums(of: part, to: sums)
        #expect(
            Difference.largest(sums.values, columnSums(part.doubles, columns: columns, onto: sumsBefore)) < 1e-6)
    }

    private func columnSums(_ values: [Double], columns: Int, onto start: [Double]) -> [Double] {
        var sums = start
        for (index, value) in values.enumerated() { sums[index % columns] += value }
        return sums
    }
}
