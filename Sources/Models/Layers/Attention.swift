import Tensors

/// Scaled dot-product attention, softmax(Q Kᵀ / sqrt(d)) V for each head (Vaswani et al. 2017, equation 1).
///
/// Queries are taken in blocks of rows and the weights are never stored: memory is linear in T. The backward pass
/// rebuilds them from each row's log-sum (Dao et al. 2022).
struct Attention: Sendable {
    let heads: Int
    let headWidth: Int
    /// Queries at a time: their scores over all keys stay in a core's second cache at the usual T.
    static let blockRows = 64

    /// Working memory, shared by all layers.
    struct Scratch {
        let scores: Matrix
        let dweights: Matrix
        let delta: Matrix

        init(_ arena: inout Arena, steps: Int, training: Bool) {
            scores = arena.take(rows: blockRows, columns: steps)
            dweights = arena.take(rows: training ? blockRows : 0, columns: steps)
            delta = arena.take(rows: 1, columns: training ? steps : 0)
        }
    }

    var scale: Float { 1 / Float(headWidth).squareRoot() }

    /// out = attention. Shapes: qkv (T, 3 heads d), out (T, heads d), logSum (heads, T).
    func forward(
        _ pass: Pass, qkv: Matrix, out: Matrix, logSum: Matrix, mask: UnsafePointer<DropoutMask>?, _ scratch: Scratch
    ) {
        for head in 0..<heads {
            let (q, k, v) = split(qkv, head)
            forEachBlock(of: qkv.rows) { rows in
                let scores = block(scratch.scores, rows, keys: qkv.rows)
                BLAS.multiply(q.rows(rows), k, transposeB: true, into: scores)
                pass.kernels.softmax(
                    scores: scores, logSum: logSum.rows(head..<head + 1).columns(rows), scale: scale, dropout: mask,
                    first: (head * qkv.rows + rows.lowerBound) * qkv.rows)
                BLAS.multiply(scores, v, into: part(out, head).rows(rows))
            }
        }
    }

    /// dqkv = the gradient at qkv. Shapes: dout as out, dqkv as qkv.
    func backward(
        _ pass: Pass, qkv: Matrix, out: Matrix, logSum: Matrix, dout: Matrix, dqkv: Matrix,
        mask: UnsafePointer<DropoutMask>?, _ scratch: Scratch
    ) {
        let steps = qkv.rows
        for head in 0..<heads {
            let (q, k, v) = split(qkv, head)
            let (dq, dk, dv) = split(dqkv, head)
            let delta = scratch.delta.columns(0..<steps)
            pass.kernels.rowDot(part(dout, head), part(out, head), out: delta)
            forEachBlock(of: steps) { rows in
                let scores = block(scratch.scores, rows, keys: steps)
                let dweights = block(scratch.dweights, rows, keys: steps)
                let doutRows = part(dout, head).rows(rows)
                BLAS.multiply(q.rows(rows), k, transposeB: true, into: scores)
                BLAS.multiply(doutRows, v, transposeB: true, into: dweights)
                pass.kernels.softmaxBackward(
                    scores: scores, logSum: logSum.rows(head..<head + 1).columns(rows), delta: delta.columns(rows),
                    dweights: dweights, scale: scale, dropout: mask, first: (head * steps + rows.lowerBound) * steps)
                let adding: Float = rows.lowerBound == 0 ? 0 : 1
                BLAS.multiply(scores, doutRows, transposeA: true, into: dv, adding: adding)
                BLAS.multiply(dweights, q.rows(rows), transposeA: true, into: dk, adding: adding)
                BLAS.multiply(dweights, k, into: dq.rows(rows))
            }
        }
    }

    /// One head's weights for the queries `rows`, without dropout, into `weights` (rows.count, T).
    func weights(_ pass: Pass, qkv: Matrix, head: Int, rows: Range<Int>, into weights: Matrix, logSum: Matrix) {
        let (q, k, _) = split(qkv, head)
        BLAS.multiply(q.rows(rows), k, transposeB: true, into: weights)
        pass.kernels.softmax(scores: weights, logSum: logSum, scale: scale, dropout: nil, first: 0)
    }

    /// A head's queries, keys and values: views of qkv's columns.
    private func split(_ qkv: Matrix, _ head: Int) -> (Matrix, Matrix, Matrix) {
        let width = heads * headWidth
        return (
            part(qkv, head), part(qkv.columns(width..<2 * width), head), part(qkv.columns(2 * width..<3 * width), head)
        )
    }

    private func part(_ x: Matrix, _ head: Int) -> Matrix { x.columns(head * headWidth..<(head + 1) * headWidth) }

    private func block(_ scratch: Matrix, _ rows: Range<Int>, keys: Int) -> Matrix {
        Matrix(scratch.base, rows: rows.count, columns: keys)
    }

    private func forEachBlock(of steps: Int, _ body: (Range<Int>) -> Void) {
        for start in stride(from: 0, to: steps, by: Attention.blockRows) {
            body(start..<min(start + Attention.blockRows, steps))
        }
    }
}
