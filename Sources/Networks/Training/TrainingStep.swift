import Datasets
import Kernels

/// One step of training: a batch's loss and gradient, clipping, AdamW. After the first it allocates nothing.
package final class TrainingStep<N: Network> {
    private let weights: Parameters
    private let workers: Workers
    private let options: TrainingOptions
    private let dropout: Double
    private let windowCount: Int
    private let batch: BatchGradient<N>
    private let optimiser: AdamW

    /// Starts from the network's initial values for the seed in `options`.
    package init(
        network: N, options: TrainingOptions, normalisation: Normalisation, windows: Windows,
        kernels: Kernels = .best
    ) {
        dropout = network.dropout
        windowCount = windows.count
        self.options = options
        weights = Parameters(network.layout, values: network.layout.initialValues(seed: options.seed))
        workers = Workers(threads: options.threads)
        batch = BatchGradient(
            network: network, windows: windows, normalisation: normalisation, options: options, kernels: kernels)
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
        weights.pack(on: workers)
        optimiser.resume(steps: state.course.steps, first: state.first, second: state.second)
        optimiser.learningRate = state.course.learningRate
    }

    /// Steps on the windows numbered `indices` and returns their mean loss. If that is not finite, the parameters stay
    /// as they are. `times`, where wanted, needs one thread.
    package func run(on indices: ArraySlice<Int>, learningRate: Double, times: LayerTimes? = nil) -> Double {
        let step = optimiser.steps
        let loss = batch.compute(
            parameters: weights, batch: indices, times: times,
            augmentation: {
                Augmentation(
                    options.sampling, windows: windowCount, seed: options.seed, step: step, sequence: $0)
            },
            dropout: { sequence in
                dropout > 0
                    ? Dropout(probability: dropout, seed: options.seed, step: step, sequence: sequence) : nil
            })
        guard loss.isFinite else { return loss }
        optimiser.learningRate = learningRate
        optimiser.step(parameters: parameters, gradient: batch.gradient)
        weights.pack(on: workers)
        return loss
    }
}
