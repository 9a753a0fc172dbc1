import Kernels

/// Attention at several time scales, mixed by a gate, then a feed-forward layer, each with a residual:
///
///     n        = norm(x)
///     branch_s = upsample_s(attention_s(pool_s(n)))
///     share    = softmax(W_g n + b_g)                      one for each scale and time step
///     mid      = x + Σ_s share_s branch_s
///     out      = mid + feedForward(mid)
///
/// The shares say, step by step, which scale an output was made from; a linear layer over the concatenated branches
/// would hide it. With one scale there is no gate. Pooling, and what happens to a tail that does not fill a pool, are as
/// in ``MultiScaleBlock``; a scale longer than the sequence has a branch of zeros.
struct GatedBlock: Sendable {
    /// One scale.
    struct Branch: Sendable {
        let index: Int
        /// Time steps in one key.
        let scale: Int
        let attention: MultiHeadSelfAttention
    }

    let name: String
    let norm: LayerNorm
    let branches: [Branch]
    /// nil where there is one scale.
    let gate: Linear?
    let feedForward: FeedForward

    init(_ index: Int, _ shape: NILMModel.Shape, site: Int, in layout: inout ParameterLayout) {
        let (name, width) = ("blocks.\(index)", shape.width)
        self.name = name
        norm = LayerNorm(name + ".norm", features: width, in: &layout)
        var branches: [Branch] = []
        for (place, scale) in shape.scales.enumerated() {
            branches.append(
                Branch(
                    index: place, scale: scale,
                    attention: MultiHeadSelfAttention(
                        name + ".attn_\(scale)", width: width, heads: shape.heads,
                        band: scale == 1 ? shape.band : nil, site: site + place, in: &layout)))
        }
        self.branches = branches
        gate =
            branches.count > 1
            ? Linear(name + ".gate", inputs: width, outputs: branches.count, in: &layout) : nil
        feedForward = FeedForward(
            norm: name + ".norm_ff", layers: name + ".ff", width: width, hiddenWidth: shape.hiddenWidth,
            site: site + branches.count, in: &layout)
    }

    /// out = the block of input. Shapes: input, output (T, D).
    func forward(_ pass: Pass, input: Matrix, output: Matrix, _ a: Activations, _ s: Scratch) {
        norm.forward(pass, x: input, y: a.normed, a.norm)
        for (branch, activations) in zip(branches, a.branches) {
            let out = a.mixed.columns(branch.index * input.columns..<(branch.index + 1) * input.columns)
            forward(branch, pass, normed: a.normed, out: out, activations, s)
        }
        if let gate {
            gate.forward(pass, x: a.normed, out: a.shares)
            pass.timed(name + ".gate", .forward) { pass.kernels.softmax(scores: a.shares, scale: 1) }
        } else {
            a.shares.fill(with: 1)
        }
        takeAway(pass.ablation.scales, from: a.shares)
        pass.timed(name + ".mix", .forward) {
            pass.kernels.mix(branches: a.mixed, shares: a.shares, residual: input, out: a.middle)
        }
        feedForward.forward(pass, x: a.middle, out: output, projected: s.projected, a.feedForward, s.feedForward)
    }

