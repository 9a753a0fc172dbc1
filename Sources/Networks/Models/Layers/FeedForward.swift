import Kernels

/// out = x + dropout(W2 dropout(gelu(W1 norm(x) + b1)) + b2): the block's second residual.
///
/// Each time step is on its own, so they are worked on a few at a time: the wide hidden features of these stay in the
/// second cache from one operation to the next. What follows GELU is not kept but computed again in the backward pass.
struct FeedForward: Sendable {
    let name: String
    let norm: LayerNorm
    let expand: Linear
    let contract: Linear
    /// The place of its first dropout mask; the second follows it.
    let site: Int

    /// Time steps at a time: at 512 hidden features, half of a second cache of 1 MB.
    static let rows = 128

    struct Activations {
        let norm: LayerNorm.Activations
        /// Shapes: normed (T, D), hidden (T, 4D) before GELU; in inference hidden has only the rows of one part.
        let normed: Matrix
        let hidden: Matrix

        init(_ arena: inout Arena, steps: Int, width: Int, hiddenWidth: Int, training: Bool) {
            norm = LayerNorm.Activations(&arena, steps: steps)
            normed = arena.take(rows: steps, columns: width)
            hidden = arena.take(rows: training ? steps : min(steps, FeedForward.rows), columns: hiddenWidth)
        }
    }

    /// Working memory for one part of the rows, which all layers share. Shapes: (rows, 4D).
    struct Scratch {
        let activated: Matrix
        let dhidden: Matrix

        init(_ arena: inout Arena, steps: Int, hiddenWidth: Int, training: Bool) {
            let rows = min(steps, FeedForward.rows)
            activated = arena.take(rows: rows, columns: hiddenWidth)
            dhidden = arena.take(rows: training ? rows : 0, columns: hiddenWidth)
        }
    }

    init(norm name: String, layers: String, width: Int, hiddenWidth: Int, site: Int, in layout: inout ParameterLayout) {
        self.name = layers
        norm = LayerNorm(name, features: width, in: &layout)
        expand = Linear(layers + ".0", inputs: width, outputs: hiddenWidth, in: &layout)
        contract = Linear(layers + ".3", inputs: hiddenWidth, outputs: width, in: &layout)
        self.site = site
    }

    /// Shapes: x, out (T, D), which may be one matrix in inference; `projected` (T, D) is working memory.
    func forward(_ pass: Pass, x: Matrix, out: Matrix, projected: Matrix, _ a: Activations, _ s: Scratch) {
        guard let expandBias = expand.bias, let contractBias = contract.bias else { preconditionFailure("no bias") }
        forEachPart(of: x.rows) { rows in
            let normed = a.normed.rows(rows)
            let hidden = a.hidden.rows == x.rows ? a.hidden.rows(rows) : a.hidden.rows(0..<rows.count)
            let activated = s.activated.rows(0..<rows.count)
            let projected = projected.rows(rows)
            norm.forward(pass, x: x.rows(rows), y: normed, a.norm.rows(rows))
            expand.product(pass, x: normed, out: hidden)
            pass.dropout.withMask(site: site) { mask in
                pass.timed(name + ".gelu", .forward) {
                    pass.kernels.biasGELU(
                        x: hidden, bias: pass.value(expandBias), y: activated, dropout: mask,
                        firstRow: rows.lowerBound)
                }
            }
            contract.product(pass, x: activated, out: projected)
            pass.dropout.withMask(site: site + 1) { mask in
                pass.timed(name + ".residual", .forward) {
                    pass.kernels.biasResidual(
                        x: projected, bias: pass.value(contractBias), residual: x.rows(rows), out: out.rows(rows),
                        dropout: mask, firstRow: rows.lowerBound)
                }
            }
        }
    }

    /// The forward pass as operations.
    func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        let normed = norm.describe(x, in: &description)
        let hidden = expand.describe(normed, in: &description)
        let activated = description.add(.gelu, name + ".gelu", of: [hidden])
        let projected = contract.describe(activated, in: &description)
        return description.add(.sum, name, of: [x, projected])
    }

    /// d, the gradient at out, becomes the one at x. `dprojected` (T, D) is working memory.
    func backward(_ pass: Pass, x: Matrix, d: Matrix, dprojected: Matrix, _ a: Activations, _ s: Scratch) {
        guard let expandBias = expand.bias, let contractBias = contract.bias else { preconditionFailure("no bias") }
        forEachPart(of: x.rows) { rows in
            let (activated, dhidden) = (s.activated.rows(0..<rows.count), s.dhidden.rows(0..<rows.count))
            let (d, dprojected) = (d.rows(rows), dprojected.rows(rows))
            pass.dropout.withMask(site: site + 1) { mask in
                pass.timed(name + ".residual", .backward) {
                    pass.kernels.biasResidualBackward(
                        dy: d, dx: dprojected, dbias: pass.gradient(contractBias), dropout: mask,
                        firstRow: rows.lowerBound)
                }
            }
            contract.inputGradient(pass, dy: dprojected, dx: dhidden)
            pass.dropout.withMask(site: site) { mask in
                pass.timed(name + ".gelu", .backward) {
                    pass.kernels.biasGELUBackward(
                        x: a.hidden.rows(rows), dy: dhidden, y: activated, dbias: pass.gradient(expandBias),
                        dropout: mask, firstRow: rows.lowerBound)
                }
            }
            contract.weightGradient(pass, x: activated, dy: dprojected)
            expand.weightGradient(pass, x: a.normed.rows(rows), dy: dhidden)
            expand.inputGradient(pass, dy: dhidden, dx: dprojected)
            norm.backward(pass, x: x.rows(rows), dy: dprojected, dx: d, a.norm.rows(rows))
        }
    }

    private func forEachPart(of steps: Int, _ body: (Range<Int>) -> Void) {
        for first in stride(from: 0, to: steps, by: FeedForward.rows) {
            body(first..<min(first + FeedForward.rows, steps))
        }
    }
}
