import Tensors

/// y = x Wᵀ + b, with the weight as PyTorch keeps it: (outputs, inputs).
struct Linear: Sendable {
    let weight: ParameterSlice
    let bias: ParameterSlice?

    init(_ name: String, inputs: Int, outputs: Int, bias hasBias: Bool = true, in layout: inout ParameterLayout) {
        let bound = 1 / Float(inputs).squareRoot()
        weight = layout.add(name + ".weight", shape: [outputs, inputs], bound: bound)
        bias = hasBias ? layout.add(name + ".bias", shape: [outputs], bound: bound) : nil
    }

    /// out = x Wᵀ + b. Shapes: x (T, inputs), out (T, outputs).
    func forward(_ pass: Pass, x: Matrix, out: Matrix) {
        product(pass, x: x, out: out)
        if let bias { pass.kernels.addBias(pass.value(bias), to: out) }
    }

    /// out = x Wᵀ, for a kernel that adds the bias with what follows.
    func product(_ pass: Pass, x: Matrix, out: Matrix) {
        BLAS.multiply(x, pass.value(weight), transposeB: true, into: out)
    }

    /// dW += dyᵀ x, db += column sums of dy, dx = dy W (or += with `adding` 1); dx nil where nothing needs it.
    func backward(_ pass: Pass, x: Matrix, dy: Matrix, dx: Matrix?, adding: Float = 0) {
        if let bias { pass.kernels.addColumnSums(of: dy, to: pass.gradient(bias)) }
        productBackward(pass, x: x, dy: dy, dx: dx, adding: adding)
    }

    /// ``backward(_:x:dy:dx:adding:)`` without the bias.
    func productBackward(_ pass: Pass, x: Matrix, dy: Matrix, dx: Matrix?, adding: Float = 0) {
        BLAS.multiply(dy, x, transposeA: true, into: pass.gradient(weight), adding: 1)
        if let dx { BLAS.multiply(dy, pass.value(weight), into: dx, adding: adding) }
    }
}