    /// The forward pass as operations.
    func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        let normed = norm.describe(x, in: &description)
        var mixed = branches.map { describe($0, normed, in: &description) }
        if let gate {
            let logits = gate.describe(normed, in: &description)
            let shares = description.add(.softmax, name + ".shares", of: [logits])
            for branch in branches {
                let share = description.add(.feature(branch.index), name + ".share_\(branch.scale)", of: [shares])
                mixed[branch.index] = description.add(
                    .product, name + ".mixed_\(branch.scale)", of: [share, mixed[branch.index]])
            }
        }
        let middle = description.add(.sum, name + ".middle", of: [x] + mixed)
        return feedForward.describe(middle, in: &description)
    }

    private func describe(
        _ branch: Branch, _ normed: NamedTensor, in description: inout NetworkDescription
    ) -> NamedTensor {
        guard branch.scale > 1 else { return branch.attention.describe(normed, in: &description) }
        let pooled = description.add(
            .pool(scale: branch.scale), name + ".pooled_\(branch.scale)", of: [normed])
        let attended = branch.attention.describe(pooled, in: &description)
        return description.add(.upsample, name + ".upsampled_\(branch.scale)", of: [attended])
    }

    /// Sets the shares of `scales` to 0 and divides the others by what is left, so that they add up to 1 again; all are
    /// 0 where nothing is left.
    private func takeAway(_ scales: Set<Int>, from shares: Matrix) {
        guard !scales.isEmpty else { return }
        for step in 0..<shares.rows {
            var rest: Float = 0
            for branch in branches {
                if scales.contains(branch.scale) { shares[step, branch.index] = 0 }
                rest += shares[step, branch.index]
            }
            guard rest > 0 else { continue }
            for branch in branches { shares[step, branch.index] /= rest }
        }
    }

    private func forward(
        _ branch: Branch, _ pass: Pass, normed: Matrix, out: Matrix, _ a: BranchActivations, _ s: Scratch
    ) {
        guard a.input.rows > 0 else { return out.fill(with: 0) }
        guard branch.scale > 1 else {
            return branch.attention.forward(
                pass, x: normed, out: out, scale: 1, a.attention, scratch: s.attention)
        }
        pass.timed(name + ".pool", .forward) { pass.kernels.pool(normed, out: a.input, factor: branch.scale) }
        let attended = s.features.rows(0..<a.input.rows)
        branch.attention.forward(
            pass, x: a.input, out: attended, scale: branch.scale, a.attention, scratch: s.attention)
        pass.timed(name + ".upsample", .forward) { pass.kernels.upsample(attended, out: out, factor: branch.scale) }
    }

    /// d, the gradient at output, becomes the one at input; parameters' gradients +=.
    func backward(_ pass: Pass, input: Matrix, d: Matrix, _ a: Activations, _ s: Scratch) {
        feedForward.backward(pass, x: a.middle, d: d, dprojected: s.projected, a.feedForward, s.feedForward)
        pass.timed(name + ".mix", .backward) {
            pass.kernels.mixBackward(
                branches: a.mixed, shares: a.shares, dout: d, dbranches: s.branches, dlogits: s.logits)
        }
        let dnormed = s.projected
        if let gate {
            gate.backward(pass, x: a.normed, dy: s.logits, dx: dnormed)
        } else {
            dnormed.fill(with: 0)
        }
        for (branch, activations) in zip(branches, a.branches) where activations.input.rows > 0 {
            let dout = s.branches.columns(branch.index * input.columns..<(branch.index + 1) * input.columns)
            backward(branch, pass, normed: a.normed, dout: dout, dnormed: dnormed, activations, s)
        }
        norm.backward(pass, x: input, dy: dnormed, dx: d, a.norm)
    }

    /// dnormed += the gradient through one branch.
    private func backward(
        _ branch: Branch, _ pass: Pass, normed: Matrix, dout: Matrix, dnormed: Matrix, _ a: BranchActivations,
        _ s: Scratch
    ) {
        let rows = a.input.rows
        guard branch.scale > 1 else {
            branch.attention.backward(
                pass, x: normed, dout: dout, dx: s.features, dattended: s.attended, dqkv: s.qkv, a.attention,
                scratch: s.attention)
            return pass.kernels.add(s.features, to: dnormed)
        }
        let (attended, pooled) = (s.pooled.rows(0..<rows), s.features.rows(0..<rows))
        pass.timed(name + ".upsample", .backward) {
            pass.kernels.upsampleBackward(dout: dout, dx: attended, factor: branch.scale)
        }
        branch.attention.backward(
            pass, x: a.input, dout: attended, dx: pooled, dattended: s.attended.rows(0..<rows),
            dqkv: s.qkv.rows(0..<rows), a.attention, scratch: s.attention)
        pass.timed(name + ".pool", .backward) {
            pass.kernels.poolBackward(dout: pooled, dx: s.pooled, factor: branch.scale)
            pass.kernels.add(s.pooled, to: dnormed)
        }
    }
}
