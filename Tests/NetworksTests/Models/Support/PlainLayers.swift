import Foundation
import Kernels
import TestSupport

@testable import Networks

/// The factors of a sequence's dropout masks, made once.
final class PlainMasks {
    private let dropout: Dropout?
    private var known: [Int: [Double]] = [:]

    init(_ dropout: Dropout?) { self.dropout = dropout }

    /// The factors of a place, whose shape is always the same; nil without dropout.
    func factors(site: Int, rows: Int, columns: Int) -> [Double]? {
        guard dropout != nil else { return nil }
        if let factors = known[site] { return factors }
        let factors = dropout.factors(site: site, rows: rows, columns: columns)
        known[site] = factors
        return factors
    }
}

/// The layers' formulas in Double, one operation after the other: what the fused layers must agree with.
///
/// It shares with them only where a parameter stands in the block and which mask belongs to which place.
struct PlainLayers {
    /// A value a float of the block.
    let parameters: [Double]
    let masks: PlainMasks

    func value(_ slice: ParameterSlice) -> PlainMatrix {
        PlainMatrix(
            rows: slice.rows, columns: slice.columns,
            values: Array(parameters[slice.offset..<slice.offset + slice.count]))
    }

    /// x Wᵀ + b
    func linear(_ layer: Linear, _ x: PlainMatrix) -> PlainMatrix {
        var out = x.timesTransposed(value(layer.weight))
        guard let bias = layer.bias.map({ value($0) }) else { return out }
        for index in out.values.indices { out.values[index] += bias.values[index % out.columns] }
        return out
    }

    /// (x - mean) / sqrt(variance + 1e-5) * gain + bias
    func layerNorm(_ layer: LayerNorm, _ x: PlainMatrix) -> PlainMatrix {
        let (gain, bias) = (value(layer.gain).values, value(layer.bias).values)
        var out = x
        for r in 0..<x.rows {
            let row = x.row(r)
            let mean = row.reduce(0, +) / Double(x.columns)
            let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.columns)
            for c in 0..<x.columns { out[r, c] = (row[c] - mean) / (variance + 1e-5).squareRoot() * gain[c] + bias[c] }
        }
        return out
    }

    /// The weights softmax(Q Kᵀ / sqrt(d)) of one head, over the keys within its band, without dropout.
    func weights(_ core: Attention, qkv: PlainMatrix, head: Int) -> PlainMatrix {
        let (width, d) = (core.heads * core.headWidth, core.headWidth)
        let queries = qkv.columns(head * d..<(head + 1) * d)
        let keys = qkv.columns(width + head * d..<width + (head + 1) * d)
        var weights = queries.timesTransposed(keys)
        for row in 0..<weights.rows {
            let scores = weights.row(row).enumerated().map { key, score in
                abs(row - key) > core.band ?? .max ? -.infinity : score / Double(d).squareRoot()
            }
            let largest = scores.max() ?? 0
            let powers = scores.map { exp($0 - largest) }
            let sum = powers.reduce(0, +)
            for column in 0..<weights.columns { weights[row, column] = powers[column] / sum }
        }
        return weights
    }

    /// dropout(weights) V, heads side by side. The mask of `site` runs over heads, queries and keys.
    func attention(_ core: Attention, qkv: PlainMatrix, site: Int) -> PlainMatrix {
        let (width, d, steps) = (core.heads * core.headWidth, core.headWidth, qkv.rows)
        let factors = masks.factors(site: site, rows: core.heads * steps, columns: steps)
        var out = PlainMatrix(rows: steps, columns: 0)
        for head in 0..<core.heads {
            let mask = factors.map { Array($0[head * steps * steps..<(head + 1) * steps * steps]) }
            let dropped = weights(core, qkv: qkv, head: head) * mask
            let values = qkv.columns(2 * width + head * d..<2 * width + (head + 1) * d)
            out = out.beside(dropped.timesTransposed(values.transposed))
        }
        return out
    }

    func selfAttention(_ layer: MultiHeadSelfAttention, _ x: PlainMatrix) -> PlainMatrix {
        linear(layer.projection, attention(layer.core, qkv: linear(layer.qkv, x), site: layer.site))
    }

    /// x + dropout(W2 dropout(gelu(W1 norm(x) + b1)) + b2)
    func feedForward(_ layer: FeedForward, _ x: PlainMatrix) -> PlainMatrix {
        var hidden = linear(layer.expand, layerNorm(layer.norm, x))
        hidden.values = hidden.values.map { $0 * 0.5 * (1 + erf($0 / 2.0.squareRoot())) }
        hidden = hidden * masks.factors(site: layer.site, rows: hidden.rows, columns: hidden.columns)
        let out = linear(layer.contract, hidden)
        return x + out * masks.factors(site: layer.site + 1, rows: out.rows, columns: out.columns)
    }

    /// The mean of each run of `scale` rows, without the tail.
    func pool(_ x: PlainMatrix, _ scale: Int) -> PlainMatrix {
        var out = PlainMatrix(rows: x.rows / scale, columns: x.columns)
        for row in 0..<out.rows * scale {
            for column in 0..<x.columns { out[row / scale, column] += x[row, column] / Double(scale) }
        }
        return out
    }

    /// Each row `scale` times, the last one until there are `rows`; zeros if there is none.
    func upsample(_ x: PlainMatrix, _ scale: Int, rows: Int) -> PlainMatrix {
        guard x.rows > 0 else { return PlainMatrix(rows: rows, columns: x.columns) }
        return PlainMatrix(
            rows: rows, columns: x.columns, values: (0..<rows).flatMap { x.row(min($0 / scale, x.rows - 1)) })
    }

    func block(_ block: MultiScaleBlock, _ x: PlainMatrix) -> PlainMatrix {
        let fine = selfAttention(block.fine, layerNorm(block.normFine, x))
        let pooled = pool(layerNorm(block.normCoarse, x), block.scale)
        let coarse = pooled.rows > 0 ? selfAttention(block.coarse, pooled) : pooled
        let fused = linear(block.fuse, fine.beside(upsample(coarse, block.scale, rows: x.rows)))
        return feedForward(block.feedForward, x + fused)
    }
}
