import Datasets
import Foundation
import Kernels
import Networks
import Support
import Testing

/// The default model against values that PyTorch made with the module written for it; see Fixtures/README.md.
@Suite("The nilm network agrees with PyTorch")
struct PyTorchValuesTests {
    private let file: Safetensors
    private let description: ModelDescription
    private let network: NILMModel
    private let parameters: AlignedBuffer

    init() throws {
        let url = try #require(
            Bundle.module.url(forResource: "nilm", withExtension: "safetensors", subdirectory: "Fixtures"))
        file = try Safetensors(contentsOf: url.path)
        description = try JSONDecoder().decode(
            ModelDescription.self, from: Data(try #require(file.metadata["nilm-report"]).utf8))
        guard case .nilm(let shape) = description.architecture else { preconditionFailure("another network") }
        network = NILMModel(shape)
        parameters = try network.layout.values(in: file)
    }

    /// A row of a tensor (windows, T).
    private func row(_ name: String, _ window: Int) throws -> ArraySlice<Float> {
        let (tensor, steps) = (try #require(file.tensors[name]), description.window)
        return tensor.values[window * steps..<(window + 1) * steps]
    }

    @Test("its power is within 0.01 W, its probability within 1e-5, each parameter's gradient within 1e-4 of its norm")
    func agreement() throws {
        let (steps, scaling) = (description.window, description.normalisation)
        let gradient = AlignedBuffer(count: network.layout.storage)
        let second = try #require(file.metadata["second"].flatMap { Int($0) })
        let pass = Pass(
            parameters: Parameters(network.layout, values: parameters), gradient: gradient,
            clock: WallClock(second: second, period: description.periodS))
        let workspace = network.makeWorkspace(steps: steps, training: true)
        let buffers = (0..<3).map { _ in AlignedBuffer(count: 2 * steps) }
        let input = buffers[0].matrix(rows: steps, columns: 1)
        let (output, doutput) = (
            buffers[1].matrix(rows: steps, columns: 2), buffers[2].matrix(rows: steps, columns: 2)
        )
        for window in 0..<(try #require(file.tensors["aggregate"]?.shape.first)) {
            for (step, watts) in try row("aggregate", window).enumerated() {
                input[step, 0] = scaling.normalised(aggregate: watts)
            }
            network.forward(pass, input: input, output: output, workspace)
            let (power, weights) = (try row("power", window), try row("power.weights", window))
            for (step, (wanted, weight)) in zip(power, weights).enumerated() {
                let watts = max(0, scaling.watts(output[step, 0]))
                #expect(abs(watts - wanted) < 0.01)
                doutput[step, 0] = wanted > 0 ? weight * scaling.applianceScale : 0
            }
            let (on, onWeights) = (try row("on_probability", window), try row("on_probability.weights", window))
            for (step, (wanted, weight)) in zip(on, onWeights).enumerated() {
                #expect(abs(1 / (1 + exp(-output[step, 1])) - wanted) < 1e-5)
                doutput[step, 1] = weight * wanted * (1 - wanted)
            }
            network.backward(pass, input: input, doutput: doutput, workspace)
        }
        for entry in network.layout.entries {
            let wanted = try #require(file.tensors["grad." + entry.name]).values
            let difference = zip(entry.slice.of(gradient).values, wanted).reduce(0) { $0 + pow(Double($1.0 - $1.1), 2) }
            let norm = wanted.reduce(0) { $0 + pow(Double($1), 2) }
            #expect(norm > 0 && difference.squareRoot() <= 1e-4 * norm.squareRoot(), "\(entry.name)")
        }
        withExtendedLifetime((buffers, workspace)) {}
    }
}

extension ParameterLayout {
    /// A block of the parameters that a file holds under their names.
    func values(in file: Safetensors) throws -> AlignedBuffer {
        let block = AlignedBuffer(count: storage)
        for entry in entries {
            let tensor = try #require(file.tensors[entry.name])
            #expect(tensor.shape == entry.shape)
            entry.slice.of(block).base.update(from: tensor.values, count: tensor.values.count)
        }
        return block
    }
}
