import Datasets
import Models
import Tensors

/// The loss and gradient of a batch, spread over threads by sequence.
///
/// A batch is cut into a fixed number of shards, whatever the number of threads. A shard adds up its sequences in
/// order, and the shards are added up in order, so the result has the same bits on any number of threads.
final class BatchGradient<N: Network> {
    /// More threads than this can't help.
    static var shards: Int { 8 }

    let network: N
    let options: TrainingOptions
    let normalisation: Normalisation
    let windows: Windows
    /// The batch's gradient after ``compute(parameters:batch:step:dropout:)``.
    let gradient: AlignedBuffer
    private let kernels: Kernels
    private let workers: Workers
    private let shardGradients: [AlignedBuffer]
    private let sequences: [Sequence]
    private let losses: UnsafeMutableBufferPointer<Double>

    /// One worker's memory for a sequence.
    private struct Sequence {
        let workspace: N.Workspace
        let block: AlignedBuffer
        let steps: Int

        func column(_ index: Int) -> Matrix { block.matrix(at: index * stride, rows: steps, columns: 1) }
        private var stride: Int { block.count / 4 }
    }

    init(network: N, windows: Windows, normalisation: Normalisation, options: TrainingOptions, kernels: Kernels = .best)
    {
        self.network = network
        self.windows = windows
        self.normalisation = normalisation
        self.options = options
        self.kernels = kernels
        workers = Workers(threads: options.threads)
        let count = network.layout.storage
        let shards = min(Self.shards, options.batch)
        shardGradients = (0..<shards).map { _ in AlignedBuffer(count: count) }
        gradient = shardGradients[0]
        sequences = (0..<min(options.threads, shards)).map { _ in
            Sequence(
                workspace: network.makeWorkspace(steps: windows.length, training: true),
                block: AlignedBuffer(count: 4 * ((windows.length + 15) / 16 * 16)), steps: windows.length)
        }
        losses = .allocate(capacity: shards)
    }

    deinit { losses.deallocate() }

    /// The mean loss over the windows `batch`, with its gradient in `gradient`.
    ///
    /// `dropout` makes the masks of one sequence of the batch, or nil. `times`, where wanted, needs one thread.
    func compute(
        parameters: Parameters, batch: ArraySlice<Int>, times: LayerTimes? = nil,
        dropout: (_ sequence: Int) -> Dropout?
    ) -> Double {
        precondition(times == nil || workers.threads == 1, "a profile is of one thread, got \(workers.threads)")
        let shards = shardGradients.count
        let samples = Float(batch.count * windows.length)
        workers.forEach(shards) { worker, shard in
            let gradient = shardGradients[shard]
            gradient.fill(with: 0)
            losses[shard] = 0
            let memory = sequences[worker]
            let (input, target, output, doutput) = (
                memory.column(0), memory.column(1), memory.column(2), memory.column(3)
            )
            for index in stride(from: shard, to: batch.count, by: shards) {
                let window = batch[batch.startIndex + index]
                windows.copyAggregate(
                    of: window, normalisedBy: normalisation, into: .init(start: input.base, count: windows.length))
                windows.copyTruth(
                    of: window, normalisedBy: normalisation, into: .init(start: target.base, count: windows.length))
                let pass = Pass(
                    kernels: kernels, parameters: parameters, gradient: gradient, dropout: dropout(index), times: times)
                network.forward(pass, input: input, output: output, memory.workspace)
                losses[shard] += kernels.loss(
                    prediction: output, target: target, dprediction: doutput, l1: Float(options.loss.l1),
                    l2: Float(options.loss.l2), scale: 1 / samples)
                network.backward(pass, input: input, doutput: doutput, memory.workspace)
            }
        }
        reduce()
        return losses.reduce(0, +) / Double(samples)
    }

    /// gradient = the sum of the shards' gradients, in shard order for each element.
    private func reduce() {
        let count = gradient.count
        let piece = 1 << 16
        workers.forEach((count + piece - 1) / piece) { _, index in
            let range = index * piece..<min((index + 1) * piece, count)
            for other in shardGradients.dropFirst() {
                kernels.add(
                    other.matrix(at: range.lowerBound, rows: 1, columns: range.count),
                    to: gradient.matrix(at: range.lowerBound, rows: 1, columns: range.count))
            }
        }
    }
}
