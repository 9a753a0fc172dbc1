import Datasets
import Kernels

/// The windows of one step of training, as sequences that are numbered from 0: what a network is shown of them, what is
/// changed in it, and what is dropped. The step's number decides the last two, with the seed.
struct TrainingBatch {
    let windows: Windows
    /// The windows' numbers.
    let indices: ArraySlice<Int>
    let normalisation: Normalisation
    let options: TrainingOptions
    let step: Int

    var count: Int { indices.count }
    /// Rows of all of them.
    var samples: Float { Float(indices.count * windows.length) }

    /// That of a sequence's first row.
    func clock(of sequence: Int) -> WallClock? { windows.wallClock(of: window(sequence)) }

    /// The masks of a sequence; nil where nothing is dropped.
    func dropout(_ probability: Double, of sequence: Int) -> Dropout? {
        guard probability > 0 else { return nil }
        return Dropout(probability: probability, seed: options.seed, step: step, sequence: sequence)
    }

    /// Writes a sequence's aggregate and truth, normalised and changed; returns what its loss is. Shapes: input, target
    /// (T, 1); `scratch`, at least as much, is working memory.
    func copy(_ sequence: Int, input: Matrix, target: Matrix, scratch: Matrix) -> LossWeights {
        let (window, count) = (window(sequence), windows.length)
        let change = Augmentation(
            options.sampling, windows: windows.count, seed: options.seed, step: step, sequence: sequence)
        windows.copyTruth(of: window, normalisedBy: normalisation, into: .init(start: target.base, count: count))
        windows.copyAggregate(
            of: change.background ?? window, normalisedBy: normalisation, into: .init(start: input.base, count: count))
        if change != .none { apply(change, input: input, target: target, scratch: scratch) }
        return options.weights(normalisation, amplitude: change.amplitude)
    }

    private func window(_ sequence: Int) -> Int { indices[indices.startIndex + sequence] }

    private func apply(_ change: Augmentation, input: Matrix, target: Matrix, scratch: Matrix) {
        // The appliance's power in the unit of the aggregate.
        let scale = normalisation.applianceScale / normalisation.aggregateScale
        if let background = change.background {
            windows.copyTruth(
                of: background, normalisedBy: normalisation, into: .init(start: scratch.base, count: windows.length))
            for step in 0..<windows.length { input.base[step] += scale * (target.base[step] - scratch.base[step]) }
        }
        let offset = change.offset / normalisation.aggregateScale
        for step in 0..<windows.length {
            input.base[step] += scale * (change.amplitude - 1) * target.base[step] + offset
            target.base[step] *= change.amplitude
        }
    }
}
