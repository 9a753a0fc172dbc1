import Kernels

extension Attention {
    /// out = attention as if only the keys `visible` (ascending) were there; zeros for a query that sees none of them.
    ///
    /// In blocks of queries with their weights written out: it serves a few windows, where the kernel of
    /// ``forward(_:qkv:out:logSum:mask:scratch:)`` serves all. Shapes: qkv (T, 3 heads d), out (T, heads d).
    func forward(_ pass: Pass, qkv: Matrix, out: Matrix, visible: [Int]) {
        guard !visible.isEmpty else { return out.fill(with: 0) }
        let block = 64
        let weights = AlignedBuffer(count: block * visible.count)
        let keys = AlignedBuffer(count: visible.count * headWidth)
        let values = AlignedBuffer(count: visible.count * headWidth)
        let (keptKeys, keptValues) = (
            keys.matrix(rows: visible.count, columns: headWidth), values.matrix(rows: visible.count, columns: headWidth)
        )
        for head in 0..<heads {
            let (q, k, v) = split(qkv, head)
            for (row, key) in visible.enumerated() {
                for column in 0..<headWidth {
                    keptKeys[row, column] = k[key, column]
                    keptValues[row, column] = v[key, column]
                }
            }
            for first in stride(from: 0, to: q.rows, by: block) {
                let rows = first..<min(first + block, q.rows)
                let part = weights.matrix(rows: rows.count, columns: visible.count)
                weigh(pass, q: q.rows(rows), k: keptKeys, first: first, positions: visible, into: part)
                BLAS.multiply(part, keptValues, into: self.part(out, head).rows(rows))
            }
        }
    }
}
