import Foundation
import Kernels
import Networks
import Support
import TestSupport
import Testing

/// The network against values that PyTorch made for the same parameters, dropout off; see Fixtures/README.md.
@Suite("The seed network agrees with PyTorch")
struct ReferenceNetworkTests {
    /// `tail`: T is no multiple of the scale. `whole`: it is. `short`: T is smaller than the scale, no coarse branch.
    static let names = ["tail", "whole", "short"]

    @Test("its output is within 1e-5", arguments: names)
    func output(name: String) throws {
        let reference = try Reference(name)
        let network = reference.network
        let w = network.makeWorkspace(steps: reference.steps, training: false)
        let pool = MatrixPool()
        for sequence in 0..<reference.batch {
            let output = pool.matrix(rows: reference.steps, columns: 1)
            network.forward(
                Pass(parameters: Parameters(reference.network.layout, values: reference.parameters)),
                input: reference.input(sequence), output: output, w)
            let expected = reference.values("output", sequence)
            for (got, wanted) in zip(output.values, expected) { #expect(abs(got - wanted) < 1e-5) }
        }
    }

    @Test("each parameter's gradient is within 1e-4 of its norm", arguments: names)
    func gradients(name: String) throws {
        let reference = try Reference(name)
        let gradient = AlignedBuffer(count: reference.network.layout.storage)
        _ = reference.lossAndGradient(reference.parameters, into: gradient)
        for entry in reference.network.layout.entries {
            let expected = try #require(reference.file.tensors["grad." + entry.name]).values
            let got = entry.slice.of(gradient).values
            let difference = zip(got, expected).reduce(0.0) { $0 + pow(Double($1.0 - $1.1), 2) }.squareRoot()
            let norm = expected.reduce(0.0) { $0 + pow(Double($1), 2) }.squareRoot()
            // A gradient that is zero but for rounding (a shift that softmax or a norm cancels) has no relative error.
            #expect(difference <= 1e-4 * norm + 1e-8, "\(entry.name): \(difference) of \(norm)")
        }
    }

    @Test("ten steps of Adam have its losses within 1e-4", arguments: names)
    func losses(name: String) throws {
        let reference = try Reference(name)
        let parameters = reference.parameters
        let gradient = AlignedBuffer(count: parameters.count)
        let adam = AdamW(count: parameters.count, learningRate: 1e-3, clip: 1)
        for wanted in try #require(reference.file.tensors["losses"]).values {
            gradient.fill(with: 0)
            let loss = reference.lossAndGradient(parameters, into: gradient)
            #expect(abs(loss - Double(wanted)) < 1e-4 * Double(wanted))
            adam.step(parameters: parameters, gradient: gradient)
        }
    }

    @Test("at its defaults it has 1,187,457 parameters under PyTorch's names")
    func parameterCount() {
        let layout = SeedModel(SeedModel.Shape()).layout
        #expect(layout.count == 1_187_457)
        #expect(layout.entries.contains { $0.name == "blocks.3.attn_coarse.qkv.weight" && $0.shape == [384, 128] })
    }
}

/// One file of reference values.
struct Reference {
    let file: Safetensors
    let network: SeedModel
    let batch: Int
    let steps: Int
    /// The parameters of the file, in the network's layout.
    let parameters: AlignedBuffer
    private let pool = MatrixPool()

    init(_ name: String) throws {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "safetensors", subdirectory: "Fixtures"))
        let file = try Safetensors(contentsOf: url.path)
        func number(_ key: String) throws -> Int { try #require(file.metadata[key].flatMap { Int($0) }) }
        let network = SeedModel(
            SeedModel.Shape(
                width: try number("d_model"), heads: try number("heads"), depth: try number("depth"),
                scale: try number("scale"), dropout: 0))
        parameters = try network.layout.values(in: file)
        (batch, steps) = (try number("batch"), try number("steps"))
        self.file = file
        self.network = network
    }

    /// One sequence of `input`, `target` or `output`.
    func values(_ name: String, _ sequence: Int) -> [Float] {
        Array(file.tensors[name]?.values[sequence * steps..<(sequence + 1) * steps] ?? [])
    }

    func matrix(_ name: String, _ sequence: Int) -> Matrix {
        let matrix = pool.matrix(rows: steps, columns: 1)
        matrix.base.update(from: values(name, sequence), count: steps)
        return matrix
    }

    func input(_ sequence: Int) -> Matrix { matrix("input", sequence) }

    /// The mean absolute error over the batch, its gradient added.
    func lossAndGradient(_ parameters: AlignedBuffer, into gradient: AlignedBuffer) -> Double {
        let pass = Pass(parameters: Parameters(network.layout, values: parameters), gradient: gradient)
        let w = network.makeWorkspace(steps: steps, training: true)
        var loss = 0.0
        for sequence in 0..<batch {
            let input = input(sequence)
            let (output, dout) = (pool.matrix(rows: steps, columns: 1), pool.matrix(rows: steps, columns: 1))
            network.forward(pass, input: input, output: output, w)
            loss += pass.kernels.loss(
                output: output, target: matrix("target", sequence), doutput: dout,
                weights: LossWeights(l1: 1, l2: 0), scale: 1 / Float(batch * steps))
            network.backward(pass, input: input, doutput: dout, w)
        }
        return loss / Double(batch * steps)
    }
}
