import Datasets
import Kernels

/// Memory to predict up to `capacity` windows at a time on a predictor's threads; made once, used for any number.
package final class PredictionBatch<N: Network> {
    package let length: Int
    package let capacity: Int
    private let predictor: Predictor<N>
    private let inputs: AlignedBuffer
    /// Of each thread, (length, the network's outputs); and predictions, a row of `length` a window.
    private let outputs: AlignedBuffer
    private let predictions: AlignedBuffer
    private let workspaces: [N.Workspace]

    /// Windows of `length` rows.
    package init(_ predictor: Predictor<N>, length: Int) {
        self.predictor = predictor
        self.length = length
        let threads = predictor.workers.threads
        capacity = Self.capacity(threads: threads)
        let counts = Self.counts(outputs: predictor.network.outputs, length: length, threads: threads)
        inputs = AlignedBuffer(count: counts.inputs)
        outputs = AlignedBuffer(count: counts.outputs)
        predictions = AlignedBuffer(count: counts.predictions)
        workspaces = (0..<threads).map { _ in predictor.network.makeWorkspace(steps: length, training: false) }
    }

    /// Windows at a time.
    private static func capacity(threads: Int) -> Int { 16 * threads }

    /// Floats of the buffers of a network with so many outputs.
    private static func counts(
        outputs: Int, length: Int, threads: Int
    ) -> (inputs: Int, outputs: Int, predictions: Int) {
        let inputs = threads.clampedMultiplied(by: length)
        return (
            inputs, inputs.clampedMultiplied(by: outputs),
            Self.capacity(threads: 1).clampedMultiplied(by: threads).clampedMultiplied(by: length)
        )
    }

    /// Floats of all that one holds, without making it; Int.max for more.
    package static func floats(of network: N, length: Int, threads: Int) -> Int {
        let counts = counts(outputs: network.outputs, length: length, threads: threads)
        return network.workspaceFloats(steps: length, training: false).clampedMultiplied(by: threads)
            .clampedAdding(counts.inputs).clampedAdding(counts.outputs).clampedAdding(counts.predictions)
    }

    /// Predicts `count` windows, whose normalised aggregates `input` writes, each at the time that `clock` says, if the
    /// network asks for it, and with its `ablation` where that is not nil. `output` is shown what the network said of a
    /// window, (length, the network's outputs), normalised. All are called on any thread.
    package func predict(
        _ count: Int, ablation: ((Int) -> Ablation)? = nil, output show: ((Int, Matrix) -> Void)? = nil,
        clock: (Int) -> WallClock?, input: (Int, UnsafeMutableBufferPointer<Float>) -> Void
    ) {
        precondition(count <= capacity, "at most \(capacity) windows at a time, got \(count)")
        predictor.workers.forEach(count) { worker, index in
            let row = inputs.matrix(at: worker * length, rows: length, columns: 1)
            let columns = predictor.network.outputs
            let output = outputs.matrix(at: worker * length * columns, rows: length, columns: columns)
            let pass = Pass(
                parameters: predictor.parameters, ablation: ablation?(index) ?? .none,
                clock: predictor.network.needsClock ? clock(index) : nil)
            input(index, UnsafeMutableBufferPointer(start: row.base, count: length))
            predictor.network.forward(pass, input: row, output: output, workspaces[worker])
            show?(index, output)
            let prediction = predictions.base + index * length
            for step in 0..<length {
                let watts = predictor.normalisation.watts(output.base[step * columns])
                prediction[step] = watts < 0 ? 0 : watts
            }
        }
    }

    /// A window's prediction, in watts, until the next call of ``predict(_:ablation:output:clock:input:)``. Shape: (length).
    package subscript(index: Int) -> UnsafeBufferPointer<Float> {
        precondition(index < capacity, "window \(index) of \(capacity)")
        return UnsafeBufferPointer(start: predictions.base + index * length, count: length)
    }
}
