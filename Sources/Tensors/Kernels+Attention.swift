import CKernels

extension Kernels {
    /// scores = dropout(softmax(scale * scores)) and logSum = log of each row's sum of exponentials.
    ///
    /// Shapes: scores (queries, keys), logSum (1, queries). `first` counts the elements before, for the dropout mask.
    package func softmax(
        scores: Matrix, logSum: Matrix, scale: Float, dropout: UnsafePointer<DropoutMask>?, first: Int
    ) {
        logSum.expect(rows: 1, columns: scores.rows, "logSum")
        table.pointee.softmax(
            scores.base, logSum.base, scale, dropout, UInt32(truncatingIfNeeded: first), scores.rows, scores.columns,
            scores.stride)
    }

    /// Floats of scratch memory for attention over `steps` of `width` features a head, on any instruction set.
    package static func attentionScratch(steps: Int, width: Int) -> Int {
        InstructionSet.available.compactMap { $0.table?.pointee.attention_scratch_size(steps, width) }.max() ?? 0
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
    let dropout: UnsafePointer<DropoutMask>?
    /// The dropout mask's counter at the first weight.
    let first: Int
    /// A row of at least ``Kernels/attentionScratch(steps:width:)`` floats.
    let scratch: Matrix

    package init(
        q: Matrix, k: Matrix, v: Matrix, scale: Float, dropout: UnsafePointer<DropoutMask>?, first: Int,
        scratch: Matrix
    ) {
        k.expect(rows: q.rows, columns: q.columns, "k")
        v.expect(rows: q.rows, columns: q.columns, "v")
        precondition(k.stride == q.stride && v.stride == q.stride, "q, k and v need one stride")
        self.q = q
        self.k = k
        self.v = v
        self.scale = scale
        self.dropout = dropout
        self.first = first
        self.scratch = scratch
    }

    fileprivate func check(out: Matrix, logSum: Matrix, scratch needed: Int) {
        out.expect(rows: q.rows, columns: q.columns, "out")
        logSum.expect(rows: 1, columns: q.rows, "logSum")
        precondition(scratch.columns >= needed, "scratch needs \(needed) floats, got \(scratch.columns)")
    }

    fileprivate func withCArguments(outStride: Int, _ body: (UnsafePointer<NRAttention>) -> Void) {
        let arguments = NRAttention(
            q: q.base, k: k.base, v: v.base, stride: q.stride, steps: q.rows, width: q.columns, out_stride: outStride,
            scale: scale, dropout: dropout, first: UInt32(truncatingIfNeeded: first), scratch: scratch.base)
        withUnsafePointer(to: arguments, body)
    }
}
