import Foundation
import Kernels
import TestSupport
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
        Kernels(set).softmax(scores: scores, scale: scale)
        // Weights are at most 1, and an exponential of an argument down to -8 is within 1e-6 of its size.
        #expect(Difference.largest(scores.values, raw.flatMap(plain)) < 1e-6)
    }

    @Test("rows add up to 1", arguments: InstructionSet.available, kernelSizes)
    func rowSums(set: InstructionSet, columns: Int) {
        let scores = scores(columns: columns)
        Kernels(set).softmax(scores: scores, scale: scale)
        for row in 0..<rows { #expect(abs(scores.doubles(row: row).reduce(0, +) - 1) < 1e-6) }
    }

    @Test("what lies between rows is left alone", arguments: InstructionSet.available)
    func strides(set: InstructionSet) {
        let wide = pool.random(rows: rows, columns: 20, seed: 1)
        let before = wide.columns(17..<20).values
        Kernels(set).softmax(scores: wide.columns(0..<17), scale: scale)
        #expect(wide.columns(17..<20).values == before)
    }

    @Test("equal scores share equally, whatever their size", arguments: InstructionSet.available)
    func equalScores(set: InstructionSet) {
        for score: Float in [-1e6, -200, 0, 200, 1e6] {
            for columns in kernelSizes {
                let scores = pool.matrix(rows: 1, columns: columns)
                scores.fill(with: score)
                Kernels(set).softmax(scores: scores, scale: scale)
                let wanted = [Double](repeating: 1 / Double(columns), count: columns)
                #expect(Difference.largest(scores.values, wanted) < 1e-7)
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
                Kernels(set).softmax(scores: scores, scale: scale)
                var wanted = [Double](repeating: 0, count: columns)
                wanted[columns - 1] = 1
                #expect(Difference.largest(scores.values, wanted) < 1e-30)
            }
        }
    }

    @Test("the exponential is within (3 + |x|) 1e-7 relative over its range", arguments: InstructionSet.available)
    func exponential(set: InstructionSet) {
        // One row whose largest score is 0: a weight over the first weight is e to the score. Below -82 the weights,
        // divided by the sum of 100, have no full mantissa.
        let count = 8201
        let scores = pool.matrix((0..<count).map { -Float($0) / 100 }, rows: 1, columns: count)
        let raw = scores.doubles
        Kernels(set).softmax(scores: scores, scale: 1)
        let weights = scores.doubles
        // The polynomial's 2e-7, the rounding of the argument in units of log 2, of the weight and of the first one.
        let worst = raw.indices.map { abs(weights[$0] / weights[0] / exp(raw[$0]) - 1) / (3 - raw[$0]) }.max() ?? 0
        #expect(worst < 1e-7)
    }
}
