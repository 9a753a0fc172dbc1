import Kernels
import Runs
import TestSupport
import Testing

@testable import Datasets
@testable import Networks
@testable import Scoring

/// Puts out its input at each step that attention can see, and looks most at large inputs.
private struct LookingNetwork: Network {
    let layout = ParameterLayout()
    let outputs = 1
    let dropout = 0.0
    /// Whether attention decides the output at all.
    var needsAttention = true
    /// What it puts out without attention.
    var otherwise: Float = 0

    func makeWorkspace(steps: Int, training: Bool) {}
    func workspaceFloats(steps: Int, training: Bool) -> Int { 0 }

    func forward(_ pass: Pass, input: Matrix, output: Matrix, _ workspace: Void) {
        let visible = pass.ablation.visibleKeys(input.rows, scale: 1) ?? Array(0..<input.rows)
        output.fill(with: pass.ablation.scales.isEmpty ? 0 : otherwise)
        if needsAttention {
            guard !pass.ablation.scales.contains(1) else { return }
            for step in visible { output[step, 0] = input[step, 0] }
        } else {
            for step in 0..<input.rows { output[step, 0] = input[step, 0] }
        }
    }

    func backward(_ pass: Pass, input: Matrix, doutput: Matrix, _ workspace: Void) {
        preconditionFailure("it does not train")
    }

    func attention(_ pass: Pass, input: Matrix, body: (AttentionWeights) -> Void) {
        let buffer = AlignedBuffer(count: 3 * input.rows)
        let qkv = buffer.matrix(rows: input.rows, columns: 3)
        for step in 0..<input.rows {
            qkv[step, 0] = 1
            qkv[step, 1] = input[step, 0] / 100
        }
        body(
            AttentionWeights(
                layer: 0, scale: 1, pass: pass, core: Attention(heads: 1, headWidth: 1, band: nil), qkv: qkv,
                share: nil))
    }
}

@Suite("What predictions lose without attention")
struct AblationStudyTests {
    /// Ten windows of 64 rows, the appliance on for a block of four rows in every other one.
    private static let data: ApplianceData = {
        let rows = (0..<640).map { row in row / 64 % 2 == 0 && (20..<24).contains(row % 64) ? Float(500) : 0 }
        let test = Segment(house: "house_1", start: 0, period: 6, aggregate: rows, truth: rows)
        return ApplianceData(appliance: "kettle", test: [test])
    }()

    private func scores(_ network: some Network, seed: UInt64 = 1) throws -> [AblationScore]? {
        let kind = ApplianceKind(name: "kettle", aliases: [], onThreshold: 100, maximum: nil, source: .kelly)
        let scoring = try Scoring(
            profile: .standard, appliances: [Self.data],
            fits: try learnt([Self.data], timeZone: nil, kind: { _ in kind }), timeZone: nil, kind: { _ in kind })
        let predictor = Predictor(
            network: network, parameters: AlignedBuffer(count: 0), normalisation: .none, threads: 2)
        return AblationStudy(Self.data, window: 64, predictor: predictor, scoring: scoring, seed: seed)?.scores
    }

    @Test("a network that only sees what it looks at loses all, most where it looks most, little at random blocks")
    func matters() throws {
        let scores = try #require(try scores(LookingNetwork()))
        #expect(scores.map(\.kind) == [.nothing, .attention, .mostAttended, .random])
        let all = 500.0 * 4 * 5 / 640
        #expect(scores.map(\.windows) == [10, 10, 10, 10] && scores.map(\.n) == [640, 640, 640, 640])
        #expect(scores[0].maeW == 0 && scores[0].f1 == 1)
        #expect(abs(scores[1].maeW - all) < 1e-9 && scores[1].f1 == 0)
        #expect(abs(scores[2].maeW - all) < 1e-9 && scores[2].hidden == 4 && scores[2].blocks == 16)
        let random = scores[3]
        #expect(random.repeats == 5 && random.maeW < 0.7 * all)
        #expect((random.leastMaeW ?? .infinity) <= random.maeW && random.maeW <= (random.largestMaeW ?? 0))
    }

    @Test("one that does without it loses nothing")
    func mattersNot() throws {
        let scores = try #require(try scores(LookingNetwork(needsAttention: false)))
        #expect(scores.allSatisfy { $0.maeW == 0 && $0.f1 == 1 })
    }

    @Test("random blocks are the seed's, and the rest does not depend on it")
    func seeds() throws {
        let first = try #require(try scores(LookingNetwork()))
        let again = try #require(try scores(LookingNetwork()))
        let other = try #require(try scores(LookingNetwork(), seed: 2))
        #expect(first == again)
        #expect(first[3] != other[3] && Array(first[..<3]) == Array(other[..<3]))
    }

    @Test("a network without attention has no such scores")
    func withoutAttention() throws {
        #expect(try scores(FakeNetwork { _, input in input }) == nil)
    }

    @Test("windows with and without the appliance are as many, spread evenly; fewer where they are long")
    func windows() {
        let rows = (0..<4000).map { Float($0 / 10 % 4 == 0 ? 500 : 0) }
        let segment = Segment(house: "house_1", start: 0, period: 1, aggregate: rows, truth: rows)
        let sample = AblationWindows([segment], length: 10, onThresholdW: 100)
        let on = (0..<sample.count).filter { sample.truth($0)[0] > 0 }
        #expect(sample.count == 24 && on.count == 12)
        #expect(sample.start(0) < 400 && sample.start(23) >= 3600)
        let long = [Float](repeating: 0, count: 50_000)
        let off = Segment(house: "house_1", start: 0, period: 1, aggregate: long, truth: long)
        #expect(AblationWindows([off], length: 5000, onThresholdW: 100).count == 2)
        #expect(AblationWindows([off], length: 60_000, onThresholdW: 100).count == 0)
    }

    @Test("blocks cover the window; the most attended ones are those of the largest mean weight")
    func blocks() {
        let blocks = KeyBlocks(steps: 70, coarsest: 4, most: 16)
        #expect(blocks.count == 8 && blocks[0].lowerBound == 0 && blocks[7].upperBound == 70)
        #expect((1..<8).allSatisfy { blocks[$0].lowerBound == blocks[$0 - 1].upperBound })
        var weights = [Double](repeating: 0.01, count: 70)
        weights[blocks[5].lowerBound] = 0.2
        weights[blocks[1].lowerBound] = 0.3
        #expect(blocks.mostAttended(2, weights: weights) == [blocks[1], blocks[5]])
        #expect(KeyBlocks(steps: 7, coarsest: 4, most: 16).count == 0)
    }

    @Test("random blocks are drawn without replacement, each as often as the others")
    func draws() {
        let blocks = KeyBlocks(steps: 32, coarsest: 1, most: 16)
        var random = RandomBlocks(seed: 3, blocks: blocks)
        var counts: [Range<Int>: Int] = [:]
        for _ in 0..<4000 {
            let drawn = random.draw(4)
            #expect(Set(drawn).count == 4)
            for block in drawn { counts[block, default: 0] += 1 }
        }
        // 1000 of each are expected, give or take 27.
        #expect(counts.count == 16 && counts.values.allSatisfy { (870...1130).contains($0) })
    }

    @Test(
        "is none of a network that gives no number once its attention is taken away", arguments: [Float.nan, .infinity])
    func noNumber(otherwise: Float) throws {
        #expect(try scores(LookingNetwork(otherwise: otherwise)) == nil)
        #expect(try scores(LookingNetwork()) != nil)
    }
}
