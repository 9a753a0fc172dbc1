import Kernels

/// y = x Wᵀ + b, with the weight as PyTorch keeps it: (outputs, inputs).
struct Linear: Sendable {
    let name: String
    let weight: ParameterSlice
    let bias: ParameterSlice?

    init(_ name: String, inputs: Int, outputs: Int, bias hasBias: Bool = true, in layout: inout ParameterLayout) {
        self.name = name
        let bound = 1 / Float(inputs).squareRoot()
        weight = layout.add(name + ".weight", shape: [outputs, inputs], bound: bound)
        bias = hasBias ? layout.add(name + ".bias", shape: [outputs], bound: bound) : nil
    }

    /// out = x Wᵀ + b. Shapes: x (T, inputs), out (T, outputs).
    func forward(_ pass: Pass, x: Matrix, out: Matrix) {
        product(pass, x: x, out: out)
        guard let bias else { return }
        pass.timed(name, .forward) { pass.kernels.addBias(pass.value(bias), to: out) }
    }

    /// The forward pass as an operation.
    func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        description.add(.linear, name, of: [x], parameters: [weight] + (bias.map { [$0] } ?? []))
    }

    /// out = x Wᵀ, for a kernel that adds the bias with what follows.
    func product(_ pass: Pass, x: Matrix, out: Matrix) {
        pass.timed(name, .forward) { pass.kernels.multiply(x, packed: pass.packed(weight), into: out) }
    }

    /// dW += dyᵀ x, db += column sums of dy, dx = dy W; dx nil where nothing needs it.
    func backward(_ pass: Pass, x: Matrix, dy: Matrix, dx: Matrix?) {
        if let bias {
            pass.timed(name, .backward) { pass.kernels.addColumnSums(of: dy, to: pass.gradient(bias)) }
        }
        weightGradient(pass, x: x, dy: dy)
        if let dx { inputGradient(pass, dy: dy, dx: dx) }
    }

    /// dW += dyᵀ x
    func weightGradient(_ pass: Pass, x: Matrix, dy: Matrix) {
        pass.timed(name, .backward) {
            pass.kernels.multiply(dy, x, transposeA: true, into: pass.gradient(weight), adding: true)
        }
    }

    /// dx = dy W
    func inputGradient(_ pass: Pass, dy: Matrix, dx: Matrix) {
        pass.timed(name, .backward) { pass.kernels.multiply(dy, pass.value(weight), into: dx) }
    }
}
