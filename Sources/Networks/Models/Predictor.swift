import Datasets
import Kernels

/// A trained network and what its input and output mean, to predict with on several threads.
///
/// Predictions are in watts and never negative: an appliance draws power. What is not a number stays so: a network that
/// broke down must not look like one that says 0 W.
package struct Predictor<N: Network>: Sendable {
    package let network: N
    package let parameters: Parameters
    package let normalisation: Normalisation
    let workers: Workers

    /// `parameters` is a block of the network's layout.
    package init(network: N, parameters: AlignedBuffer, normalisation: Normalisation, threads: Int) {
        self.network = network
        self.parameters = Parameters(network.layout, values: parameters)
        self.normalisation = normalisation
        workers = Workers(threads: threads)
    }

    /// Calls `body` with each window's number and prediction, (length), in order, on the calling thread.
    package func forEachPrediction(of windows: Windows, body: (Int, UnsafeBufferPointer<Float>) -> Void) {
        let batch = PredictionBatch(self, length: windows.length)
        for first in stride(from: 0, to: windows.count, by: batch.capacity) {
            let count = min(batch.capacity, windows.count - first)
            batch.predict(count, clock: { windows.wallClock(of: first + $0) }) { index, input in
                windows.copyAggregate(of: first + index, normalisedBy: normalisation, into: input)
            }
            for index in 0..<count { body(first + index, batch[index]) }
        }
    }
}
