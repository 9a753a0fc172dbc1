import Kernels
import TestSupport
import Testing

@Suite("The layer norm kernel")
struct LayerNormKernelTests {
    private let pool = MatrixPool()
    private let rows = 3

    /// (x - mean) / sqrt(variance + 1e-5) * gain + bias of one row.
    private func plain(_ x: [Double], gain: [Double], bias: [Double]) -> [Double] {
        let n = Double(x.count)
        let mean = x.reduce(0, +) / n
        let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
        let deviation = (variance + 1e-5).squareRoot()
        return x.indices.map { (x[$0] - mean) / deviation * gain[$0] + bias[$0] }
    }

    @Test("agrees with the formula", arguments: InstructionSet.available, kernelSizes)
    func forward(set: InstructionSet, columns: Int) {
        let x = pool.random(rows: rows, columns: columns, seed: 1)
        let (gain, bias) = (
            pool.random(rows: 1, columns: columns, seed: 2), pool.random(rows: 1, columns: columns, seed: 3)
        )
        let y = pool.matrix(rows: rows, columns: columns)
        let (mean, rstd) = (pool.matrix(rows: 1, columns: rows), pool.matrix(rows: 1, columns: rows))
        Kernels(set).layerNorm(x: x, gain: gain, bias: bias, y: y, mean: mean, rstd: rstd)
        let wanted = (0..<rows).flatMap { plain(x.doubles(row: $0), gain: gain.doubles, bias: bias.doubles) }
        // Normalised values are up to 16, with a few roundings of 6e-8 each.
        #expect(Difference.largest(y.values, wanted) < 3e-6)
        let means = (0..<rows).map { x.doubles(row: $0).reduce(0, +) / Double(columns) }
        #expect(Difference.largest(mean.values, means) < 1e-6)
    }

    @Test("a row of one value far from zero becomes the bias", arguments: InstructionSet.available)
    func constantRow(set: InstructionSet) {
        let x = pool.matrix([Float](repeating: 4096, count: 17), rows: 1, columns: 17)
        let gain = pool.random(rows: 1, columns: 17, seed: 2)
        let bias = pool.random(rows: 1, columns: 17, seed: 3)
        let y = pool.matrix(rows: 1, columns: 17)
        let (mean, rstd) = (pool.matrix(rows: 1, columns: 1), pool.matrix(rows: 1, columns: 1))
        Kernels(set).layerNorm(x: x, gain: gain, bias: bias, y: y, mean: mean, rstd: rstd)
        #expect(y.values == bias.values)
    }

    @Test("the backward pass adds the formula's gradient", arguments: InstructionSet.available, kernelSizes)
    func backward(set: InstructionSet, columns: Int) {
        let x = pool.random(rows: rows, columns: columns, seed: 1)
        let (gain, bias) = (
            pool.random(rows: 1, columns: columns, seed: 2), pool.random(rows: 1, columns: columns, seed: 3)
        )
        let y = pool.matrix(rows: rows, columns: columns)
        let (mean, rstd) = (pool.matrix(rows: 1, columns: rows), pool.matrix(rows: 1, columns: rows))
        let kernels = Kernels(set)
        kernels.layerNorm(x: x, gain: gain, bias: bias, y: y, mean: mean, rstd: rstd)
        let dy = pool.random(rows: rows, columns: columns, seed: 4)
        // What stands in the outputs is added to.
        let dx = pool.random(rows: rows, columns: columns, seed: 5)
        let dgain = pool.random(rows: 1, columns: columns, seed: 6)
        let dbias = pool.random(rows: 1, columns: columns, seed: 7)
        let (dxBefore, dgainBefore, dbiasBefore) = (dx.doubles, dgain.doubles, dbias.doubles)
        kernels.layerNormBackward(
            x: x, gain: gain, mean: mean, rstd: rstd, dy: dy, dx: dx, dgain: dgain, dbias: dbias)

        let (gains, biases) = (gain.doubles, bias.doubles)
        let wantedDx = (0..<rows).flatMap { row in
            let weights = dy.doubles(row: row)
            return Difference.gradient(at: x.doubles(row: row)) {
                Difference.dot(weights, plain($0, gain: gains, bias: biases))
            }
        }
        // Gradients are at most a few units at a deviation of about 1/2; at one column, 1e-5 under the root makes the
        // reciprocal deviation 316, and the differences there cancel exactly.
        #expect(Difference.largest(dx.values, zip(wantedDx, dxBefore).map(+)) < 1e-5)
        let ones = [Double](repeating: 1, count: columns)
        let zeros = [Double](repeating: 0, count: columns)
        var (wantedDgain, wantedDbias) = (dgainBefore, dbiasBefore)
        for row in 0..<rows {
            let normalised = plain(x.doubles(row: row), gain: ones, bias: zeros)
            for (column, weight) in dy.doubles(row: row).enumerated() {
                wantedDgain[column] += weight * normalised[column]
                wantedDbias[column] += weight
            }
        }
        #expect(Difference.largest(dgain.values, wantedDgain) < 1e-5)
        #expect(Difference.largest(dbias.values, wantedDbias) < 1e-6)
    }
}
