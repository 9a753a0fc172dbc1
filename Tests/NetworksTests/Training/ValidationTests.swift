import Datasets
import Foundation
import Kernels
import Runs
import Testing

@testable import Networks

@Suite("The loss of windows that nothing is learnt from")
struct WindowLossTests {
    private static let network = NILMModel(
        NILMModel.Shape(
            width: 8, heads: 2, depth: 1, dilations: 2, scales: [1, 4], band: nil, feedForward: 1, dropout: 0.3,
            calendar: []))

    private static func options(on: Double, threads: Int = 2, sampling: TrainingOptions.Sampling = .init())
        -> TrainingOptions
    {
        TrainingOptions(
            loss: .init(l1: 0.5, l2: 1, on: on), schedule: .init(.constant, peak: 0.01), epochs: 2, budget: nil,
            batch: 7, clip: 1,
            seed: 3, threads: threads, sampling: sampling, onThreshold: 250)
    }

    private static func data() throws -> ApplianceData {
        try Dataset.load(
            DatasetRequest(
                source: .synthetic, period: 1, syntheticWindows: [40, 9, 1], seed: 1, window: 32, stride: 32)
        ).appliances[0]
    }

    /// The loss by its formula in Double, from the network's own outputs.
    private static func plain(
        _ windows: Windows, _ indices: [Int], _ parameters: AlignedBuffer, _ normalisation: Normalisation,
        _ loss: TrainingOptions.Loss
    ) -> Double {
        let packed = Parameters(network.layout, values: parameters)
        let workspace = network.makeWorkspace(steps: windows.length, training: false)
        let (input, output) = (AlignedBuffer(count: windows.length), AlignedBuffer(count: 2 * windows.length))
        var truth = [Float](repeating: 0, count: windows.length)
        let threshold = normalisation.normalised(appliance: 250)
        var sum = 0.0
        for index in indices {
            windows.copyAggregate(
                of: index, normalisedBy: normalisation, into: .init(start: input.base, count: windows.length))
            truth.withUnsafeMutableBufferPointer {
                windows.copyTruth(of: index, normalisedBy: normalisation, into: $0)
            }
            network.forward(
                Pass(parameters: packed), input: input.matrix(at: 0, rows: windows.length, columns: 1),
                output: output.matrix(at: 0, rows: windows.length, columns: 2), workspace)
            for step in 0..<windows.length {
                let (p, z, y) = (Double(output.base[2 * step]), Double(output.base[2 * step + 1]), Double(truth[step]))
                let probability = 1 / (1 + exp(-z))
                let isOn = truth[step] >= threshold
                sum += loss.l1 * abs(p - y) + loss.l2 * (p - y) * (p - y)
                sum -= loss.on * log(isOn ? probability : 1 - probability)
            }
        }
        return sum / Double(indices.count * windows.length)
    }

