import Kernels

/// Scaled dot-product attention, softmax(Q Kᵀ / sqrt(d)) V for each head (Vaswani et al. 2017, equation 1).
///
/// The weights are never stored: memory is linear in T, and the backward pass rebuilds them from each row's log-sum
/// (Dao et al. 2022). Within a band, a query sees only the keys at most `band` steps from it (Beltagy et al. 2020,
/// section 3.1, sliding window), and time is linear in T, too.
struct Attention: Sendable {
    let heads: Int
    let headWidth: Int
    /// Steps; nil for all.
    let band: Int?

    var scale: Float { 1 / Float(headWidth).squareRoot() }

    /// Working memory for sequences of at most `steps`, shared by all layers. Shape: (1, floats).
    func scratch(_ arena: inout Arena, steps: Int) -> Matrix {
        arena.take(rows: 1, columns: Kernels.attentionScratch(steps: steps, width: headWidth))
    }

    /// out = attention. Shapes: qkv (T, 3 heads d), out (T, heads d), logSum (heads, T).
    func forward(
        _ pass: Pass, qkv: Matrix, out: Matrix, logSum: Matrix, mask: UnsafePointer<DropoutMask>?, scratch: Matrix
    ) {
        for head in 0..<heads {
            pass.kernels.attention(
                self.head(head, of: qkv, mask, scratch), out: part(out, head), logSum: logSum.rows(head..<head + 1))
        }
    }

    /// dqkv = the gradient at qkv. Shapes: dout as out, dqkv as qkv.
    func backward(
        _ pass: Pass, qkv: Matrix, out: Matrix, logSum: Matrix, dout: Matrix, dqkv: Matrix,
        mask: UnsafePointer<DropoutMask>?, scratch: Matrix
    ) {
        for head in 0..<heads {
            let (dq, dk, dv) = split(dqkv, head)
            pass.kernels.attentionBackward(
                self.head(head, of: qkv, mask, scratch), out: part(out, head), logSum: logSum.rows(head..<head + 1),
                dout: part(dout, head), dq: dq, dk: dk, dv: dv)
        }
    }

    /// One head's weights for the queries `rows`, without dropout, into `weights` (rows.count, T).
    func weights(_ pass: Pass, qkv: Matrix, head: Int, rows: Range<Int>, into weights: Matrix) {
        let (q, k, _) = split(qkv, head)
        weigh(pass, q: q.rows(rows), k: k, first: rows.lowerBound, positions: Array(0..<k.rows), into: weights)
    }

    /// weights = softmax of the queries' scores over the keys within the band; zeros where there is none.
    ///
    /// Shapes: q (queries, d), k (keys, d), weights (queries, keys). The queries stand in the sequence from `first` on,
    /// the keys at `positions`, ascending.
    func weigh(_ pass: Pass, q: Matrix, k: Matrix, first: Int, positions: [Int], into weights: Matrix) {
        BLAS.multiply(q, k, transposeB: true, into: weights)
        guard let band else { return pass.kernels.softmax(scores: weights, scale: scale) }
        var seen = 0..<0
        for index in 0..<q.rows {
            let row = weights.rows(index..<index + 1)
            let query = first + index
            let begin = positions[seen.lowerBound...].firstIndex { $0 >= query - band } ?? positions.count
            let end = positions[max(begin, seen.upperBound)...].firstIndex { $0 > query + band } ?? positions.count
            seen = begin..<end
            row.columns(0..<seen.lowerBound).fill(with: 0)
            row.columns(seen.upperBound..<k.rows).fill(with: 0)
            if !seen.isEmpty { pass.kernels.softmax(scores: row.columns(seen), scale: scale) }
        }
    }

    private func head(
        _ head: Int, of qkv: Matrix, _ mask: UnsafePointer<DropoutMask>?, _ scratch: Matrix
    ) -> AttentionHead {
        let (q, k, v) = split(qkv, head)
        return AttentionHead(
            q: q, k: k, v: v, scale: scale, band: band ?? .max, dropout: mask, firstRow: head * qkv.rows,
            scratch: scratch)
    }

    /// A head's queries, keys and values: views of qkv's columns.
    func split(_ qkv: Matrix, _ head: Int) -> (Matrix, Matrix, Matrix) {
        let width = heads * headWidth
        return (
            part(qkv, head), part(qkv.columns(width..<2 * width), head), part(qkv.columns(2 * width..<3 * width), head)
        )
    }

    func part(_ x: Matrix, _ head: Int) -> Matrix { x.columns(head * headWidth..<(head + 1) * headWidth) }
}
