import Kernels

/// Self-attention with its projections: out = Attention(x Wqkvᵀ) Wprojᵀ + b.
struct MultiHeadSelfAttention: Sendable {
    let name: String
    let qkv: Linear
    let core: Attention
    let projection: Linear
    /// The place of its dropout mask.
    let site: Int

    struct Activations {
        /// Shapes: qkv (T, 3D), attended (T, D), logSum (heads, T).
        let qkv: Matrix
        let attended: Matrix
        let logSum: Matrix

        init(_ arena: inout Arena, steps: Int, width: Int, heads: Int) {
            qkv = arena.take(rows: steps, columns: 3 * width)
            attended = arena.take(rows: steps, columns: width)
            logSum = arena.take(rows: heads, columns: steps)
        }
    }

    init(
        _ name: String, width: Int, heads: Int, band: Int? = nil, site: Int, in layout: inout ParameterLayout
    ) {
        self.name = name
        qkv = Linear(name + ".qkv", inputs: width, outputs: 3 * width, bias: false, in: &layout)
        core = Attention(heads: heads, headWidth: width / heads, band: band)
        projection = Linear(name + ".proj", inputs: width, outputs: width, in: &layout)
        self.site = site
    }

    /// Shapes: x (T, D), out (T, D), which may be a part of wider rows. `scale` is the time steps in a row of x.
    func forward(_ pass: Pass, x: Matrix, out: Matrix, scale: Int, _ a: Activations, scratch: Matrix) {
        qkv.forward(pass, x: x, out: a.qkv)
        if let visible = pass.ablation.visibleKeys(x.rows, scale: scale) {
            core.forward(pass, qkv: a.qkv, out: a.attended, visible: visible)
            return projection.forward(pass, x: a.attended, out: out)
        }
        pass.dropout.withMask(site: site) { mask in
            pass.timed(name, .forward) {
                core.forward(pass, qkv: a.qkv, out: a.attended, logSum: a.logSum, mask: mask, scratch: scratch)
            }
        }
        projection.forward(pass, x: a.attended, out: out)
    }

    /// The forward pass as operations.
    func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        let projected = qkv.describe(x, in: &description)
        let attended = description.add(
            .attention(heads: core.heads, band: core.band), name + ".attended", of: [projected])
        return projection.describe(attended, in: &description)
    }

    /// dx = the gradient at x; `dattended` (T, D) and `dqkv` (T, 3D) are working memory.
    func backward(
        _ pass: Pass, x: Matrix, dout: Matrix, dx: Matrix, dattended: Matrix, dqkv: Matrix, _ a: Activations,
        scratch: Matrix
    ) {
        projection.backward(pass, x: a.attended, dy: dout, dx: dattended)
        pass.dropout.withMask(site: site) { mask in
            pass.timed(name, .backward) {
                core.backward(
                    pass, qkv: a.qkv, out: a.attended, logSum: a.logSum, dout: dattended, dqkv: dqkv, mask: mask,
                    scratch: scratch)
            }
        }
        qkv.backward(pass, x: x, dy: dqkv, dx: dx)
    }
}
