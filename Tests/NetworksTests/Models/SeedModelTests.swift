import Foundation
import Kernels
import TestSupport
import Testing

@testable import Networks

@Suite("The multi-scale network agrees with its formula, forward and backward")
struct SeedModelTests {
    /// With a scale of 4: shorter, one pool, a tail, whole, more than one block of query rows.
    static let lengths = [1, 3, 4, 7, 37, 70]

    private func shape(dropout: Double = 0) -> SeedModel.Shape {
        SeedModel.Shape(width: 4, heads: 2, depth: 2, scale: 4, dropout: dropout)
    }

    @Test("one block", arguments: lengths, [0, 0.3])
    func block(steps: Int, dropout: Double) throws {
        let shape = shape()
        var layout = ParameterLayout()
        let block = MultiScaleBlock(1, shape, in: &layout)
        let check = GradientCheck(layout, dropout: dropout, rows: steps, columns: shape.width)
        let output = check.pool.matrix(rows: steps, columns: shape.width)
        let activations = Activations { MultiScaleBlock.Activations(&$0, shape, steps: steps, training: true) }
        let scratch = Activations { MultiScaleBlock.Scratch(&$0, shape, steps: steps, training: true) }
        block.forward(check.pass, input: check.input, output: output, activations.value, scratch.value)
        let weights = check.weights(rows: steps, columns: shape.width)
        let d = try #require(check.dinput)
        d.base.update(from: weights.base, count: steps * shape.width)
        block.backward(check.pass, input: check.input, d: d, activations.value, scratch.value)
        check.expect(output: output, weights: weights, everyElement: steps == 7) { plain, x in
            plain.block(block, x).values
        }
    }

    @Test("the whole network", arguments: [1, 3, 37, 129], [0, 0.3])
    func network(steps: Int, dropout: Double) {
        let network = SeedModel(shape(dropout: dropout))
        let plainModel = PlainSeedModel(network.shape)
        #expect(plainModel.layout.entries.map(\.name) == network.layout.entries.map(\.name))
        #expect(plainModel.layout.entries.map(\.slice.offset) == network.layout.entries.map(\.slice.offset))
        let check = GradientCheck(network.layout, dropout: dropout, rows: steps, columns: 1, hasInputGradient: false)
        let output = check.pool.matrix(rows: steps, columns: 1)
        let workspace = network.makeWorkspace(steps: steps, training: true)
        network.forward(check.pass, input: check.input, output: output, workspace)
        let weights = check.weights(rows: steps, columns: 1)
        network.backward(check.pass, input: check.input, doutput: weights, workspace)
        check.expect(output: output, weights: weights, byParameter: steps < 100, tolerance: 5e-5) { plain, x in
            plainModel.output(x.values, plain)
        }
    }

    @Test("a workspace can be used again, and one for inference gives the same bits", arguments: [3, 37, 129])
    func workspaces(steps: Int) {
        let network = SeedModel(shape())
        let parameters = network.layout.initialValues(seed: 1)
        let pool = MatrixPool()
        let input = pool.random(rows: steps, columns: 1, seed: 2)
        func output(_ workspace: SeedModel.Workspace) -> [Float] {
            let output = pool.matrix(rows: steps, columns: 1)
            network.forward(
                Pass(parameters: Parameters(network.layout, values: parameters)), input: input, output: output,
                workspace)
            return output.values
        }
        let training = network.makeWorkspace(steps: steps, training: true)
        let inference = network.makeWorkspace(steps: steps, training: false)
        let first = output(training)
        network.forward(
            Pass(parameters: Parameters(network.layout, values: parameters)),
            input: pool.random(rows: steps, columns: 1, seed: 3),
            output: pool.matrix(rows: steps, columns: 1), inference)
        #expect(output(inference) == first)
        #expect(output(training) == first)
        #expect(inference.count < training.count)
    }

    @Test("every instruction set gives the same output within rounding", arguments: InstructionSet.available)
    func instructionSets(set: InstructionSet) {
        let network = SeedModel(shape())
        let parameters = network.layout.initialValues(seed: 1)
        let pool = MatrixPool()
        let input = pool.random(rows: 37, columns: 1, seed: 2)
        let output = pool.matrix(rows: 37, columns: 1)
        network.forward(
            Pass(kernels: Kernels(set), parameters: Parameters(network.layout, values: parameters)), input: input,
            output: output,
            network.makeWorkspace(steps: 37, training: false))
        let wanted = PlainSeedModel(network.shape).output(
            input.doubles, PlainLayers(parameters: parameters.doubles, masks: PlainMasks(nil)))
        #expect(Difference.largest(output.values, wanted) < 1e-5)
    }

    @Test("positions are the sinusoids", arguments: [1, 2, 7, 64])
    func positions(width: Int) {
        let pool = MatrixPool()
        let out = pool.matrix(rows: 600, columns: width)
        PositionalEncoding.fill(out)
        let wanted = (0..<600).flatMap { step in
            (0..<width).map { feature in
                let angle = Double(step) / pow(10_000, Double(feature / 2 * 2) / Double(width))
                return feature % 2 == 0 ? sin(angle) : cos(angle)
            }
        }
        // The angle, up to 600, is a product in Float: its rounding is 3e-5 and the frequency's 600 times 1e-7.
        #expect(Difference.largest(out.values, wanted) < 2e-4)
    }

    @Test("start values follow the seed and PyTorch's bounds")
    func initialValues() {
        let layout = SeedModel(SeedModel.Shape()).layout
        let values = layout.initialValues(seed: 5)
        #expect(values.values == layout.initialValues(seed: 5).values)
        #expect(values.values != layout.initialValues(seed: 6).values)
        for entry in layout.entries {
            let numbers = entry.slice.of(values).values
            let isNorm = entry.name.contains("norm")
            if isNorm {
                #expect(numbers.allSatisfy { $0 == (entry.name.hasSuffix("weight") ? 1 : 0) }, "\(entry.name)")
            } else {
                // The fan-in is the weight's; a bias has that of its layer.
                let weight = entry.name.replacingOccurrences(of: ".bias", with: ".weight")
                let inputs = layout.entries.first { $0.name == weight }?.shape[1] ?? 0
                let bound = 1 / Float(inputs).squareRoot()
                #expect(numbers.allSatisfy { abs($0) <= bound }, "\(entry.name)")
                // Of a hundred uniform numbers, one is beyond 0.9 of the bound but for a probability of 3e-5.
                if numbers.count >= 100 { #expect(numbers.contains { abs($0) > 0.9 * bound }, "\(entry.name)") }
            }
        }
    }
}
