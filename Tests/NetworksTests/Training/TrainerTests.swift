import Datasets
import Kernels
import Runs
import Support
import TestSupport
import Testing

@testable import Networks

@Suite("Training")
struct TrainerTests {
    private static let network = SeedModel(SeedModel.Shape(width: 8, heads: 2, depth: 1, scale: 4, dropout: 0.1))

    private static func options(
        schedule: LearningRateSchedule = .init(.constant, peak: 0.01), epochs: Int = 2, budget: Double? = nil,
        batch: Int = 10,
        seed: UInt64 = 3, threads: Int = 2
    ) -> TrainingOptions {
        TrainingOptions(
            loss: .init(l1: 0.5, l2: 0.5), schedule: schedule, epochs: epochs, budget: budget, batch: batch, clip: 1,
            seed: seed, threads: threads, onThreshold: 250)
    }

    /// Synthetic pulses: 50 windows to train on, so that batches of 10 make 5 steps an epoch.
    private static func data(window: Int = 32, windows: [Int] = [50, 10, 10]) throws -> ApplianceData {
        let dataset = try Dataset.load(
            DatasetRequest(
                source: .synthetic, period: 1, syntheticWindows: windows, seed: 1, window: window, stride: window))
        return dataset.appliances[0]
    }

    private static func normalisation(_ data: ApplianceData) throws -> Normalisation {
        try Normalisation.fitted(to: data.train, onThreshold: 250)
    }

    /// Trains, and collects each step's loss.
    private static func train(
        _ options: TrainingOptions, network: SeedModel = network, data: ApplianceData, window: Int = 32
    ) throws -> (outcome: TrainingOutcome, losses: [Double], rates: [Double]) {
        let part = ValidationPart(Windows(of: data.validation, length: window, stride: window))
        let trainer = Trainer(
            appliance: "kettle", network: network, options: options, normalisation: try normalisation(data),
            train: Windows(of: data.train, length: window, stride: window), validation: part,
            judge: plainJudge(part))
        var (losses, rates): ([Double], [Double]) = ([], [])
        var epochs: [Epoch] = []
        let outcome = trainer.run(
            onStep: {
                losses.append($0.loss)
                rates.append($0.learningRate)
            }, onEpoch: { epochs.append($0) })
        #expect(epochs.map(\.epoch) == outcome.epochs.map(\.epoch))
        #expect(outcome.stepSeconds.count == losses.count)
        return (outcome, losses, rates)
    }

    /// Mean absolute error of parameters over the validation windows, watts, and that of predicting zero.
    private static func validationMAE(
        _ parameters: AlignedBuffer, network: SeedModel = network, data: ApplianceData, window: Int = 32
    ) throws -> (mae: Double, zero: Double) {
        let predictor = Predictor(
            network: network, parameters: parameters, normalisation: try normalisation(data), threads: 1)
        let windows = Windows(of: data.validation, length: window, stride: window)
        var (sum, zero) = (0.0, 0.0)
        var truth = [Float](repeating: 0, count: window)
        predictor.forEachPrediction(of: windows) { index, prediction in
            truth.withUnsafeMutableBufferPointer { windows.copyTruth(of: index, into: $0) }
            for step in 0..<window {
                sum += abs(Double(prediction[step]) - Double(truth[step]))
                zero += abs(Double(truth[step]))
            }
        }
        let samples = Double(windows.count * window)
        return (sum / samples, zero / samples)
    }

    @Test("ten steps have the recorded losses")
    func recordedLosses() throws {
        let recorded = [
            0.784_909_716, 0.695_522_473, 0.609_276_018, 0.480_219_739, 0.385_900_310, 0.350_525_037, 0.283_234_453,
            0.203_190_840, 0.162_525_444, 0.175_714_586,
        ]
        let losses = try Self.train(Self.options(), data: try Self.data()).losses
        #expect(losses.count == recorded.count)
        // Rounding differs between instruction sets and BLAS kernels, and Adam's first steps magnify it.
        for (loss, wanted) in zip(losses, recorded) {
            #expect(abs(loss - wanted) < 1e-4 * wanted, "losses \(losses)")
        }
    }

    @Test("the number of threads changes no bit", arguments: [2, 3, 8])
    func threads(threads: Int) throws {
        let data = try Self.data()
        let alone = try Self.train(Self.options(threads: 1), data: data)
        let together = try Self.train(Self.options(threads: threads), data: data)
        #expect(together.losses == alone.losses)
        #expect(together.outcome.parameters.values == alone.outcome.parameters.values)
        #expect(together.outcome.epochs.map(\.valMaeW) == alone.outcome.epochs.map(\.valMaeW))
    }

    @Test("another seed trains another network")
    func seeds() throws {
        let data = try Self.data()
        let losses = try [3, 4].map { try Self.train(Self.options(seed: $0), data: data).losses }
        #expect(losses[0] != losses[1])
    }

    @Test("a batch that is not full is a step of its own")
    func lastBatch() throws {
        // 50 windows in batches of 20: 20, 20 and 10.
        let (outcome, losses, _) = try Self.train(Self.options(epochs: 1, batch: 20), data: try Self.data())
        #expect(losses.count == 3 && outcome.epochs.count == 1)
    }

    @Test("a training of one step learns")
    func oneStep() throws {
        let data = try Self.data()
        let options = Self.options(schedule: .init(.cosine, peak: 0.01), epochs: 1, batch: 50)
        let (outcome, losses, rates) = try Self.train(options, data: data)
        #expect(losses.count == 1 && (rates.first ?? 0) > 0.005)
        #expect(outcome.parameters.values != Self.network.layout.initialValues(seed: 3).values)
    }

