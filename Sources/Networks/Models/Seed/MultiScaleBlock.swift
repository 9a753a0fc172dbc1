import Kernels

/// Attention at two time scales, fused, then a feed-forward layer, each with a residual:
///
///     fine   = attention(norm(x))
///     coarse = upsample(attention(pool(norm(x))))
///     mid    = x + fuse([fine, coarse])
///     out    = mid + feedForward(mid)
///
/// Pooling takes means of `scale` steps. A tail that does not fill a pool is not seen by the coarse branch and gets a
/// copy of its last output; a sequence shorter than the scale has a coarse branch of zeros.
struct MultiScaleBlock: Sendable {
    let name: String
    let normFine: LayerNorm
    let fine: MultiHeadSelfAttention
    let normCoarse: LayerNorm
    let coarse: MultiHeadSelfAttention
    let fuse: Linear
    let feedForward: FeedForward
    let scale: Int

    init(_ index: Int, _ shape: SeedModel.Shape, in layout: inout ParameterLayout) {
        let (name, width) = ("blocks.\(index)", shape.width)
        let site = index * 4
        self.name = name
        normFine = LayerNorm(name + ".norm_fine", features: width, in: &layout)
        fine = MultiHeadSelfAttention(
            name + ".attn_fine", width: width, heads: shape.heads, band: shape.band, site: site, in: &layout)
        normCoarse = LayerNorm(name + ".norm_coarse", features: width, in: &layout)
        coarse = MultiHeadSelfAttention(
            name + ".attn_coarse", width: width, heads: shape.heads, site: site + 1, in: &layout)
        fuse = Linear(name + ".fuse", inputs: 2 * width, outputs: width, in: &layout)
        feedForward = FeedForward(
            norm: name + ".norm_ff", layers: name + ".ff", width: width, hiddenWidth: 4 * width, site: site + 2,
            in: &layout)
        scale = shape.scale
    }

    /// out = the block of input. Shapes: input, output (T, D). In inference both may be one matrix.
    func forward(_ pass: Pass, input: Matrix, output: Matrix, _ a: Activations, _ s: Scratch) {
        let width = input.columns
        let fineOut = a.branches.columns(0..<width)
        normFine.forward(pass, x: input, y: a.fineNormed, a.normFine)
        fine.forward(pass, x: a.fineNormed, out: fineOut, scale: 1, a.fine, scratch: s.attention)
        if pass.ablation.scales.contains(1) { fineOut.fill(with: 0) }

        let coarseOut = a.branches.columns(width..<2 * width)
        if a.pooled.rows == 0 || pass.ablation.scales.contains(scale) {
            coarseOut.fill(with: 0)
        } else {
            normCoarse.forward(pass, x: input, y: s.features, a.normCoarse)
            pass.timed(name + ".pool", .forward) { pass.kernels.pool(s.features, out: a.pooled, factor: scale) }
            let attended = s.coarse(a.pooled.rows)
            coarse.forward(pass, x: a.pooled, out: attended, scale: scale, a.coarse, scratch: s.attention)
            pass.timed(name + ".upsample", .forward) {
                pass.kernels.upsample(attended, out: coarseOut, factor: scale)
            }
        }

        guard let fuseBias = fuse.bias else { preconditionFailure("no bias") }
        fuse.product(pass, x: a.branches, out: s.features)
        pass.timed(name + ".residual", .forward) {
            pass.kernels.biasResidual(
                x: s.features, bias: pass.value(fuseBias), residual: input, out: a.middle, dropout: nil)
        }
        feedForward.forward(pass, x: a.middle, out: output, projected: s.features, a.feedForward, s.feedForward)
    }

    /// The forward pass as operations.
    func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        let fineOut = fine.describe(normFine.describe(x, in: &description), in: &description)
        let normed = normCoarse.describe(x, in: &description)
        let pooled = description.add(.pool(scale: scale), name + ".pooled", of: [normed])
        let attended = coarse.describe(pooled, in: &description)
        let coarseOut = description.add(.upsample, name + ".upsampled", of: [attended])
        let branches = description.add(.concatenation, name + ".branches", of: [fineOut, coarseOut])
        let middle = description.add(.sum, name + ".middle", of: [x, fuse.describe(branches, in: &description)])
        return feedForward.describe(middle, in: &description)
    }

    /// d, the gradient at output, becomes the one at input; parameters' gradients +=.
    func backward(_ pass: Pass, input: Matrix, d: Matrix, _ a: Activations, _ s: Scratch) {
        let width = input.columns
        feedForward.backward(pass, x: a.middle, d: d, dprojected: s.features, a.feedForward, s.feedForward)

        let dbranches = s.branches
        fuse.backward(pass, x: a.branches, dy: d, dx: dbranches)

        let qkv = s.qkv(input.rows)
        fine.backward(
            pass, x: a.fineNormed, dout: dbranches.columns(0..<width), dx: s.features, dattended: s.attended,
            dqkv: qkv, a.fine, scratch: s.attention)
        normFine.backward(pass, x: input, dy: s.features, dx: d, a.normFine)

        guard a.pooled.rows > 0 else { return }
        let rows = a.pooled.rows
        let dcoarse = s.coarse(rows)
        pass.timed(name + ".upsample", .backward) {
            pass.kernels.upsampleBackward(dout: dbranches.columns(width..<2 * width), dx: dcoarse, factor: scale)
        }
        let dpooled = s.pooled(rows)
        coarse.backward(
            pass, x: a.pooled, dout: dcoarse, dx: dpooled, dattended: s.attended.rows(0..<rows), dqkv: s.qkv(rows),
            a.coarse, scratch: s.attention)
        pass.timed(name + ".pool", .backward) {
            pass.kernels.poolBackward(dout: dpooled, dx: s.features, factor: scale)
        }
        normCoarse.backward(pass, x: input, dy: s.features, dx: d, a.normCoarse)
    }
}
