import Tensors

/// out = x + dropout(W2 dropout(gelu(W1 norm(x) + b1)) + b2): the block's second residual.
struct FeedForward: Sendable {
    let norm: LayerNorm
    let expand: Linear
    let contract: Linear
    /// The place of its first dropout mask; the second follows it.
    let site: Int

    struct Activations {
        let norm: LayerNorm.Activations
        /// Shapes: normed (T, D), hidden and activated (T, 4D).
        let normed: Matrix
        let hidden: Matrix
        let activated: Matrix

        init(_ arena: inout Arena, steps: Int, width: Int, hiddenWidth: Int) {
            norm = LayerNorm.Activations(&arena, steps: steps)
            normed = arena.take(rows: steps, columns: width)
            hidden = arena.take(rows: steps, columns: hiddenWidth)
            activated = arena.take(rows: steps, columns: hiddenWidth)
        }
    }

    init(norm name: String, layers: String, width: Int, hiddenWidth: Int, site: Int, in layout: inout ParameterLayout) {
        norm = LayerNorm(name, features: width, in: &layout)
        expand = Linear(layers + ".0", inputs: width, outputs: hiddenWidth, in: &layout)
        contract = Linear(layers + ".3", inputs: hiddenWidth, outputs: width, in: &layout)
        self.site = site
    }

    /// Shapes: x, out (T, D); `projected` (T, D) is working memory.
    func forward(_ pass: Pass, x: Matrix, out: Matrix, projected: Matrix, _ a: Activations) {
        guard let expandBias = expand.bias, let contractBias = contract.bias else { preconditionFailure("no bias") }
        norm.forward(pass, x: x, y: a.normed, a.norm)
        expand.product(pass, x: a.normed, out: a.hidden)
        pass.dropout.withMask(site: site) { mask in
            pass.kernels.biasGELU(x: a.hidden, bias: pass.value(expandBias), y: a.activated, dropout: mask)
        }
        contract.product(pass, x: a.activated, out: projected)
        pass.dropout.withMask(site: site + 1) { mask in
            pass.kernels.biasResidual(
                x: projected, bias: pass.value(contractBias), residual: x, out: out, dropout: mask)
        }
    }

    /// d, the gradient at out, becomes the one at x. `dprojected` (T, D) and `dhidden` (T, 4D) are working memory.
    func backward(_ pass: Pass, x: Matrix, d: Matrix, dprojected: Matrix, dhidden: Matrix, _ a: Activations) {
        guard let expandBias = expand.bias, let contractBias = contract.bias else { preconditionFailure("no bias") }
        pass.dropout.withMask(site: site + 1) { mask in
            pass.kernels.biasResidualBackward(
                dy: d, dx: dprojected, dbias: pass.gradient(contractBias), dropout: mask)
        }
        contract.productBackward(pass, x: a.activated, dy: dprojected, dx: dhidden)
        pass.dropout.withMask(site: site) { mask in
            pass.kernels.biasGELUBackward(
                x: a.hidden, dy: dhidden, dbias: pass.gradient(expandBias), dropout: mask)
        }
        expand.productBackward(pass, x: a.normed, dy: dhidden, dx: dprojected)
        norm.backward(pass, x: x, dy: dprojected, dx: d, a.norm)
    }
}
