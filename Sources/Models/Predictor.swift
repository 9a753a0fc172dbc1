import Datasets
import Tensors

/// Predicts windows with a trained network, on several threads.
package struct Predictor<N: Network>: Sendable {
    package let network: N
    package let parameters: AlignedBuffer
    package let normalisation: Normalisation
    private let workers: Workers

    package init(network: N, parameters: AlignedBuffer, normalisation: Normalisation, threads: Int) {
        self.network = network
        self.parameters = parameters
        self.normalisation = normalisation
        workers = Workers(threads: threads)
    }

    /// Calls `body` with each window's number and prediction, in order, on the calling thread.
    ///
    /// The prediction is in watts, (length), and never negative: an appliance draws power. What is not a number stays
    /// so: a network that broke down must not look like one that says 0 W.
    package func forEachPrediction(of windows: Windows, body: (Int, UnsafeBufferPointer<Float>) -> Void) {
        let length = windows.length
        let chunk = 16 * workers.threads
        let outputs = AlignedBuffer(count: chunk * length)
        let inputs = AlignedBuffer(count: workers.threads * length)
        let workspaces = (0..<workers.threads).map { _ in network.makeWorkspace(steps: length, training: false) }
        let pass = Pass(parameters: parameters)
        for first in stride(from: 0, to: windows.count, by: chunk) {
            let count = min(chunk, windows.count - first)
            workers.forEach(count) { worker, index in
                let input = inputs.matrix(at: worker * length, rows: length, columns: 1)
                let output = outputs.matrix(at: index * length, rows: length, columns: 1)
                windows.copyAggregate(
                    of: first + index, normalisedBy: normalisation, into: .init(start: input.base, count: length))
                network.forward(pass, input: input, output: output, workspaces[worker])
                for step in 0..<length {
                    let watts = normalisation.watts(output.base[step])
                    output.base[step] = watts < 0 ? 0 : watts
                }
            }
            for index in 0..<count {
                body(first + index, UnsafeBufferPointer(start: outputs.base + index * length, count: length))
            }
        }
    }
}