    @Test("training and validation loss are one quantity: all terms, without dropout and augmentation")
    func oneQuantity() throws {
        let data = try Self.data()
        let normalisation = try Normalisation.fitted(to: data.train, onThreshold: 250)
        let train = Windows(of: data.train, length: 32, stride: 32)
        let part = ValidationPart(Windows.covering(data.validation, length: 32, stride: 32))
        let options = Self.options(on: 0.3, sampling: .init(amplitude: 0.5, offset: 50, mixing: 0.5))
        let trainer = Trainer(
            appliance: "kettle", network: Self.network, options: options, normalisation: normalisation, train: train,
            validation: part,
            judge: plainJudge(part))
        var last: TrainingState?
        let outcome = trainer.run(onStep: { _ in }, onEpoch: { _ in }) { state, _ in last = state }
        let parameters = try #require(last).parameters
        let epoch = try #require(outcome.epochs.last)
        let (trainLoss, validationLoss) = (try #require(epoch.trainLoss), try #require(epoch.valLoss))
        let sample = LossSample.indices(of: train.count, beside: part.windows.count, seed: 3)
        #expect(sample.count == 9)
        let wantedTrain = Self.plain(train, sample, parameters, normalisation, options.loss)
        let wantedValidation = Self.plain(part.windows, Array(0..<9), parameters, normalisation, options.loss)
        // The kernel's exponential is of single precision.
        #expect(abs(trainLoss / wantedTrain - 1) < 1e-5, "\(trainLoss), wanted \(wantedTrain)")
        #expect(abs(validationLoss / wantedValidation - 1) < 1e-5)
        let without = Self.plain(
            part.windows, Array(0..<9), parameters, normalisation, .init(l1: 0.5, l2: 1, on: 0))
        #expect(validationLoss > 1.01 * without, "the on/off term is in it")
    }

    @Test("the sample is the seed's, of as many windows as validation has, and bounded")
    func sample() {
        let sample = LossSample.indices(of: 1000, beside: 50, seed: 1)
        #expect(sample.count == 50 && Set(sample).count == 50 && sample == sample.sorted())
        #expect(sample == LossSample.indices(of: 1000, beside: 50, seed: 1))
        #expect(sample != LossSample.indices(of: 1000, beside: 50, seed: 2))
        #expect(LossSample.indices(of: 30, beside: 50, seed: 1) == Array(0..<30))
        #expect(LossSample.indices(of: 5000, beside: 4000, seed: 1).count == LossSample.most)
    }
}

@Suite("The validation part")
struct ValidationPartTests {
    @Test("is runs of rows without a gap, each predicted by the windows that cover it")
    func runs() {
        let gap = Float.nan
        let truth: [Float] = [1, 2, 3, gap, 4, 5, 6, 7, 8, gap, 9]
        let segments = [
            Segment(house: "house_1", start: 100, period: 10, aggregate: truth.map { $0 + 50 }, truth: truth),
            Segment(house: "house_2", start: 900, period: 10, aggregate: [60, 61], truth: [10, 11]),
        ]
        let part = ValidationPart(Windows.covering(segments, length: 2, stride: 2))
        #expect(part.runs.map(\.truth) == [[1, 2, 3], [4, 5, 6, 7, 8], [10, 11]])
        #expect(part.runs.map(\.aggregate) == [[51, 52, 53], [54, 55, 56, 57, 58], [60, 61]])
        #expect(
            part.runs.map(\.start) == [100, 140, 900] && part.runs.map(\.house) == ["house_1", "house_1", "house_2"])
        var predictions = part.emptyPredictions
        for index in 0..<part.windows.count {
            var window: [Float] = [0, 0]
            window.withUnsafeMutableBufferPointer { part.windows.copyTruth(of: index, into: $0) }
            window.withUnsafeBufferPointer { part.put($0, of: index, into: &predictions) }
        }
        #expect(predictions == part.runs.map(\.truth))
    }

    @Test("a judge that likes another epoch has that one kept")
    func judge() throws {
        let data = try Dataset.load(
            DatasetRequest(
                source: .synthetic, period: 1, syntheticWindows: [20, 6, 6], seed: 1, window: 32, stride: 32)
        ).appliances[0]
        let part = ValidationPart(Windows.covering(data.validation, length: 32, stride: 32))
        for liked in 1...4 {
            var epoch = 0
            let outcome = Trainer(
                appliance: "kettle",
                network: SeedModel(SeedModel.Shape(width: 8, heads: 2, depth: 1, scale: 4, dropout: 0)),
                options: TrainingOptions(
                    loss: .init(l1: 1, l2: 0), schedule: .init(.constant, peak: 0.01), epochs: 4, budget: nil,
                    batch: 10, clip: 1,
                    seed: 3, threads: 1, onThreshold: 250),
                normalisation: .kilowatt, train: Windows(of: data.train, length: 32, stride: 32), validation: part,
                judge: { predictions in
                    epoch += 1
                    #expect(predictions.map(\.count) == part.runs.map(\.truth.count))
                    return ValidationScore(mae: 20, f1: epoch == liked ? 0.9 : 0.1, skill: 0.5)
                }
            ).run(onStep: { _ in }, onEpoch: { _ in })
            #expect(outcome.bestEpoch == liked && outcome.best?.valF1 == 0.9)
        }
    }
}
