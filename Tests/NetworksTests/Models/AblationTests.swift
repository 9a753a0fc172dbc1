import Foundation
import Kernels
import TestSupport
import Testing

@testable import Networks

@Suite("A network without a part of its attention")
struct AblationTests {
    private let pool = MatrixPool()

    /// Start values, the attention's larger: those of a new network make nearly equal weights.
    private func values(_ layout: ParameterLayout) -> AlignedBuffer {
        let values = layout.initialValues(seed: 4)
        for entry in layout.entries where entry.name.contains("qkv") || entry.name.contains("gate") {
            for index in 0..<entry.slice.count { entry.slice.of(values).base[index] *= 6 }
        }
        return values
    }

    private func output<N: Network>(
        _ network: N, _ values: AlignedBuffer, _ ablation: Ablation = .none, steps: Int = 37
    ) -> [Float] {
        let output = pool.matrix(rows: steps, columns: network.outputs)
        let pass = Pass(parameters: Parameters(network.layout, values: values), ablation: ablation)
        let input = pool.random(rows: steps, columns: 1, seed: 2)
        network.forward(pass, input: input, output: output, network.makeWorkspace(steps: steps, training: false))
        return output.values
    }

    private func nilm(_ scales: [Int], band: Int? = nil) -> NILMModel {
        NILMModel(NILMModel.Shape(width: 4, heads: 2, depth: 2, dilations: 2, scales: scales, band: band, dropout: 0))
    }

    @Test(
        "and the nilm model: with every branch taken away it is as if they all put out zeros",
        arguments: [[1], [1, 4]])
    func allBranches(scales: [Int]) {
        let network = nilm(scales)
        let values = values(network.layout)
        let whole = output(network, values)
        let ablated = output(network, values, Ablation(scales: Set(scales)))
        for entry in network.layout.entries where entry.name.contains(".attn_") && entry.name.contains(".proj.") {
            entry.slice.of(values).fill(with: 0)
        }
        #expect(ablated == output(network, values))
        #expect(ablated != whole)
    }

    @Test("and the nilm model: the other scales get the share of the one that is taken away")
    func shares() {
        let network = nilm([1, 4, 16])
        let pass = Pass(
            parameters: Parameters(network.layout, values: values(network.layout)), ablation: Ablation(scales: [4]))
        var shares: [Int: [Float]] = [:]
        network.attention(pass, input: pool.random(rows: 40, columns: 1, seed: 2)) { map in
            if map.layer == 0 { shares[map.scale] = map.share?.values }
        }
        #expect(shares[4]?.allSatisfy { $0 == 0 } == true)
        #expect(zip(shares[1] ?? [], shares[16] ?? []).allSatisfy { abs($0 + $1 - 1) < 1e-6 && $0 > 0 && $1 > 0 })
    }

    @Test("and the seed model: a branch taken away is one whose half of the fused input has no weight")
    func seedBranches() {
        let network = SeedModel(SeedModel.Shape(width: 6, heads: 2, depth: 2, scale: 4, dropout: 0))
        for (scales, columns) in [([1], 0..<6), ([4], 6..<12), ([1, 4], 0..<12)] {
            let values = values(network.layout)
            let whole = output(network, values)
            let ablated = output(network, values, Ablation(scales: Set(scales)))
            for entry in network.layout.entries where entry.name.hasSuffix("fuse.weight") {
                entry.slice.of(values).columns(columns).fill(with: 0)
            }
            #expect(Difference.largest(ablated, output(network, values).map(Double.init)) < 1e-6)
            #expect(Difference.largest(ablated, whole.map(Double.init)) > 1e-3)
        }
    }

    @Test("hides keys as if they were not in the sequence, within a band too", arguments: [nil, 2, 9])
    func hiddenKeys(band: Int?) {
        let core = Attention(heads: 2, headWidth: 3, band: band)
        let qkv = pool.random(rows: 70, columns: 18, seed: 5)
        let out = pool.matrix(rows: 70, columns: 6)
        let network = nilm([1])
        let pass = Pass(parameters: Parameters(network.layout, values: values(network.layout)))
        let visible = Array(0..<5) + Array(20..<70)
        core.forward(pass, qkv: qkv, out: out, visible: visible)
        for head in 0..<2 {
            for query in 0..<70 {
                let seen = visible.filter { abs($0 - query) <= band ?? .max }
                var (sums, total) = ([0.0, 0, 0], 0.0)
                for key in seen {
                    var score = 0.0
                    for i in 0..<3 {
                        score += Double(qkv[query, 3 * head + i]) * Double(qkv[key, 6 + 3 * head + i])
                    }
                    let weight = exp(score / 3.0.squareRoot())
                    total += weight
                    for i in 0..<3 { sums[i] += weight * Double(qkv[key, 12 + 3 * head + i]) }
                }
                let wanted = sums.map { seen.isEmpty ? 0 : $0 / total }
                let got = (0..<3).map { out[query, 3 * head + $0] }
                #expect(Difference.largest(got, wanted) < 1e-5, "head \(head), query \(query)")
            }
        }
    }

    @Test("that hides a step no key stands at changes nothing but rounding; a key is hidden where its middle is")
    func middles() {
        #expect(Ablation.none.visibleKeys(4, scale: 4) == nil)
        #expect(Ablation(hiddenSteps: [2..<3, 14..<20]).visibleKeys(4, scale: 4) == [1, 2])
        #expect(Ablation(hiddenSteps: [0..<2]).visibleKeys(4, scale: 4) == [0, 1, 2, 3])
        let network = nilm([1, 4], band: 8)
        let values = values(network.layout)
        let whole = output(network, values).map(Double.init)
        #expect(Difference.largest(output(network, values, Ablation(hiddenSteps: [90..<99])), whole) < 1e-4)
        #expect(Difference.largest(output(network, values, Ablation(hiddenSteps: [0..<12])), whole) > 1e-3)
    }

    @Test("what keys receive is the mean of the rows of the weights, and adds up to 1")
    func received() {
        let network = nilm([1, 4])
        let pass = Pass(parameters: Parameters(network.layout, values: values(network.layout)))
        network.attention(pass, input: pool.random(rows: 70, columns: 1, seed: 2)) { map in
            let (cells, values) = map.pooled(to: 70)
            var means = [Double](repeating: 0, count: cells)
            for (index, value) in values.enumerated() {
                means[index % cells] += Double(value) / Double(2 * cells)
            }
            #expect(zip(map.received, means).allSatisfy { abs($0 - $1) < 1e-6 })
            #expect(abs(map.received.reduce(0, +) - 1) < 1e-5)
        }
    }
}
