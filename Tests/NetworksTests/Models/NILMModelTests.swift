import Datasets
import Kernels
import TestSupport
import Testing

@testable import Networks

@Suite("The nilm model agrees with its formula, forward and backward")
struct NILMModelTests {
    private func shape(
        depth: Int = 2, scales: [Int] = [1, 4], band: Int? = nil, dropout: Double = 0
    ) -> NILMModel.Shape {
        NILMModel.Shape(
            width: 4, heads: 2, depth: depth, dilations: 4, scales: scales, band: band, dropout: dropout)
    }

    @Test("a convolution, also where the taps reach out of the sequence", arguments: [1, 2, 5, 17], [1, 2, 8])
    func convolution(steps: Int, dilation: Int) throws {
        var layout = ParameterLayout()
        let layer = Convolution("conv", inputs: 3, outputs: 5, dilation: dilation, in: &layout)
        let check = GradientCheck(layout, dropout: 0, rows: steps, columns: 3)
        let output = check.pool.matrix(rows: steps, columns: 5)
        layer.forward(check.pass, x: check.input, out: output)
        let weights = check.weights(rows: steps, columns: 5)
        layer.backward(check.pass, x: check.input, dy: weights, dx: try #require(check.dinput))
        check.expect(output: output, weights: weights, everyElement: steps == 5) { plain, x in
            plain.convolution(layer, x).values
        }
    }

    @Test("a unit of the stem", arguments: [1, 9, 40], [0, 0.3])
    func unit(steps: Int, dropout: Double) throws {
        var layout = ParameterLayout()
        let unit = ConvolutionUnit("unit", width: 4, dilation: 2, site: 7, in: &layout)
        let check = GradientCheck(layout, dropout: dropout, rows: steps, columns: 4)
        func matrix() -> Matrix { check.pool.matrix(rows: steps, columns: 4) }
        let (output, hidden, activated, other) = (matrix(), matrix(), matrix(), matrix())
        unit.forward(
            check.pass, x: check.input, out: output, hidden: hidden, activated: activated, projected: other)
        let weights = check.weights(rows: steps, columns: 4)
        let d = try #require(check.dinput)
        d.base.update(from: weights.base, count: steps * 4)
        unit.backward(check.pass, x: check.input, d: d, hidden: hidden, activated: activated, dhidden: other)
        check.expect(output: output, weights: weights, everyElement: steps == 9) { plain, x in
            plain.unit(unit, x).values
        }
    }

    /// Shorter than the coarse scales, a tail, whole, more than one block of queries.
    @Test("a block of attention", arguments: [1, 3, 8, 37], [[1, 4], [1], [4], [1, 4, 16]])
    func block(steps: Int, scales: [Int]) throws {
        for (band, dropout) in [(nil, 0), (2, 0.3)] {
            var shape = shape(scales: scales, band: band)
            shape.feedForward = band == nil ? 4 : 1
            var layout = ParameterLayout()
            let block = GatedBlock(0, shape, site: 3, in: &layout)
            let check = GradientCheck(layout, dropout: dropout, rows: steps, columns: shape.width)
            let output = check.pool.matrix(rows: steps, columns: shape.width)
            let activations = Activations { GatedBlock.Activations(&$0, shape, steps: steps, training: true) }
            let scratch = Activations { GatedBlock.Scratch(&$0, shape, steps: steps, training: true) }
            block.forward(check.pass, input: check.input, output: output, activations.value, scratch.value)
            let weights = check.weights(rows: steps, columns: shape.width)
            let d = try #require(check.dinput)
            d.base.update(from: weights.base, count: steps * shape.width)
            block.backward(check.pass, input: check.input, d: d, activations.value, scratch.value)
            check.expect(output: output, weights: weights, everyElement: steps == 8) { plain, x in
                plain.gatedBlock(block, x).values
            }
        }
    }

    @Test("the whole network, and without attention", arguments: [1, 3, 37, 129], [0, 2])
    func network(steps: Int, depth: Int) {
        for dropout in [0, 0.3] {
            let network = NILMModel(shape(depth: depth, dropout: dropout))
            let plainModel = PlainNILMModel(network.shape)
            #expect(plainModel.layout.entries.map(\.name) == network.layout.entries.map(\.name))
            let check = GradientCheck(
                network.layout, dropout: dropout, rows: steps, columns: 1, hasInputGradient: false)
            let output = check.pool.matrix(rows: steps, columns: 2)
            let workspace = network.makeWorkspace(steps: steps, training: true)
            network.forward(check.pass, input: check.input, output: output, workspace)
            let weights = check.weights(rows: steps, columns: 2)
            network.backward(check.pass, input: check.input, doutput: weights, workspace)
            check.expect(output: output, weights: weights, byParameter: steps < 100, tolerance: 5e-5) { plain, x in
                plainModel.output(x.values, plain)
            }
        }
    }

    @Test(
        "told the time of day and the week, also past Sunday's midnight",
        arguments: [[CalendarCycle.day], [.week, .day]])
    func calendar(cycles: [CalendarCycle]) {
        var shape = shape(depth: 1)
        shape.calendar = cycles
        let network = NILMModel(shape)
        #expect(network.needsClock)
        let plainModel = PlainNILMModel(shape)
        var check = GradientCheck(network.layout, dropout: 0, rows: 9, columns: 1, hasInputGradient: false)
        let clock = WallClock(second: WallClock.secondsAWeek - 5 * 3600, period: 3600)
        check.clock = clock
        let output = check.pool.matrix(rows: 9, columns: 2)
        let workspace = network.makeWorkspace(steps: 9, training: true)
        network.forward(check.pass, input: check.input, output: output, workspace)
        let weights = check.weights(rows: 9, columns: 2)
        network.backward(check.pass, input: check.input, doutput: weights, workspace)
        check.expect(output: output, weights: weights, tolerance: 5e-5) { plain, x in
            plainModel.output(x.values, clock: clock, plain)
        }
    }

    @Test("a workspace for inference gives the bits of one for training", arguments: [1, 37, 129], [0, 1, 2])
    func workspaces(steps: Int, depth: Int) {
        let network = NILMModel(shape(depth: depth))
        let pass = Pass(parameters: Parameters(network.layout, values: network.layout.initialValues(seed: 1)))
        let pool = MatrixPool()
        func output(_ workspace: NILMModel.Workspace, seed: UInt64) -> [Float] {
            let output = pool.matrix(rows: steps, columns: 2)
            network.forward(
                pass, input: pool.random(rows: steps, columns: 1, seed: seed), output: output, workspace)
            return output.values
        }
        let training = network.makeWorkspace(steps: steps, training: true)
        let inference = network.makeWorkspace(steps: steps, training: false)
        let first = output(training, seed: 2)
        #expect(output(inference, seed: 3) != first)
        #expect(output(inference, seed: 2) == first)
    }

    @Test("attention names each scale of each layer, with shares that add up to 1")
    func attention() {
        let network = NILMModel(shape(scales: [1, 4, 16]))
        let pass = Pass(parameters: Parameters(network.layout, values: network.layout.initialValues(seed: 1)))
        let pool = MatrixPool()
        var seen: [[Int]] = []
        var shares = [Float](repeating: 0, count: 40)
        network.attention(pass, input: pool.random(rows: 40, columns: 1, seed: 2)) { weights in
            seen.append([weights.layer, weights.scale, weights.keys])
            guard weights.layer == 1, let share = weights.share else { return }
            for step in 0..<40 { shares[step] += share[step, 0] }
        }
        #expect(seen == [[0, 1, 40], [0, 4, 10], [0, 16, 2], [1, 1, 40], [1, 4, 10], [1, 16, 2]])
        #expect(shares.allSatisfy { abs($0 - 1) < 1e-6 })
    }

    @Test("an input that is no number has an output that is none")
    func notANumber() {
        let network = NILMModel(shape(depth: 0))
        let pass = Pass(parameters: Parameters(network.layout, values: network.layout.initialValues(seed: 1)))
        let pool = MatrixPool()
        let input = pool.random(rows: 9, columns: 1, seed: 2)
        input[4, 0] = .nan
        let output = pool.matrix(rows: 9, columns: 2)
        network.forward(pass, input: input, output: output, network.makeWorkspace(steps: 9, training: false))
        #expect(output[4, 0].isNaN)
    }

    @Test("sizes that can't be are named")
    func sizes() {
        #expect(shape().problem == nil)
        var wide = shape()
        wide.feedForward = 17
        #expect(wide.problem != nil)
        for bad in [shape(scales: []), shape(scales: [1, 1]), shape(scales: [0]), shape(band: -1)] {
            #expect(bad.problem?.contains("impossible") == true)
        }
    }
}
