import Kernels
import TestSupport
import Testing

@testable import Networks

@Suite("Attention weights for figures")
struct AttentionWeightsTests {
    private let network = SeedModel(SeedModel.Shape(width: 6, heads: 2, depth: 2, scale: 4, dropout: 0.1))
    private let pool = MatrixPool()

    /// The weights of every layer and scale for a random window, pooled to `limit`, in the order of the forward pass.
    private func weights(
        steps: Int, limit: Int
    ) -> [(layer: Int, scale: Int, heads: Int, keys: Int, cells: Int, values: [Float])] {
        var all: [(layer: Int, scale: Int, heads: Int, keys: Int, cells: Int, values: [Float])] = []
        network.attention(Pass(parameters: Parameters(network.layout, values: parameters)), input: input(steps)) {
            weights in
            let (cells, values) = weights.pooled(to: limit)
            all.append((weights.layer, weights.scale, weights.heads, weights.keys, cells, values))
        }
        return all
    }

    private let parameters: AlignedBuffer

    init() {
        parameters = network.layout.initialValues(seed: 4)
        // Start values make nearly equal weights; larger ones do not.
        for entry in network.layout.entries where entry.name.contains("qkv") {
            for index in 0..<entry.slice.count { entry.slice.of(parameters).base[index] *= 4 }
        }
    }

    private func input(_ steps: Int) -> Matrix { pool.random(rows: steps, columns: 1, seed: 7) }

    @Test("of a window are those of a plain softmax, fine then coarse for each layer", arguments: [4, 37, 70])
    func plain(steps: Int) {
        let got = weights(steps: steps, limit: steps)
        #expect(got.map(\.layer) == [0, 0, 1, 1])
        #expect(got.map(\.scale) == [1, 4, 1, 4])
        #expect(got.map(\.keys) == [steps, steps / 4, steps, steps / 4])
        #expect(got.map(\.cells) == got.map(\.keys))
        let plain = PlainLayers(parameters: parameters.doubles, masks: PlainMasks(nil))
        var wanted: [[Double]] = []
        for (block, x) in PlainSeedModel(network.shape).streams(input(steps).doubles, plain) {
            let fine = plain.linear(block.fine.qkv, plain.layerNorm(block.normFine, x))
            let coarse = plain.linear(block.coarse.qkv, plain.pool(plain.layerNorm(block.normCoarse, x), 4))
            for (core, qkv) in [(block.fine.core, fine), (block.coarse.core, coarse)] {
                wanted.append((0..<2).flatMap { plain.weights(core, qkv: qkv, head: $0).values })
            }
        }
        for (map, plain) in zip(got, wanted) { #expect(Difference.largest(map.values, plain) < 1e-5) }
    }

    @Test("add up to 1 in every row, pooled or not", arguments: [(37, 37), (37, 10), (70, 1), (129, 64), (5, 256)])
    func rowSums(steps: Int, limit: Int) {
        for map in weights(steps: steps, limit: limit) {
            #expect(map.cells <= limit && map.values.count == map.heads * map.cells * map.cells)
            for row in 0..<map.heads * map.cells {
                let sum = map.values[row * map.cells..<(row + 1) * map.cells].reduce(0, +)
                #expect(abs(sum - 1) < 1e-5)
            }
        }
    }

    @Test("are averaged over queries and summed over keys where cells are fewer", arguments: [10, 36, 19])
    func pooled(limit: Int) {
        let steps = 37
        for (whole, map) in zip(weights(steps: steps, limit: steps), weights(steps: steps, limit: limit)) {
            let run = (whole.keys + limit - 1) / limit
            let cells = (whole.keys + run - 1) / run
            #expect(map.cells == cells)
            var wanted = [Double](repeating: 0, count: whole.heads * cells * cells)
            for head in 0..<whole.heads {
                for query in 0..<whole.keys {
                    let queries = min(run, whole.keys - query / run * run)
                    for key in 0..<whole.keys {
                        wanted[(head * cells + query / run) * cells + key / run] +=
                            Double(whole.values[(head * whole.keys + query) * whole.keys + key]) / Double(queries)
                    }
                }
            }
            #expect(Difference.largest(map.values, wanted) < 1e-6)
        }
    }

    @Test("of a window shorter than the scale are the fine ones only")
    func short() {
        #expect(weights(steps: 3, limit: 3).map(\.scale) == [1, 1])
    }
}
