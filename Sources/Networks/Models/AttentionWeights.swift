import Kernels

/// One layer's attention at one scale, still as queries and keys: weights are computed on demand, pooled to what a
/// figure can show, so that no T x T array is needed.
package struct AttentionWeights {
    /// From 0.
    package let layer: Int
    /// Time steps of the window in one key.
    package let scale: Int
    let pass: Pass
    let core: Attention
    let qkv: Matrix
    /// The part of the block's mixture that this scale has at each time step, (T, 1); nil where no gate decides it.
    package let share: Matrix?

    package var heads: Int { core.heads }
    /// Keys, and queries.
    package var keys: Int { qkv.rows }

    /// Keys that a query can reach to each side of its own; nil for all.
    package var band: Int? { core.band.flatMap { $0 < keys - 1 ? $0 : nil } }

    /// The weights of all heads, query by key, pooled to at most `limit` cells a side.
    ///
    /// Runs of ceil(keys / limit) neighbours are averaged over queries and summed over keys (the last run may be
    /// shorter), so that each row still adds up to 1. Shapes: values (heads, cells, cells).
    package func pooled(to limit: Int) -> (cells: Int, values: [Float]) {
        let (run, cells) = Self.pooling(of: keys, to: limit)
        let block = AlignedBuffer(count: run * keys)
        var values = [Float](repeating: 0, count: heads * cells * cells)
        for head in 0..<heads {
            for row in 0..<cells {
                let queries = row * run..<min((row + 1) * run, keys)
                let weights = block.matrix(rows: queries.count, columns: keys)
                core.weights(pass, qkv: qkv, head: head, rows: queries, into: weights)
                let start = (head * cells + row) * cells
                for query in 0..<queries.count {
                    for key in 0..<keys { values[start + key / run] += weights[query, key] }
                }
                for cell in 0..<cells { values[start + cell] /= Float(queries.count) }
            }
        }
        return (cells, values)
    }

    /// Neighbours that become one, and the cells that they make.
    package static func pooling(of keys: Int, to limit: Int) -> (run: Int, cells: Int) {
        let run = max(1, keys / limit + (keys % limit > 0 ? 1 : 0))
        return (run, keys / run + (keys % run > 0 ? 1 : 0))
    }

    /// What each key gets: the mean of its weights over heads and queries. Shape: (keys); they add up to 1.
    package var received: [Double] {
        let run = min(64, keys)
        let block = AlignedBuffer(count: run * keys)
        var sums = [Double](repeating: 0, count: keys)
        for head in 0..<heads {
            for first in stride(from: 0, to: keys, by: run) {
                let queries = first..<min(first + run, keys)
                let weights = block.matrix(rows: queries.count, columns: keys)
                core.weights(pass, qkv: qkv, head: head, rows: queries, into: weights)
                for query in 0..<queries.count {
                    for key in 0..<keys { sums[key] += Double(weights[query, key]) }
                }
            }
        }
        return sums.map { $0 / Double(heads * keys) }
    }
}
