import Kernels

/// The end of the `nilm` model: a hidden layer, then power behind an on/off gate,
/// softplus(a) logistic(b) with a, b = W gelu(V x + c) + e.
struct GatedHead: Sendable {
    let name: String
    let hidden: Linear
    let out: Linear
    /// The place of its dropout mask.
    let site: Int

    /// Shapes: hidden (T, D) before GELU, raw (T, 2).
    struct Activations {
        let hidden: Matrix
        let raw: Matrix

        init(_ arena: inout Arena, steps: Int, width: Int) {
            hidden = arena.take(rows: steps, columns: width)
            raw = arena.take(rows: steps, columns: 2)
        }
    }

    init(_ name: String, width: Int, site: Int, in layout: inout ParameterLayout) {
        self.name = name
        hidden = Linear(name + ".0", inputs: width, outputs: width, in: &layout)
        out = Linear(name + ".2", inputs: width, outputs: 2, in: &layout)
        self.site = site
    }

    /// Shapes: x (T, D), output (T, 2): power and the logit of being on.
    func forward(_ pass: Pass, x: Matrix, output: Matrix, _ a: Activations, _ s: GatedBlock.Scratch) {
        guard let hiddenBias = hidden.bias else { preconditionFailure("no bias") }
        hidden.product(pass, x: x, out: a.hidden)
        pass.dropout.withMask(site: site) { mask in
            pass.kernels.biasGELU(x: a.hidden, bias: pass.value(hiddenBias), y: s.features, dropout: mask)
        }
        out.forward(pass, x: s.features, out: a.raw)
        pass.timed(name + ".gate", .forward) { pass.kernels.gate(a.raw, out: output) }
    }

    /// The forward pass as operations. Shapes: x (T, D), power and the probability of being on (T, 1).
    func describe(
        _ x: NamedTensor, in description: inout NetworkDescription
    ) -> (power: NamedTensor, onProbability: NamedTensor?) {
        let activated = description.add(.gelu, name + ".gelu", of: [hidden.describe(x, in: &description)])
        let raw = out.describe(activated, in: &description)
        let a = description.add(.feature(0), name + ".a", of: [raw])
        let b = description.add(.feature(1), name + ".b", of: [raw])
        let whenOn = description.add(.softplus, name + ".when_on", of: [a])
        let onProbability = description.add(.logistic, "on_probability", of: [b])
        return (description.add(.product, name + ".gated", of: [whenOn, onProbability]), onProbability)
    }

    /// dx = the gradient at x; parameters' gradients +=.
    func backward(
        _ pass: Pass, x: Matrix, doutput: Matrix, dx: Matrix, _ a: Activations, _ s: GatedBlock.Scratch
    ) {
        guard let hiddenBias = hidden.bias else { preconditionFailure("no bias") }
        pass.timed(name + ".gate", .backward) { pass.kernels.gateBackward(a.raw, dout: doutput, draw: s.raw) }
        out.inputGradient(pass, dy: s.raw, dx: s.projected)
        pass.dropout.withMask(site: site) { mask in
            pass.kernels.biasGELUBackward(
                x: a.hidden, dy: s.projected, y: s.features, dbias: pass.gradient(hiddenBias), dropout: mask)
        }
        out.backward(pass, x: s.features, dy: s.raw, dx: nil)
        hidden.weightGradient(pass, x: x, dy: s.projected)
        hidden.inputGradient(pass, dy: s.projected, dx: dx)
    }
}
