import Foundation
import TestSupport
import Tensors
import Testing

@Suite("The backward kernel of softmax, and row products")
struct SoftmaxBackwardKernelTests {
    private let pool = MatrixPool()
    private let rows = 3
    private let scale: Float = 0.5

    private func plain(_ scores: [Double]) -> [Double] {
        let largest = scores.max() ?? 0
        let powers = scores.map { exp(Double(scale) * ($0 - largest)) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// Scores from -8 to 8 in rows with three floats between them.
    private func scores(columns: Int) -> Matrix {
        let wide = pool.random(rows: rows, columns: columns + 3, seed: 1)
        for index in 0..<rows * (columns + 3) { wide.base[index] *= 8 }
        return wide.columns(0..<columns)
    }

    @Test("the backward pass rebuilds the forward weights", arguments: InstructionSet.available, kernelSizes)
    func rebuilt(set: InstructionSet, columns: Int) {
        let dropout: Dropout? = Dropout(probability: 0.3, seed: 9, step: 1, sequence: 0)
        let (forward, backward) = (scores(columns: columns), scores(columns: columns))
        let logSums = pool.matrix(rows: 1, columns: rows)
        let dweights = pool.random(rows: rows, columns: columns + 3, seed: 4).columns(0..<columns)
        dropout.withMask(site: 2) { mask in
            Kernels(set).softmax(scores: forward, logSum: logSums, scale: scale, dropout: mask, first: 1000)
            Kernels(set).softmaxBackward(
                scores: backward, logSum: logSums, delta: pool.matrix(rows: 1, columns: rows), dweights: dweights,
                scale: scale, dropout: mask, first: 1000)
        }
        #expect(forward.values.map { $0 == 0 } == backward.values.map { $0 == 0 })
        // The log-sum, up to 8, is rounded by 5e-7, which is the exponential's relative error.
        #expect(Difference.largest(backward.values, forward.doubles) < 3e-6)
    }

    @Test(
        "the backward pass is the formula's gradient, with the mask of the forward pass",
        arguments: InstructionSet.available, kernelSizes)
    func backward(set: InstructionSet, columns: Int) {
        for probability in [0, 0.3] {
            let first = 7 * columns
            let dropout: Dropout? = Dropout(probability: probability, seed: 9, step: 1, sequence: 0)
            let (scores, forward) = (scores(columns: columns), scores(columns: columns))
            let raw = (0..<rows).map { scores.doubles(row: $0) }
            let logSums = pool.matrix(rows: 1, columns: rows)
            let dweights = pool.random(rows: rows, columns: columns + 3, seed: 4).columns(0..<columns)
            let weights = (0..<rows).map { dweights.doubles(row: $0) }
            // Counted from `first`: rows 7, 8, 9 of a larger mask.
            let all = dropout.factors(site: 2, rows: 7 + rows, columns: columns)
            let factors = (0..<rows).map { row in Array(all[(7 + row) * columns..<(8 + row) * columns]) }

            let wanted = (0..<rows).flatMap { row in
                Difference.gradient(at: raw[row]) { row_ in
                    let p = plain(row_)
                    return p.indices.reduce(0) { $0 + weights[row][$1] * factors[row][$1] * p[$1] }
                }
            }
            // What attention takes from its output: the sum of weights and their gradients, with dropout in both.
            let deltas = (0..<rows).map { row -> Float in
                let p = plain(raw[row])
                return Float(p.indices.reduce(0) { $0 + weights[row][$1] * factors[row][$1] * p[$1] })
            }
            dropout.withMask(site: 2) { mask in
                Kernels(set).softmax(scores: forward, logSum: logSums, scale: scale, dropout: mask, first: first)
                Kernels(set).softmaxBackward(
                    scores: scores, logSum: logSums, delta: pool.matrix(deltas, rows: 1, columns: rows),
                    dweights: dweights, scale: scale, dropout: mask, first: first)
            }
            #expect(Difference.largest(dweights.values, wanted) < 3e-6)
            let dropped = zip(raw.flatMap(plain), factors.flatMap { $0 }).map { $0 * $1 }
            #expect(Difference.largest(forward.values, dropped) < 2e-6)
        }
    }

    @Test("row products agree with the formula at any stride", arguments: InstructionSet.available, kernelSizes)
    func rowDot(set: InstructionSet, columns: Int) {
        let a = pool.random(rows: rows, columns: columns + 2, seed: 1).columns(1..<columns + 1)
        let b = pool.random(rows: rows, columns: columns + 9, seed: 2).columns(9..<columns + 9)
        let out = pool.matrix(rows: 1, columns: rows)
        Kernels(set).rowDot(a, b, out: out)
        let wanted = (0..<rows).map { Difference.dot(a.doubles(row: $0), b.doubles(row: $0)) }
        // 257 products under 1, each rounded by 6e-8 of the running sum.
        #expect(Difference.largest(out.values, wanted) < 1e-5)
    }
}
