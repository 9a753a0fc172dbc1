import Datasets
import Dispatch
import Models
import Tensors

/// Trains a network on windows: shuffled batches, a loss on normalised power, clipping, Adam, and the best epoch by
/// validation score kept.
package struct Trainer<N: Network> {
    package let network: N
    package let options: TrainingOptions
    package let normalisation: Normalisation
    private let train: Windows
    private let validation: Windows

    package init(
        network: N, options: TrainingOptions, normalisation: Normalisation, train: Windows,
        validation: Windows
    ) {
        precondition(train.count > 0 && validation.count > 0, "training and validation need a window each")
        self.network = network
        self.options = options
        self.normalisation = normalisation
        self.train = train
        self.validation = validation
    }

    /// Trains from new parameters. `onStep` and `onEpoch` are called on the calling thread.
    package func run(onStep: (StepProgress) -> Void, onEpoch: (EpochRecord) -> Void) -> TrainingOutcome {
        let step = TrainingStep(
            network: network, options: options, normalisation: normalisation, windows: train)
        let best = AlignedBuffer(count: step.parameters.count)
        best.copy(from: step.parameters)
        var sampler = WindowSampler(
            train, onThreshold: options.onThreshold, share: options.sampling.onShare, count: options.sampling.count,
            seed: options.seed)
        let batches = (sampler.count + options.batch - 1) / options.batch
        let steps = batches * options.epochs
        var outcome = TrainingOutcome(
            parameters: best, bestEpoch: 0, epochs: [], stepSeconds: [], end: .completed)
        outcome.stepSeconds.reserveCapacity(steps)
        let begin = Clock.seconds()

        for epoch in 1...options.epochs {
            let epochBegin = Clock.seconds()
            let order = sampler.nextEpoch()
            var lossSum = 0.0
            var seen = 0
            for first in stride(from: 0, to: order.count, by: options.batch) {
                let stepBegin = Clock.seconds()
                let done = progress(steps: step.count, of: steps, seconds: stepBegin - begin)
                // A budget that is used up before the first step still buys that one.
                if done >= 1, step.count > 0 {
                    outcome.end = .budget(epoch: epoch)
                    break
                }
                let indices = order[first..<min(first + options.batch, order.count)]
                let rate = options.schedule.rate(at: max(done, Double(step.count + 1) / Double(steps)))
                let loss = step.run(on: indices, learningRate: rate)
                guard loss.isFinite else {
                    outcome.end = .notANumber(step: step.count + 1)
                    break
                }
                lossSum += loss * Double(indices.count)
                seen += indices.count
                let now = Clock.seconds()
                outcome.stepSeconds.append(now - stepBegin)
                onStep(
                    StepProgress(
                        step: step.count, steps: steps, epoch: epoch, epochs: options.epochs, loss: loss,
                        learningRate: rate, seconds: now - begin,
                        progress: progress(steps: step.count, of: steps, seconds: now - begin)))
            }
            if seen == 0 { break }
            let score = validate(step.parameters)
            let scale = Double(normalisation.applianceScale)
            let record = EpochRecord(
                epoch: epoch, trainLoss: lossSum / Double(seen),
                validationLoss: options.loss.l1 * score.mae / scale + options.loss.l2 * score.mse / (scale * scale),
                validationMAE: score.mae, validationF1: score.f1, validationScore: score.total,
                learningRate: step.learningRate, seconds: Clock.seconds() - epochBegin)
            if !record.validationLoss.isFinite, outcome.end == .completed {
                outcome.end = .notANumber(step: step.count)
            }
            if record.validationScore > (outcome.best?.validationScore ?? -.infinity) {
                outcome.bestEpoch = epoch
                best.copy(from: step.parameters)
            }
            outcome.epochs.append(record)
            onEpoch(record)
            if outcome.end != .completed { break }
        }
        return outcome
    }

    private func progress(steps done: Int, of steps: Int, seconds: Double) -> Double {
        let bySteps = Double(done) / Double(steps)
        return options.budget.map { max(bySteps, seconds / $0) } ?? bySteps
    }

    private func validate(_ parameters: AlignedBuffer) -> ValidationScore {
        let predictor = Predictor(
            network: network, parameters: parameters, normalisation: normalisation, threads: options.threads)
        var truth = [Float](repeating: 0, count: validation.length)
        var score = ValidationScore(onThreshold: options.onThreshold)
        predictor.forEachPrediction(of: validation) { index, prediction in
            truth.withUnsafeMutableBufferPointer { validation.copyTruth(of: index, into: $0) }
            for step in 0..<prediction.count { score.add(prediction: prediction[step], truth: truth[step]) }
        }
        return score
    }
}

extension TrainingOutcome {
    /// The epoch whose parameters were kept.
    package var best: EpochRecord? { epochs.first { $0.epoch == bestEpoch } }
}

/// A clock that only goes forward.
enum Clock {
    /// Seconds since some moment.
    static func seconds() -> Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }
}
