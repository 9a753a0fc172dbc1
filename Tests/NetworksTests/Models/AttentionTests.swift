import Kernels
import TestSupport
import Testing

@testable import Networks

@Suite("Attention agrees with its formula, forward and backward")
struct AttentionTests {
    /// One step, few, whole blocks of query rows, and some more.
    static let lengths = [1, 5, 64, 70, 129]

    @Test("without its projections, dense and within a band", arguments: lengths, [nil, 6] as [Int?])
    func core(steps: Int, band: Int?) throws {
        let core = Attention(heads: 2, headWidth: 3, band: band)
        let check = GradientCheck(ParameterLayout(), dropout: 0.3, rows: steps, columns: 18)
        // Scores of a few units, so that the weights are far from equal.
        for index in 0..<steps * 18 { check.input.base[index] *= 3 }
        let pool = check.pool
        let output = pool.matrix(rows: steps, columns: 6)
        let logSum = pool.matrix(rows: 2, columns: steps)
        let scratch = Activations { core.scratch(&$0, steps: steps) }
        let weights = check.weights(rows: steps, columns: 6)
        let dqkv = try #require(check.dinput)
        check.dropout.withMask(site: 9) { mask in
            core.forward(check.pass, qkv: check.input, out: output, logSum: logSum, mask: mask, scratch: scratch.value)
            core.backward(
                check.pass, qkv: check.input, out: output, logSum: logSum, dout: weights, dqkv: dqkv, mask: mask,
                scratch: scratch.value)
        }
        check.expect(output: output, weights: weights, everyElement: steps == 5) { plain, x in
            plain.attention(core, qkv: x, site: 9).values
        }
    }

    @Test("with its projections, into a part of wider rows", arguments: lengths, [0, 0.3])
    func selfAttention(steps: Int, dropout: Double) {
        let width = 6
        var layout = ParameterLayout()
        let layer = MultiHeadSelfAttention("attention", width: width, heads: 2, site: 1, in: &layout)
        let check = GradientCheck(layout, dropout: dropout, rows: steps, columns: width)
        let pool = check.pool
        let output = pool.matrix(rows: steps, columns: 2 * width).columns(width..<2 * width)
        let activations = Activations {
            MultiHeadSelfAttention.Activations(&$0, steps: steps, width: width, heads: 2)
        }
        let scratch = Activations { layer.core.scratch(&$0, steps: steps) }
        layer.forward(check.pass, x: check.input, out: output, scale: 1, activations.value, scratch: scratch.value)
        let weights = check.weights(rows: steps, columns: width)
        let dout = pool.matrix(rows: steps, columns: 2 * width).columns(0..<width)
        for row in 0..<steps { for column in 0..<width { dout[row, column] = weights[row, column] } }
        if let dx = check.dinput {
            layer.backward(
                check.pass, x: check.input, dout: dout, dx: dx, dattended: pool.matrix(rows: steps, columns: width),
                dqkv: pool.matrix(rows: steps, columns: 3 * width), activations.value, scratch: scratch.value)
        }
        check.expect(output: output, weights: weights, everyElement: steps == 5) { plain, x in
            plain.selfAttention(layer, x).values
        }
    }
}
