import Datasets
import Dispatch
import Kernels
import Runs

/// Trains a network on windows: shuffled batches, a loss on normalised power, clipping, Adam, and the best epoch by the
/// score of the validation part kept.
package struct Trainer<N: Network> {
    /// Whose epochs these are.
    package let appliance: String
    package let network: N
    package let options: TrainingOptions
    package let normalisation: Normalisation
    private let train: Windows
    private let validation: ValidationPart
    private let judge: ValidationJudge

    /// `judge` scores predictions of the validation part: what scores are is not training's to know.
    package init(
        appliance: String, network: N, options: TrainingOptions, normalisation: Normalisation, train: Windows,
        validation: ValidationPart, judge: @escaping ValidationJudge
    ) {
        precondition(train.count > 0 && !validation.runs.isEmpty, "training and validation need a window each")
        self.judge = judge
        self.appliance = appliance
        self.network = network
        self.options = options
        self.normalisation = normalisation
        self.train = train
        self.validation = validation
    }

    /// Trains from new parameters, or from where training stood in `state`: it ends with the same bits as if it had
    /// never stopped, unless the time budget decides.
    ///
    /// `onStep` and `onEpoch` are called on the calling thread. `onPause` is called after each step and each epoch with
    /// where training stands; an error that it throws ends training.
    package func run(
        from state: TrainingState? = nil, onStep: (StepProgress) -> Void, onEpoch: (Epoch) -> Void,
        onPause: (TrainingState, TrainingState.Pause) throws -> Void
    ) rethrows -> TrainingOutcome {
        if let state, state.course.end != nil { return state.outcome }
        let step = TrainingStep(network: network, options: options, normalisation: normalisation, windows: train)
        if let state { step.resume(from: state) }
        let best = AlignedBuffer(count: step.parameters.count)
        best.copy(from: state?.best ?? step.parameters)
        var now = TrainingState(
            parameters: step.parameters, first: step.moments.first, second: step.moments.second, best: best,
            course: state?.course ?? TrainingState.Course(), stepSeconds: state?.stepSeconds ?? [])
        var sampler = WindowSampler(
            train, onThreshold: options.onThreshold, share: options.sampling.onShare, count: options.sampling.count,
            seed: options.seed)
        let steps = options.steps(windows: train.count)
        now.stepSeconds.reserveCapacity(steps)
        let begin = Clock.seconds() - now.course.seconds

        for epoch in 1...options.epochs {
            let order = sampler.nextEpoch()
            if epoch < now.course.epoch { continue }
            let epochBegin = Clock.seconds() - now.course.epochSeconds
            for first in stride(from: now.course.seen, to: order.count, by: options.batch) {
                let stepBegin = Clock.seconds()
                let done = progress(steps: step.count, of: steps, seconds: stepBegin - begin)
                // A budget that is used up before the first step still buys that one.
                if done >= 1, step.count > 0 {
                    now.course.end = .budget(epoch: epoch)
                    break
                }
                let indices = order[first..<min(first + options.batch, order.count)]
                let rate = options.schedule.rate(at: max(done, (Double(step.count) + 0.5) / Double(steps)))
                let loss = step.run(on: indices, learningRate: rate)
                guard loss.isFinite else {
                    now.course.end = .notANumber(step: step.count + 1)
                    break
                }
                let end = Clock.seconds()
                now.stepSeconds.append(end - stepBegin)
                now.course.steps = step.count
                now.course.learningRate = rate
                now.course.seen += indices.count
                now.course.seconds = end - begin
                now.course.epochSeconds = end - epochBegin
                onStep(
                    StepProgress(
                        step: step.count, steps: steps, epoch: epoch, epochs: options.epochs, loss: loss,
                        learningRate: rate, seconds: end - begin,
                        progress: progress(steps: step.count, of: steps, seconds: end - begin)))
                try onPause(now, .step)
            }
            if now.course.seen > 0 {
                let (epoch, score) = measure(now.course, epochBegin: epochBegin, parameters: step.parameters)
                finish(epoch, score: score, of: &now)
                now.course.seconds = Clock.seconds() - begin
                onEpoch(epoch)
            }
            if epoch == options.epochs, now.course.end == nil {
                now.course.end = .completed(epochs: now.course.epochs.count)
            }
            try onPause(now, .epoch)
            if now.course.end != nil { break }
        }
        return now.outcome
    }

    /// The same without a pause.
    package func run(
        from state: TrainingState? = nil, onStep: (StepProgress) -> Void, onEpoch: (Epoch) -> Void
    ) -> TrainingOutcome {
        run(from: state, onStep: onStep, onEpoch: onEpoch, onPause: { _, _ in })
    }

    /// Measures the epoch that is over, with what epochs are compared by.
    private func measure(
        _ course: TrainingState.Course, epochBegin: Double, parameters: AlignedBuffer
    ) -> (Epoch, score: Double) {
        let measure = WindowLoss(
            options: options, normalisation: normalisation,
            predictor: Predictor(
                network: network, parameters: parameters, normalisation: normalisation, threads: options.threads))
        let sample = LossSample.indices(of: train.count, beside: validation.windows.count, seed: options.seed)
        let trainLoss = measure.mean(of: train, sample)
        var predictions = validation.emptyPredictions
        let validationLoss = measure.mean(of: validation.windows, Array(0..<validation.windows.count)) {
            validation.put($1, of: $0, into: &predictions)
        }
        let isPower = predictions.allSatisfy { $0.allSatisfy(\.isFinite) }
        let score = isPower ? judge(predictions) : .broken
        let epoch = Epoch(
            appliance: appliance, epoch: course.epoch, trainLoss: trainLoss.finite,
            valLoss: isPower ? validationLoss.finite : nil, valMaeW: score.mae.finite, valF1: score.f1,
            learningRate: course.learningRate, seconds: Clock.seconds() - epochBegin)
        return (epoch, score.total)
    }

    /// Keeps the parameters of an epoch if it is the best so far, and begins the next one.
    private func finish(_ epoch: Epoch, score: Double, of state: inout TrainingState) {
        if epoch.valLoss == nil, state.course.end == nil {
            state.course.end = .notANumber(step: state.course.steps)
        }
        if score > (state.course.bestScore ?? -.infinity) {
            state.course.bestEpoch = epoch.epoch
            state.course.bestScore = score
            state.best.copy(from: state.parameters)
        }
        state.course.epochs.append(epoch)
        state.course.epoch += 1
        state.course.seen = 0
        state.course.epochSeconds = 0
    }

    private func progress(steps done: Int, of steps: Int, seconds: Double) -> Double {
        let bySteps = Double(done) / Double(steps)
        return options.budget.map { max(bySteps, seconds / $0) } ?? bySteps
    }
}

extension TrainingOutcome {
    /// The epoch whose parameters were kept.
    package var best: Epoch? { epochs.first { $0.epoch == bestEpoch } }
}

extension Double {
    /// nil for NaN and infinity.
    fileprivate var finite: Double? { isFinite ? self : nil }
}

/// A clock that only goes forward.
enum Clock {
    /// Seconds since some moment.
    static func seconds() -> Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }
}
