import Datasets
import Kernels

/// One step of training: a batch's loss and gradient, clipping, AdamW. After the first it allocates nothing.
package final class TrainingStep<N: Network> {
    private let weights: Parameters
    private let options: TrainingOptions
    private let normalisation: Normalisation
    private let windows: Windows
    private let gradients: BatchGradient<N>
    private let optimiser: AdamW

    /// Starts from the network's initial values for the seed in `options`.
    package init(
        network: N, options: TrainingOptions, normalisation: Normalisation, windows: Windows,
        kernels: Kernels = .best
    ) {
        self.options = options
        self.normalisation = normalisation
        self.windows = windows
        weights = Parameters(network.layout, values: network.layout.initialValues(seed: options.seed))
        gradients = BatchGradient(
            network: network, steps: windows.length, batch: options.batch, threads: options.threads, kernels: kernels)
        optimiser = AdamW(
            count: network.layout.storage, clip: options.clip, kernels: kernels, threads: options.threads)
    }

    /// The block that is trained.
    package var parameters: AlignedBuffer { weights.values }
    /// Steps done.
    package var count: Int { optimiser.steps }
    /// Of the last step.
    package var learningRate: Double { optimiser.learningRate }

    /// The optimiser's running means, for a ``TrainingState``.
    var moments: (first: AlignedBuffer, second: AlignedBuffer) { (optimiser.first, optimiser.second) }

    /// Goes on from where training stood.
    func resume(from state: TrainingState) {
        parameters.copy(from: state.parameters)
        weights.pack(threads: options.threads)
        optimiser.resume(steps: state.course.steps, first: state.first, second: state.second)
        optimiser.learningRate = state.course.learningRate
    }

    /// Steps on the windows numbered `indices` and returns their mean loss. If that is not finite, the parameters stay
    /// as they are. `times`, where wanted, needs one thread.
    package func run(on indices: ArraySlice<Int>, learningRate: Double, times: LayerTimes? = nil) -> Double {
        let batch = TrainingBatch(
            windows: windows, indices: indices, normalisation: normalisation, options: options, step: optimiser.steps)
        let loss = gradients.compute(batch, parameters: weights, times: times)
        guard loss.isFinite else { return loss }
        optimiser.learningRate = learningRate
        optimiser.step(parameters: parameters, gradient: gradients.gradient)
        weights.pack(threads: options.threads)
        return loss
    }
}
