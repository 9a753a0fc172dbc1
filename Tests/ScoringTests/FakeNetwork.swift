import Datasets
import Kernels
import Networks

/// A network without parameters whose output is a function of the step in the window and the input there.
struct FakeNetwork: Network {
    let layout = ParameterLayout()
    let outputs = 1
    let dropout = 0.0
    let function: @Sendable (_ step: Int, _ input: Float) -> Float

    func makeWorkspace(steps: Int, training: Bool) {}
    func workspaceFloats(steps: Int, training: Bool) -> Int { 0 }

    func forward(_ pass: Pass, input: Matrix, output: Matrix, _ workspace: Void) {
        for step in 0..<input.rows { output[step, 0] = function(step, input[step, 0]) }
    }

    func backward(_ pass: Pass, input: Matrix, doutput: Matrix, _ workspace: Void) {
        preconditionFailure("a fake network does not train")
    }

    func attention(_ pass: Pass, input: Matrix, body: (AttentionWeights) -> Void) {}

    /// Predicts with it, in watts or as `normalisation` says.
    func predictor(_ normalisation: Normalisation = .none, threads: Int = 2) -> Predictor<FakeNetwork> {
        Predictor(
            network: self, parameters: AlignedBuffer(count: 0), normalisation: normalisation, threads: threads)
    }
}

extension Network {
    /// Nobody asks a fake network for its description.
    func describe(
        _ input: NamedTensor, in description: inout NetworkDescription
    ) -> (power: NamedTensor, onProbability: NamedTensor?) { (input, nil) }
}

extension Segment {
    /// Aggregates of one house from time 0; NaN is a gap. The truth is 0.
    init(_ aggregate: [Float]) {
        self.init(
            house: "house_1", start: 0, period: 6, aggregate: aggregate,
            truth: [Float](repeating: 0, count: aggregate.count))
    }
}
