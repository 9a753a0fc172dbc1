import Datasets
import Kernels
import Support

/// What a network makes of windows that it does not learn from: the loss that is trained, the on/off term included,
/// without augmentation and dropout.
///
/// Training and validation are measured by this one quantity, so that the two may be compared.
struct WindowLoss<N: Network> {
    let options: TrainingOptions
    let normalisation: Normalisation
    let predictor: Predictor<N>

    /// The mean loss over the samples of the windows numbered `indices`, one at least.
    ///
    /// `body` is called with each window's index and its prediction, (length) watts, in the order of `indices`.
    func mean(
        of windows: Windows, _ indices: [Int], body: (Int, UnsafeBufferPointer<Float>) -> Void = { _, _ in }
    ) -> Double {
        precondition(!indices.isEmpty, "a mean loss needs a window")
        let length = windows.length
        let batch = PredictionBatch(predictor, length: length)
        let weights = options.weights(normalisation)
        let losses = UnsafeMutableBufferPointer<Double>.allocate(capacity: batch.capacity)
        defer { losses.deallocate() }
        var sum = 0.0
        for first in stride(from: 0, to: indices.count, by: batch.capacity) {
            let count = min(batch.capacity, indices.count - first)
            let results = losses
            batch.predict(
                count,
                output: { index, output in
                    let target = AlignedBuffer(count: length)
                    let scratch = AlignedBuffer(count: length * output.columns)
                    windows.copyTruth(
                        of: indices[first + index], normalisedBy: normalisation,
                        into: .init(start: target.base, count: length))
                    results[index] = Kernels.best.loss(
                        output: output, target: target.matrix(at: 0, rows: length, columns: 1),
                        doutput: scratch.matrix(at: 0, rows: length, columns: output.columns), weights: weights,
                        scale: 0)
                }, clock: { windows.wallClock(of: indices[first + $0]) },
                input: { index, input in
                    windows.copyAggregate(of: indices[first + index], normalisedBy: normalisation, into: input)
                })
            // In order, so that the sum has the same bits on any number of threads.
            for index in 0..<count {
                sum += losses[index]
                body(indices[first + index], batch[index])
            }
        }
        return sum / Double(indices.count * length)
    }
}

/// The training windows that the training loss is measured on after each epoch.
package enum LossSample {
    /// Windows at most: what is measured after an epoch is to cost little of it.
    static let most = 256

    /// How many of `count` windows there are in it: as many as the validation part has.
    package static func count(of count: Int, beside validation: Int) -> Int { min(count, validation, most) }

    /// The windows, in ascending order; the same for a seed.
    static func indices(of count: Int, beside validation: Int, seed: UInt64) -> [Int] {
        var all = Array(0..<count)
        var generator = SplitMix64(seed: seed ^ 0x4C4F_5353_5341_4D50)
        WindowSampler.shuffle(&all, using: &generator)
        return all.prefix(self.count(of: count, beside: validation)).sorted()
    }
}