    @Test("the best epoch is kept, not the last")
    func bestEpoch() throws {
        var data = try Self.data()
        // Validation says that there are no pulses: the better the network learns them, the worse it does here.
        for index in data.validation.indices {
            data.validation[index].truth = [Float](repeating: 0, count: data.validation[index].rows)
        }
        let (outcome, _, _) = try Self.train(Self.options(epochs: 8), data: data)
        let best = try #require(outcome.epochs.min { ($0.valMaeW ?? .infinity) < ($1.valMaeW ?? .infinity) })
        #expect(outcome.epochs.map(\.epoch) == Array(1...8) && outcome.end == .completed(epochs: 8))
        #expect(outcome.bestEpoch == best.epoch && outcome.best == best)
        try #require(best.epoch < 8, "this run can't tell the best epoch from the last")
        let mae = try Self.validationMAE(outcome.parameters, data: data).mae
        #expect(abs(mae / (best.valMaeW ?? 0) - 1) < 1e-9)
    }

    @Test("the schedule's rate is used at each step")
    func schedule() throws {
        let schedule = LearningRateSchedule(.cosine, peak: 0.01)
        let (outcome, _, rates) = try Self.train(Self.options(schedule: schedule), data: try Self.data())
        // That of each step's middle: neither the first nor the last is 0.
        #expect(rates == (0..<10).map { schedule.rate(at: (Double($0) + 0.5) / 10) })
        #expect(rates.allSatisfy { $0 > 0 })
        #expect(outcome.epochs.map(\.learningRate) == [rates[4], rates[9]])
    }

    @Test("a budget that is used up ends training in its epoch, after one step at least")
    func budget() throws {
        let (outcome, losses, _) = try Self.train(Self.options(epochs: 1000, budget: 1e-9), data: try Self.data())
        #expect(outcome.end == .budget(epoch: 1))
        #expect(losses.count == 1 && outcome.epochs.count == 1 && outcome.bestEpoch == 1)
    }

    @Test("a loss that is not a number ends training with its step, and nothing broken is kept")
    func notANumber() throws {
        let data = try Self.data()
        let (outcome, losses, _) = try Self.train(Self.options(schedule: .init(.constant, peak: 1e30)), data: data)
        #expect(losses.count == 1 && outcome.end == .notANumber(step: 2))
        #expect(outcome.bestEpoch == 0 && outcome.best == nil)
        #expect(outcome.parameters.values == Self.network.layout.initialValues(seed: 3).values)
        #expect(outcome.epochs.allSatisfy { $0.valMaeW == nil })
    }

    @Test("a last step that breaks the network is seen by the validation")
    func brokenByTheLastStep() throws {
        let (outcome, losses, _) = try Self.train(
            Self.options(schedule: .init(.constant, peak: 1e30), epochs: 1, batch: 50), data: try Self.data())
        #expect(losses.count == 1 && losses[0].isFinite)
        #expect(outcome.end == .notANumber(step: 1) && outcome.bestEpoch == 0)
    }

    @Test("a network that breaks down late leaves its best epoch")
    func breaksDownLate() throws {
        let data = try Self.data()
        var broken = data
        // One window holds a reading that no meter gives, so that one batch of every epoch overflows.
        broken.train[49].aggregate[5] = .infinity
        let part = ValidationPart(Windows(of: data.validation, length: 32, stride: 32))
        let trainer = Trainer(
            appliance: "kettle", network: Self.network, options: Self.options(),
            normalisation: try Self.normalisation(data),
            train: Windows(of: broken.train, length: 32, stride: 32), validation: part, judge: plainJudge(part))
        let outcome = trainer.run(onStep: { _ in }, onEpoch: { _ in })
        guard case .notANumber(let step) = outcome.end else {
            Issue.record("\(outcome.end)")
            return
        }
        #expect((1...5).contains(step))
        #expect(outcome.parameters.values.allSatisfy { $0.isFinite })
    }

    @Test("shuffling is a permutation, and the seed's", arguments: [0, 1, 2, 10, 1000])
    func shuffling(count: Int) {
        func order(seed: UInt64) -> [Int] {
            var generator = SplitMix64(seed: seed)
            var order = Array(0..<count)
            WindowSampler.shuffle(&order, using: &generator)
            return order
        }
        #expect(order(seed: 1).sorted() == Array(0..<count))
        #expect(order(seed: 1) == order(seed: 1))
        if count >= 10 {
            #expect(order(seed: 1) != order(seed: 2))
            #expect(order(seed: 1) != Array(0..<count))
        }
    }

    @Test("every place is as likely for every element")
    func uniformShuffling() {
        var generator = SplitMix64(seed: 9)
        var counts = [[Int]](repeating: [0, 0, 0, 0], count: 4)
        for _ in 0..<4000 {
            var order = Array(0..<4)
            WindowSampler.shuffle(&order, using: &generator)
            for (place, element) in order.enumerated() { counts[element][place] += 1 }
        }
        // A thousand each, with a deviation of sqrt(4000 * 3/16) = 27.
        for count in counts.flatMap({ $0 }) { #expect(abs(count - 1000) < 4 * 28) }
    }

    @Test("a tiny network learns synthetic pulses well beyond predicting zero")
    func learns() throws {
        let window = 64
        let data = try Self.data(window: window, windows: [64, 16, 1])
        let network = SeedModel(SeedModel.Shape(width: 16, heads: 2, depth: 1, scale: 4, dropout: 0))
        let options = Self.options(schedule: .init(.cosine, peak: 0.01), epochs: 12, batch: 8)
        let (outcome, _, _) = try Self.train(options, network: network, data: data, window: window)
        let (mae, zero) = try Self.validationMAE(outcome.parameters, network: network, data: data, window: window)
        #expect(mae < 0.25 * zero, "\(mae) W, predicting zero \(zero) W")
    }
}
