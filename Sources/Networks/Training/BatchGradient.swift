import Kernels

/// The loss and gradient of a batch, spread over threads by sequence.
///
/// A batch is cut into a fixed number of shards, whatever the number of threads. A shard adds up its sequences in
/// order, and the shards are added up in order, so the result has the same bits on any number of threads.
final class BatchGradient<N: Network> {
    /// More threads than this can't help.
    static var shards: Int { 8 }

    /// That of the last batch, after ``compute(_:parameters:times:)``.
    let gradient: AlignedBuffer
    private let network: N
    private let kernels: Kernels
    private let workers: Workers
    private let shardGradients: [AlignedBuffer]
    private let sequences: [Sequence]
    private let losses: UnsafeMutableBufferPointer<Double>

    /// One worker's memory for a sequence.
    private struct Sequence {
        let workspace: N.Workspace
        private let memory: Planned<(Matrix, Matrix, Matrix, Matrix)>
        /// Shapes: (T, 1), (T, 1), (T, outputs), (T, outputs).
        let input: Matrix
        let target: Matrix
        let output: Matrix
        let doutput: Matrix

        init(_ network: N, steps: Int) {
            workspace = network.makeWorkspace(steps: steps, training: true)
            memory = Planned { Self.plan(&$0, network, steps: steps) }
            (input, target, output, doutput) = memory.plan
        }

        static func plan(_ arena: inout Arena, _ network: N, steps: Int) -> (Matrix, Matrix, Matrix, Matrix) {
            (
                arena.take(rows: steps, columns: 1), arena.take(rows: steps, columns: 1),
                arena.take(rows: steps, columns: network.outputs), arena.take(rows: steps, columns: network.outputs)
            )
        }
    }

    /// Shards of a batch, and the workers that have memory of their own.
    private static func counts(batch: Int, threads: Int) -> (shards: Int, workers: Int) {
        let shards = min(Self.shards, batch)
        return (shards, min(threads, shards))
    }

    /// Floats of all that one holds, without making it; Int.max for more.
    static func floats(of network: N, window: Int, batch: Int, threads: Int) -> Int {
        let counts = counts(batch: batch, threads: threads)
        let sequence = Arena.count { _ = Sequence.plan(&$0, network, steps: window) }
            .clampedAdding(network.workspaceFloats(steps: window, training: true))
        return network.layout.storage.clampedMultiplied(by: counts.shards)
            .clampedAdding(sequence.clampedMultiplied(by: counts.workers))
    }

    /// Of batches of up to `batch` windows of `steps` rows.
    init(network: N, steps: Int, batch: Int, threads: Int, kernels: Kernels = .best) {
        self.network = network
        self.kernels = kernels
        workers = Workers(threads: threads)
        let count = network.layout.storage
        let counts = Self.counts(batch: batch, threads: threads)
        shardGradients = (0..<counts.shards).map { _ in AlignedBuffer(count: count) }
        gradient = shardGradients[0]
        sequences = (0..<counts.workers).map { _ in Sequence(network, steps: steps) }
        losses = .allocate(capacity: counts.shards)
    }

    deinit { losses.deallocate() }

    /// The batch's mean loss, with its gradient in `gradient`. `times`, where wanted, needs one thread.
    func compute(_ batch: TrainingBatch, parameters: Parameters, times: LayerTimes? = nil) -> Double {
        precondition(times == nil || workers.threads == 1, "a profile is of one thread, got \(workers.threads)")
        let shards = shardGradients.count
        workers.forEach(shards) { worker, shard in
            let gradient = shardGradients[shard]
            gradient.fill(with: 0)
            losses[shard] = 0
            let memory = sequences[worker]
            for index in stride(from: shard, to: batch.count, by: shards) {
                let weights = batch.copy(index, input: memory.input, target: memory.target, scratch: memory.output)
                let pass = Pass(
                    kernels: kernels, parameters: parameters, gradient: gradient,
                    dropout: batch.dropout(network.dropout, of: index), times: times,
                    clock: network.needsClock ? batch.clock(of: index) : nil)
                network.forward(pass, input: memory.input, output: memory.output, memory.workspace)
                losses[shard] += kernels.loss(
                    output: memory.output, target: memory.target, doutput: memory.doutput, weights: weights,
                    scale: 1 / batch.samples)
                network.backward(pass, input: memory.input, doutput: memory.doutput, memory.workspace)
            }
        }
        reduce()
        return losses.reduce(0, +) / Double(batch.samples)
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
