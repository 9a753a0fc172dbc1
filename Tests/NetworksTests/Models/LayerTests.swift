import Kernels
import TestSupport
import Testing

@testable import Networks

@Suite("The simple layers agree with their formulas, forward and backward")
struct LayerTests {
    @Test("Linear", arguments: [1, 5, 70], [true, false])
    func linear(steps: Int, hasBias: Bool) {
        var layout = ParameterLayout()
        let layer = Linear("linear", inputs: 7, outputs: 9, bias: hasBias, in: &layout)
        let check = GradientCheck(layout, dropout: 0, rows: steps, columns: 7)
        let output = check.pool.matrix(rows: steps, columns: 9)
        layer.forward(check.pass, x: check.input, out: output)
        let weights = check.weights(rows: steps, columns: 9)
        layer.backward(check.pass, x: check.input, dy: weights, dx: check.dinput)
        check.expect(output: output, weights: weights, everyElement: steps == 5) { plain, x in
            plain.linear(layer, x).values
        }
    }

    @Test("Linear adds to its parameters' gradients and replaces the input's")
    func linearAdding() throws {
        var layout = ParameterLayout()
        let layer = Linear("linear", inputs: 7, outputs: 9, in: &layout)
        let check = GradientCheck(layout, dropout: 0, rows: 5, columns: 7)
        let weights = check.weights(rows: 5, columns: 9)
        let dinput = try #require(check.dinput)
        layer.backward(check.pass, x: check.input, dy: weights, dx: dinput)
        let (once, gradient) = (dinput.doubles, check.gradient.doubles)
        layer.backward(check.pass, x: check.input, dy: weights, dx: dinput)
        #expect(dinput.doubles == once)
        #expect(Difference.largest(check.gradient.values, gradient.map { 2 * $0 }) < 1e-6)
    }

    @Test("LayerNorm", arguments: [1, 5, 70])
    func layerNorm(steps: Int) throws {
        var layout = ParameterLayout()
        let layer = LayerNorm("norm", features: 9, in: &layout)
        let check = GradientCheck(layout, dropout: 0, rows: steps, columns: 9)
        let output = check.pool.matrix(rows: steps, columns: 9)
        let activations = Activations { LayerNorm.Activations(&$0, steps: steps) }
        layer.forward(check.pass, x: check.input, y: output, activations.value)
        let weights = check.weights(rows: steps, columns: 9)
        layer.backward(check.pass, x: check.input, dy: weights, dx: try #require(check.dinput), activations.value)
        check.expect(output: output, weights: weights, everyElement: steps == 5) { plain, x in
            plain.layerNorm(layer, x).values
        }
    }

    @Test("FeedForward, in one part and in several", arguments: [1, 5, 70, FeedForward.rows + 3], [0, 0.3])
    func feedForward(steps: Int, dropout: Double) throws {
        let (width, hidden) = (6, 20)
        var layout = ParameterLayout()
        let layer = FeedForward(norm: "norm", layers: "ff", width: width, hiddenWidth: hidden, site: 2, in: &layout)
        let check = GradientCheck(layout, dropout: dropout, rows: steps, columns: width)
        let pool = check.pool
        let output = pool.matrix(rows: steps, columns: width)
        let activations = Activations {
            FeedForward.Activations(&$0, steps: steps, width: width, hiddenWidth: hidden, training: true)
        }
        let scratch = Activations { FeedForward.Scratch(&$0, steps: steps, hiddenWidth: hidden, training: true) }
        layer.forward(
            check.pass, x: check.input, out: output, projected: pool.matrix(rows: steps, columns: width),
            activations.value, scratch.value)
        let weights = check.weights(rows: steps, columns: width)
        let d = try #require(check.dinput)
        d.base.update(from: weights.base, count: steps * width)
        layer.backward(
            check.pass, x: check.input, d: d, dprojected: pool.random(rows: steps, columns: width, seed: 1),
            activations.value, scratch.value)
        check.expect(output: output, weights: weights, everyElement: steps == 5) { plain, x in
            plain.feedForward(layer, x).values
        }
    }
}

/// Activations with their own memory.
struct Activations<Value> {
    let value: Value
    private let block: AlignedBuffer

    init(_ make: (inout Arena) -> Value) {
        var counting = Arena()
        _ = make(&counting)
        block = AlignedBuffer(count: counting.used)
        // Whatever stands there before must not matter.
        block.fill(with: .nan)
        var arena = Arena(block)
        value = make(&arena)
    }
}
