import CKernels

extension Kernels {
    /// scores = softmax(scale * scores) of each row. Shapes: scores (queries, keys).
    package func softmax(scores: Matrix, scale: Float) {
        table.pointee.softmax(scores.base, scale, scores.rows, scores.columns, scores.stride)
    }

    /// Floats of scratch memory for attention over `steps` of `width` features a head, on any instruction set.
    package static func attentionScratch(steps: Int, width: Int) -> Int {
        // The kernels' own arithmetic would overflow without a word.
        if steps > 1 << 40 { return .max }
        return InstructionSet.available.compactMap { $0.table?.pointee.attention_scratch_size(steps, width) }.max() ?? 0
    }

    /// out = dropout(softmax(scale q kᵀ)) v for one head, and logSum = each query's log of the sum of exponentials.
    ///
    /// Shapes: out (T, width), which may be a part of wider rows; logSum (1, T).
    package func attention(_ head: AttentionHead, out: Matrix, logSum: Matrix) {
        head.check(
            out: out, logSum: logSum,
            scratch: table.pointee.attention_scratch_size(head.q.rows, head.q.columns))
        head.withCArguments(outStride: out.stride) { table.pointee.attention($0, out.base, logSum.base) }
    }

    /// dq, dk, dv = the gradients at q, k, v; out and logSum as the forward pass left them.
    ///
    /// Shapes: out, dout (T, width) of one stride; dq, dk, dv as q, k, v.
    package func attentionBackward(
        _ head: AttentionHead, out: Matrix, logSum: Matrix, dout: Matrix, dq: Matrix, dk: Matrix, dv: Matrix
    ) {
        head.check(
            out: out, logSum: logSum,
            scratch: table.pointee.attention_scratch_size(head.q.rows, head.q.columns))
        dout.expect(rows: out.rows, columns: out.columns, "dout")
        precondition(dout.stride == out.stride, "out and dout need one stride")
        for gradient in [dq, dk, dv] {
            gradient.expect(rows: head.q.rows, columns: head.q.columns, "the gradient at q, k or v")
            precondition(gradient.stride == head.q.stride, "q, k, v and their gradients need one stride")
        }
        head.withCArguments(outStride: out.stride) {
            table.pointee.attention_backward($0, out.base, logSum.base, dout.base, dq.base, dk.base, dv.base)
        }
    }
}

/// The input of one attention head, all of one stride.
package struct AttentionHead {
    /// Shapes: (T, width).
    let q: Matrix
    let k: Matrix
    let v: Matrix
    let scale: Float
    /// A query sees the keys at most this many steps from it.
    let band: Int
    let dropout: UnsafePointer<DropoutMask>?
    /// The dropout mask's row of the first query.
    let firstRow: Int
    /// A row of at least ``Kernels/attentionScratch(steps:width:)`` floats.
    package let scratch: Matrix

    package init(
        q: Matrix, k: Matrix, v: Matrix, scale: Float, band: Int = .max, dropout: UnsafePointer<DropoutMask>?,
        firstRow: Int, scratch: Matrix
    ) {
        k.expect(rows: q.rows, columns: q.columns, "k")
        v.expect(rows: q.rows, columns: q.columns, "v")
        precondition(k.stride == q.stride && v.stride == q.stride, "q, k and v need one stride")
        self.q = q
        self.k = k
        self.v = v
        precondition(band >= 0, "the band must not be negative, got \(band)")
        self.scale = scale
        self.band = band
        self.dropout = dropout
        self.firstRow = firstRow
        self.scratch = scratch
    }

    fileprivate func check(out: Matrix, logSum: Matrix, scratch needed: Int) {
        out.expect(rows: q.rows, columns: q.columns, "out")
        logSum.expect(rows: 1, columns: q.rows, "logSum")
        precondition(scratch.columns >= needed, "scratch needs \(needed) floats, got \(scratch.columns)")
    }

    fileprivate func withCArguments(outStride: Int, _ body: (UnsafePointer<NRAttention>) -> Void) {
        let arguments = NRAttention(
            q: q.base, k: k.base, v: v.base, stride: q.stride, steps: q.rows, width: q.columns, band: band,
            out_stride: outStride, scale: scale, dropout: dropout, first_row: UInt32(truncatingIfNeeded: firstRow),
            scratch: scratch.base)
        withUnsafePointer(to: arguments, body)
    }
}
