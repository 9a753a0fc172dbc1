import Datasets

/// A network as a list of operations on named tensors, from which its files for other programs are written.
///
/// It is what a prediction does with one window, from watts to watts: the scaling of powers is in it, dropout is not.
/// Each layer says its own operations, beside its forward pass.
package struct NetworkDescription: Equatable, Sendable {
    package struct Operation: Equatable, Sendable {
        package let kind: Kind
        package let inputs: [NamedTensor]
        package let parameters: [Parameter]
        package let output: NamedTensor
    }

    /// A trained tensor, by its name in the model's file and its shape there.
    package struct Parameter: Equatable, Sendable {
        package let name: String
        package let shape: [Int]
    }

    /// `aggregate`, watts, (T, 1); and where the network is told the time, `clock`, (T, 2 for each of ``cycles``): the
    /// sine and the cosine of the place in each cycle.
    package private(set) var inputs: [NamedTensor]
    package private(set) var cycles: [CalendarCycle] = []
    /// In the order in which they can be done; each has an output of its own.
    package private(set) var operations: [Operation] = []
    /// `power`, watts, (T, 1); and of a network that says one, `on_probability`, (T, 1).
    package private(set) var outputs: [NamedTensor] = []
    private let layout: ParameterLayout

    package init(of network: some Network, normalisation: Normalisation) {
        layout = network.layout
        let aggregate = NamedTensor(name: "aggregate", scale: 1, features: 1)
        inputs = [aggregate]
        let scaled = add(
            .normalisation(mean: normalisation.aggregateMean, scale: normalisation.aggregateScale), "scaled",
            of: [aggregate])
        let (power, onProbability) = network.describe(scaled, in: &self)
        let watts = add(.watts(scale: normalisation.applianceScale), "power", of: [power])
        outputs = [watts] + (onProbability.map { [$0] } ?? [])
    }

    /// That of a trained model.
    package init(_ model: ModelDescription) {
        self.init(of: model.architecture.network, normalisation: model.normalisation)
    }

    /// Adds an input for the time. See ``inputs``.
    mutating func addClock(_ cycles: [CalendarCycle]) -> NamedTensor {
        let clock = NamedTensor(name: "clock", scale: 1, features: 2 * cycles.count)
        inputs.append(clock)
        self.cycles = cycles
        return clock
    }

    /// Adds an operation behind the others and returns its output, which gets the name.
    mutating func add(
        _ kind: Kind, _ name: String, of inputs: [NamedTensor], parameters: [ParameterSlice] = []
    ) -> NamedTensor {
        let parameters = parameters.map { slice in
            let entry = layout.entry(of: slice)
            return Parameter(name: entry.name, shape: entry.shape)
        }
        let shape = kind.shape(of: inputs, parameters)
        let output = NamedTensor(name: name, scale: shape.scale, features: shape.features)
        operations.append(Operation(kind: kind, inputs: inputs, parameters: parameters, output: output))
        return output
    }

    package static func == (a: NetworkDescription, b: NetworkDescription) -> Bool {
        a.inputs == b.inputs && a.operations == b.operations && a.outputs == b.outputs
    }
}

/// Rows of features over time. Shape: (T / scale rounded down, features), of windows of T steps.
package struct NamedTensor: Equatable, Sendable {
    package let name: String
    /// Time steps in a row.
    package let scale: Int
    package let features: Int
}
