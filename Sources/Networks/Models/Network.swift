import Kernels

/// A network that turns one window of aggregate power into one of appliance power, both normalised.
///
/// It works on one sequence at a time: a batch is spread over threads by sequence, so that a sequence's activations stay
/// in one core's cache.
package protocol Network: Sendable {
    /// Activations and working memory for one sequence; not shared between threads.
    associatedtype Workspace

    var layout: ParameterLayout { get }

    /// Columns of the output: 1, power; or 2, power and the logit of the appliance being on.
    var outputs: Int { get }

    /// The probability of an element to be dropped in training.
    var dropout: Double { get }

    /// Whether ``Pass/clock`` must be set.
    var needsClock: Bool { get }

    /// Memory for sequences of `steps`; without `training` the backward pass must not be called.
    func makeWorkspace(steps: Int, training: Bool) -> Workspace

    /// Floats of that memory, without making it; Int.max for more.
    func workspaceFloats(steps: Int, training: Bool) -> Int

    /// output = the network of input. Shapes: input (T, 1), output (T, outputs).
    func forward(_ pass: Pass, input: Matrix, output: Matrix, _ workspace: Workspace)

    /// Parameters' gradients += those of a scalar whose gradient at the output is doutput (T, outputs), after a forward
    /// pass of the same input in the same workspace.
    func backward(_ pass: Pass, input: Matrix, doutput: Matrix, _ workspace: Workspace)

    /// Adds the operations of ``forward(_:input:output:_:)`` without dropout, of an input (T, 1); returns power (T, 1)
    /// and, where that is an output, the probability of being on (T, 1).
    func describe(
        _ input: NamedTensor, in description: inout NetworkDescription
    ) -> (power: NamedTensor, onProbability: NamedTensor?)

    /// Calls `body` with each attention of a forward pass of the input, in its order. See ``AttentionWeights``.
    func attention(_ pass: Pass, input: Matrix, body: (AttentionWeights) -> Void)
}

extension Network {
    package var needsClock: Bool { false }
}
