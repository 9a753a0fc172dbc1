import Foundation
import TestSupport
import Tensors
import Testing

@Suite("The softmax kernel")
struct SoftmaxKernelTests {
    private let pool = MatrixPool()
    private let rows = 3
    private let scale: Float = 0.5

    private func plain(_ scores: [Double]) -> [Double] {
        let largest = scores.max() ?? 0
        let powers = scores.map { exp(Double(scale) * ($0 - largest)) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    private func logSum(_ scores: [Double]) -> Double {
        let largest = (scores.max() ?? 0) * Double(scale)
        return largest + log(scores.reduce(0) { $0 + exp(Double(scale) * $1 - largest) })
    }

    /// Scores from -8 to 8 in rows with three floats between them.
    private func scores(columns: Int) -> Matrix {
        let wide = pool.random(rows: rows, columns: columns + 3, seed: 1)
        for index in 0..<rows * (columns + 3) { wide.base[index] *= 8 }
        return wide.columns(0..<columns)
    }

    @Test("agrees with the formula", arguments: InstructionSet.available, kernelSizes)
    func forward(set: InstructionSet, columns: Int) {
        let scores = scores(columns: columns)
        let raw = (0..<rows).map { scores.doubles(row: $0) }
        let logSums = pool.matrix(rows: 1, columns: rows)
        Kernels(set).softmax(scores: scores, logSum: logSums, scale: scale, dropout: nil, first: 0)
        // Weights are at most 1; an exponential has 2 units in the last place and the argument's rounding of 5e-7.
        #expect(Difference.largest(scores.values, raw.flatMap(plain)) < 1e-6)
        #expect(Difference.largest(logSums.values, raw.map(logSum)) < 2e-6)
    }

    @Test("rows add up to 1", arguments: InstructionSet.available, kernelSizes)
    func rowSums(set: InstructionSet, columns: Int) {
        let scores = scores(columns: columns)
        Kernels(set).softmax(
            scores: scores, logSum: pool.matrix(rows: 1, columns: rows), scale: scale, dropout: nil, first: 0)
        for row in 0..<rows { #expect(abs(scores.doubles(row: row).reduce(0, +) - 1) < 1e-6) }
    }

    @Test("what lies between rows is left alone", arguments: InstructionSet.available)
    func strides(set: InstructionSet) {
        let wide = pool.random(rows: rows, columns: 20, seed: 1)
        let before = wide.columns(17..<20).values
        Kernels(set).softmax(
            scores: wide.columns(0..<17), logSum: pool.matrix(rows: 1, columns: rows), scale: scale, dropout: nil,
            first: 0)
        #expect(wide.columns(17..<20).values == before)
    }

    @Test("equal scores share equally, whatever their size", arguments: InstructionSet.available)
    func equalScores(set: InstructionSet) {
        for score: Float in [-1e6, -200, 0, 200, 1e6] {
            for columns in kernelSizes {
                let scores = pool.matrix(rows: 1, columns: columns)
                scores.fill(with: score)
                let logSums = pool.matrix(rows: 1, columns: 1)
                Kernels(set).softmax(scores: scores, logSum: logSums, scale: scale, dropout: nil, first: 0)
                let wanted = [Double](repeating: 1 / Double(columns), count: columns)
                #expect(Difference.largest(scores.values, wanted) < 1e-7)
                let sum = Double(score * scale) + log(Double(columns))
                // Half a unit in the last place of a number of this size.
                #expect(abs(Double(logSums[0, 0]) - sum) < max(1, abs(sum)) * 1.2e-7)
            }
        }
    }

    @Test("a score far above the others takes it all; those far below get nothing", arguments: InstructionSet.available)
    func extremes(set: InstructionSet) {
        for columns in kernelSizes.dropFirst() {
            for far: Float in [300, 1e4, 1e6] {
                let scores = pool.matrix(rows: 1, columns: columns)
                scores.fill(with: -far)
                scores[0, columns - 1] = far
                Kernels(set).softmax(
                    scores: scores, logSum: pool.matrix(rows: 1, columns: 1), scale: scale, dropout: nil, first: 0)
                var wanted = [Double](repeating: 0, count: columns)
                wanted[columns - 1] = 1
                #expect(Difference.largest(scores.values, wanted) < 1e-30)
            }
        }
    }

    @Test("the exponential is within 4e-7 relative over its range", arguments: InstructionSet.available)
    func exponential(set: InstructionSet) {
        // One row whose largest score is 0: a weight over the first weight is e to the score. Below -82 the weights,
        // divided by the sum of 100, have no full mantissa.
        let count = 8201
        let scores = pool.matrix((0..<count).map { -Float($0) / 100 }, rows: 1, columns: count)
        let raw = scores.doubles
        Kernels(set).softmax(
            scores: scores, logSum: pool.matrix(rows: 1, columns: 1), scale: 1, dropout: nil, first: 0)
        let weights = scores.doubles
        let worst = raw.indices.map { abs(weights[$0] / weights[0] / exp(raw[$0]) - 1) }.max() ?? 0
        // Two units in the last place of 1.2e-7, and the rounding of the weight and of the first one.
        #expect(worst < 4e-7)
    }
}
