import Datasets
import Kernels

/// What every layer needs to compute: the kernels, the network's parameters and, in training, dropout.
package struct Pass {
    package let kernels: Kernels
    package let parameters: Parameters
    /// The block that gradients are added to; nil where there is no backward pass.
    package let gradient: AlignedBuffer?
    /// nil outside of training.
    package let dropout: Dropout?
    /// nil unless a profile is wanted.
    package let times: LayerTimes?
    /// ``Ablation/none`` outside of studies; there is no backward pass of anything else.
    package let ablation: Ablation
    /// That of the input's first row; nil for data without one, or a network that does not ask.
    package let clock: WallClock?

    package init(
        kernels: Kernels = .best, parameters: Parameters, gradient: AlignedBuffer? = nil, dropout: Dropout? = nil,
        times: LayerTimes? = nil, ablation: Ablation = .none, clock: WallClock? = nil
    ) {
        precondition(gradient == nil || ablation == .none, "there is no backward pass of an ablation")
        self.kernels = kernels
        self.parameters = parameters
        self.gradient = gradient
        self.dropout = dropout
        self.times = times
        self.ablation = ablation
        self.clock = clock
    }

    /// Does `body`, with its time under the layer's name if a profile is wanted.
    @inline(__always)
    func timed(_ layer: @autoclosure () -> String, _ direction: LayerTimes.Direction, _ body: () -> Void) {
        if let times { times.measure(layer(), direction, body) } else { body() }
    }

    func value(_ slice: ParameterSlice) -> Matrix { slice.of(parameters.values) }

    func packed(_ slice: ParameterSlice) -> Matrix {
        guard let place = slice.packedPlace(in: parameters.packed) else {
            preconditionFailure("only weights are packed")
        }
        return place
    }

    func gradient(_ slice: ParameterSlice) -> Matrix {
        guard let gradient else { preconditionFailure("a backward pass needs a gradient block") }
        return slice.of(gradient)
    }
}
