import Datasets
import Testing

@testable import Networks

@Suite("Which windows are trained on, and what is changed in them")
struct SamplingTests {
    /// Twenty windows of four rows, the appliance on in one row of every tenth.
    private static let windows: Windows = {
        let truth = (0..<80).map { $0 % 40 == 1 ? Float(100) : 0 }
        let segment = Segment(house: "house_1", start: 0, period: 6, aggregate: truth, truth: truth)
        return Windows(of: [segment], length: 4, stride: 4)
    }()

    private func sampler(share: Double?, count: Int?, seed: UInt64 = 1, threshold: Float = 100) -> WindowSampler {
        WindowSampler(Self.windows, onThreshold: threshold, share: share, count: count, seed: seed)
    }

    @Test("without options an epoch has every window once, in the seed's order")
    func all() {
        var (first, again, other) = (
            sampler(share: nil, count: nil), sampler(share: nil, count: nil), sampler(share: nil, count: nil, seed: 2)
        )
        let epochs = (0..<3).map { _ in first.nextEpoch() }
        for epoch in epochs { #expect(epoch.sorted() == Array(0..<20)) }
        #expect(epochs[0] != epochs[1])
        #expect(again.nextEpoch() == epochs[0] && other.nextEpoch() != epochs[0])
    }

    @Test("a share of an epoch has the appliance on, and the rest not", arguments: [0, 0.25, 0.5, 1])
    func share(share: Double) {
        var sampler = sampler(share: share, count: 8)
        for _ in 0..<3 {
            let epoch = sampler.nextEpoch()
            #expect(epoch.count == 8)
            #expect(epoch.filter { $0 % 10 == 0 }.count == Int(8 * share))
        }
    }

    @Test("windows are drawn again only when all of their kind were")
    func withoutReplacement() {
        var sampler = sampler(share: 0.1, count: 10)
        let off = (0..<2).flatMap { _ in sampler.nextEpoch().filter { $0 % 10 != 0 } }
        #expect(off.count == 18 && Set(off).count == 18)
        #expect(sampler.nextEpoch().count == 10)
    }

    @Test("where the appliance is always or never on, a share means nothing", arguments: [0, 101] as [Float])
    func oneKind(threshold: Float) {
        var sampler = sampler(share: 0.5, count: nil, threshold: threshold)
        #expect(sampler.nextEpoch().sorted() == Array(0..<20))
    }

    @Test("changes stay within their bounds, and are those of the seed, the step and the sequence")
    func augmentation() {
        let options = TrainingOptions.Sampling(amplitude: 0.5, offset: 200, mixing: 0.5)
        func change(_ seed: UInt64 = 1, _ step: Int, _ sequence: Int) -> Augmentation {
            Augmentation(options, windows: 20, seed: seed, step: step, sequence: sequence)
        }
        let all = (0..<40).flatMap { step in (0..<10).map { change(1, step, $0) } }
        #expect(all.allSatisfy { (1 / 1.5...1.5).contains(Double($0.amplitude)) && abs($0.offset) <= 200 })
        #expect(all.allSatisfy { (0..<20).contains($0.background ?? 0) })
        #expect(Set(all.map(\.amplitude)).count == all.count)
        // Half of 400, with a deviation of 10.
        #expect(abs(all.filter { $0.background != nil }.count - 200) < 50)
        #expect(change(1, 3, 4) == change(1, 3, 4))
        #expect(change(1, 3, 4) != change(2, 3, 4) && change(1, 3, 4) != change(1, 4, 4))
    }

    @Test("without options nothing is changed")
    func none() {
        #expect(Augmentation(.init(), windows: 20, seed: 1, step: 2, sequence: 3) == .none)
    }
}

@Suite("The score that epochs are compared by")
struct ValidationScoreTests {
    @Test("is skill plus F1, and an F1 that is not defined adds nothing")
    func values() {
        #expect(ValidationScore(mae: 40, f1: 0.5, skill: 0.25).total == 0.75)
        #expect(ValidationScore(mae: 40, f1: nil, skill: 0.25).total == 0.25)
    }

    @Test("prefers a network that finds events to one that predicts zero, whose error is smaller")
    func collapsed() {
        let (zero, rough) = (
            ValidationScore(mae: 50, f1: 0, skill: 0), ValidationScore(mae: 60, f1: 0.8, skill: -0.2)
        )
        #expect(rough.total > zero.total)
    }

    @Test("where predicting zero is perfect the smaller error wins; what is no number never does")
    func degenerate() {
        #expect(
            ValidationScore(mae: 1, f1: nil, skill: nil).total > ValidationScore(mae: 2, f1: nil, skill: nil).total)
        #expect(!(ValidationScore.broken.total > -.infinity))
    }
}
