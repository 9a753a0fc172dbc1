import Datasets
import Foundation
import Kernels
import Networks
import Support

/// A network with random numbers, and what it makes of random windows.
struct ReferenceNetwork {
    let name: String
    let description: ModelDescription
    private let steps: Int

    private static let windows = 2
    /// Seconds from Monday's midnight to a window's first row: Sunday evening, so that week and day turn within it.
    private static let second = WallClock.secondsAWeek - 9000

    /// The models by their names, at their usual sizes; then the edges: several scales with a band and a tail that fills
    /// no pool, a window that fills none, the calendar, and the model that the project started from.
    static let all = [
        ReferenceNetwork("nilm", .nilm(NILMModel.Shape()), steps: 512),
        ReferenceNetwork("conv", .nilm(NILMModel.Shape(depth: 0)), steps: 512),
        ReferenceNetwork("fine", .nilm(NILMModel.Shape(scales: [1])), steps: 512),
        ReferenceNetwork("coarse", .nilm(NILMModel.Shape(scales: [4])), steps: 512),
        ReferenceNetwork(
            "deep", .nilm(NILMModel.Shape(width: 16, depth: 2, scales: [1, 4, 16], band: 16, feedForward: 2)),
            steps: 130),
        ReferenceNetwork("short", .nilm(NILMModel.Shape(width: 16, scales: [1, 16], band: 2)), steps: 9),
        ReferenceNetwork("told-time", .nilm(NILMModel.Shape(width: 16, calendar: [.day, .week])), steps: 61),
        // What `make test` compares with, without PyTorch: see Tests/ModelsTests/Fixtures/README.md.
        ReferenceNetwork(
            "small", .nilm(NILMModel.Shape(width: 8, heads: 2, depth: 2, dilations: 3, band: 9, calendar: [.day])),
            steps: 37),
        ReferenceNetwork("seed", .seed(SeedModel.Shape()), steps: 130),
        ReferenceNetwork("seed-short", .seed(SeedModel.Shape(width: 15, heads: 3, depth: 1, band: 1)), steps: 3),
    ]

    private init(_ name: String, _ architecture: Architecture, steps: Int) {
        self.name = name
        self.steps = steps
        description = ModelDescription(
            model: name, architecture: architecture, appliance: "kettle", periodS: 600, window: steps,
            normalisation: Normalisation(aggregateMean: 312.5, aggregateScale: 487.3, applianceScale: 1830.7),
            meanW: 20)
    }

    /// With start values that are moved a little, so that none is 0 or 1.
    var model: ModelFile {
        let layout = description.architecture.network.layout
        let parameters = layout.initialValues(seed: 1)
        var generator = SplitMix64(seed: 2)
        for entry in layout.entries {
            let values = entry.slice.of(parameters)
            for index in 0..<entry.slice.count { values.base[index] += Float(generator.uniform() * 0.2 - 0.1) }
        }
        return ModelFile(description: description, parameters: parameters)
    }

    /// Inputs, outputs, and the gradient of the sum of all outputs times their weights: that is of no loss, so that it
    /// checks nothing but the network, and none of its slopes jumps.
    func values(of parameters: AlignedBuffer) -> Safetensors {
        values(of: description.architecture.network, parameters)
    }

    private func values(of network: some Network, _ parameters: AlignedBuffer) -> Safetensors {
        let gradient = AlignedBuffer(count: network.layout.storage)
        let pass = Pass(
            parameters: Parameters(network.layout, values: parameters), gradient: gradient,
            clock: network.needsClock ? WallClock(second: Self.second, period: description.periodS) : nil)
        let workspace = network.makeWorkspace(steps: steps, training: true)
        let memory = Planned { arena in
            (
                input: arena.take(rows: steps, columns: 1), output: arena.take(rows: steps, columns: network.outputs),
                doutput: arena.take(rows: steps, columns: network.outputs)
            )
        }
        defer { withExtendedLifetime(memory) {} }
        let (input, output, doutput) = memory.plan
        var generator = SplitMix64(seed: 3)
        var rows: [String: [Float]] = [:]
        for _ in 0..<Self.windows {
            for step in 0..<steps {
                let watts = Float(200 + 30 * generator.uniform() + (step % 50 < 7 ? 2000 : 0))
                rows["aggregate", default: []].append(watts)
                input[step, 0] = description.normalisation.normalised(aggregate: watts)
            }
            network.forward(pass, input: input, output: output, workspace)
            for step in 0..<steps {
                let watts = max(0, description.normalisation.watts(output[step, 0]))
                let weight = Float(generator.uniform() - 0.5)
                rows["power", default: []].append(watts)
                rows["power.weights", default: []].append(weight)
                doutput[step, 0] = watts > 0 ? weight * description.normalisation.applianceScale : 0
                guard network.outputs > 1 else { continue }
                let probability = 1 / (1 + exp(-output[step, 1]))
                let onWeight = Float(1000 * (generator.uniform() - 0.5))
                rows["on_probability", default: []].append(probability)
                rows["on_probability.weights", default: []].append(onWeight)
                doutput[step, 1] = onWeight * probability * (1 - probability)
            }
            network.backward(pass, input: input, doutput: doutput, workspace)
        }
        var tensors = rows.mapValues { Safetensors.Tensor(shape: [Self.windows, steps], values: $0) }
        for entry in network.layout.entries {
            tensors["grad." + entry.name] = Safetensors.Tensor(
                shape: entry.shape, values: entry.slice.of(gradient).values)
        }
        return Safetensors(metadata: ["second": "\(Self.second)"], tensors: tensors)
    }
}
