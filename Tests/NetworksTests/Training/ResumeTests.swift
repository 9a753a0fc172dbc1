import Datasets
import Foundation
import Kernels
import Runs
import Support
import TestSupport
import Testing

@testable import Networks

@Suite("Training that goes on")
struct ResumeTests {
    private static let network = SeedModel(SeedModel.Shape(width: 8, heads: 2, depth: 1, scale: 4, dropout: 0.1))

    private struct Stop: Error {}

    private func trainer(epochs: Int = 3, rate: Double = 0.01, threads: Int = 2) throws -> Trainer<SeedModel> {
        let data = try Dataset.load(
            DatasetRequest(
                source: .synthetic, period: 1, syntheticWindows: [20, 6, 6], seed: 1, window: 32, stride: 32)
        ).appliances[0]
        let options = TrainingOptions(
            loss: .init(l1: 0.5, l2: 0.5), schedule: .init(.cosine, peak: rate), epochs: epochs, budget: nil,
            batch: 7, clip: 1, seed: 3, threads: threads,
            sampling: .init(onShare: 0.5, count: 18, amplitude: 0.2, offset: 10, mixing: 0.5), onThreshold: 250)
        let part = ValidationPart(Windows(of: data.validation, length: 32, stride: 32))
        return Trainer(
            appliance: "kettle", network: Self.network, options: options,
            normalisation: try Normalisation.fitted(to: data.train, onThreshold: 250),
            train: Windows(of: data.train, length: 32, stride: 32), validation: part, judge: plainJudge(part))
    }

    /// All of an outcome but its durations, as bits.
    private func bits(_ outcome: TrainingOutcome) -> [UInt64] {
        outcome.parameters.values.map { UInt64($0.bitPattern) }
            + outcome.epochs.flatMap {
                [$0.trainLoss, $0.valLoss, $0.valMaeW, $0.valF1, $0.learningRate].map { ($0 ?? -1).bitPattern }
            } + [UInt64(outcome.bestEpoch), UInt64(outcome.epochs.count), UInt64(outcome.stepSeconds.count)]
    }

    /// Trains until the pause numbered `pause`, from 0, whose state comes back by way of a file.
    private func state(at pause: Int, of trainer: Trainer<SeedModel>) throws -> TrainingState {
        let folder = try TemporaryFolder()
        var count = 0
        #expect(throws: Stop.self) {
            _ = try trainer.run(onStep: { _ in }, onEpoch: { _ in }) { state, _ in
                if count == pause {
                    try state.write(to: folder("state"), purpose: "a test")
                    throw Stop()
                }
                count += 1
            }
        }
        return try TrainingState(
            contentsOf: folder("state"), count: Self.network.layout.storage, purpose: "a test")
    }

    @Test("from any pause it ends with the same bits, on another number of threads too", arguments: 0..<12)
    func sameBits(pause: Int) throws {
        // 3 epochs of 3 steps, and a pause after each epoch.
        var pauses: [TrainingState.Pause] = []
        let whole = try trainer().run(onStep: { _ in }, onEpoch: { _ in }) { pauses.append($1) }
        #expect(pauses.count == 12)
        let state = try state(at: pause, of: trainer())
        var steps: [Int] = []
        let rest = try trainer(threads: 1).run(from: state, onStep: { steps.append($0.step) }, onEpoch: { _ in })
        #expect(steps == Array(0..<9).map { $0 + 1 }.filter { $0 > state.course.steps })
        #expect(bits(rest) == bits(whole))
        #expect(rest.end == .completed(epochs: 3))
    }

    @Test("time spent before counts for the budget and the rate")
    func time() throws {
        let state = try state(at: 4, of: trainer())
        #expect(state.course.seconds > 0 && state.stepSeconds.count == 4)
        var seconds: [Double] = []
        _ = try trainer().run(from: state, onStep: { seconds.append($0.seconds) }, onEpoch: { _ in })
        #expect(seconds.first ?? 0 > state.course.seconds)
    }

    @Test("a network that broke down comes back with its losses that are no numbers")
    func notANumber() throws {
        let trainer = try trainer(rate: 1e30)
        var last: TrainingState?
        let outcome = trainer.run(onStep: { _ in }, onEpoch: { _ in }) { state, _ in last = state }
        let state = try #require(last)
        guard case .notANumber = outcome.end else {
            Issue.record("it ended with \(outcome.end)")
            return
        }
        #expect(state.course.end == outcome.end)
        let folder = try TemporaryFolder()
        try state.write(to: folder("state"), purpose: "p")
        let again = try TrainingState(
            contentsOf: folder("state"), count: Self.network.layout.storage, purpose: "p")
        #expect(bits(trainer.run(from: again, onStep: { _ in }, onEpoch: { _ in })) == bits(outcome))
    }

    @Test("a state of another purpose, of another network or cut short is refused")
    func refused() throws {
        let folder = try TemporaryFolder()
        let count = Self.network.layout.storage
        try state(at: 1, of: trainer()).write(to: folder("state"), purpose: "kettle")
        #expect(throws: TrainingStateError.otherPurpose(path: folder("state"), expected: "fridge", got: "kettle")) {
            _ = try TrainingState(contentsOf: folder("state"), count: count, purpose: "fridge")
        }
        #expect(throws: TrainingStateError.self) {
            _ = try TrainingState(contentsOf: folder("state"), count: count + 16, purpose: "kettle")
        }
        let bytes = try FileReader.bytes(of: folder("state"))
        try AtomicFile.write(Array(bytes.dropLast(4)), to: folder("state"))
        #expect(throws: TrainingStateError.self) {
            _ = try TrainingState(contentsOf: folder("state"), count: count, purpose: "kettle")
        }
    }

    @Test("a state in which one bit has changed, wherever, is refused") func damaged() throws {
        let folder = try TemporaryFolder()
        let count = Self.network.layout.storage
        try state(at: 1, of: trainer()).write(to: folder("state"), purpose: "kettle")
        let bytes = try FileReader.bytes(of: folder("state"))
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 400)) {
            var damaged = bytes
            damaged[place] ^= 1 << UInt8(place % 8)
            try AtomicFile.write(damaged, to: folder("state"))
            #expect(throws: TrainingStateError.self, "byte \(place) of \(bytes.count)") {
                _ = try TrainingState(contentsOf: folder("state"), count: count, purpose: "kettle")
            }
        }
        try AtomicFile.write(bytes, to: folder("state"))
        _ = try TrainingState(contentsOf: folder("state"), count: count, purpose: "kettle")
    }
}
