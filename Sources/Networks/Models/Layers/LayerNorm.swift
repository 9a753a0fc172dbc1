import Kernels

/// y = (x - mean) / sqrt(variance + 1e-5) * gain + bias over the features of each time step.
struct LayerNorm: Sendable {
    let name: String
    let gain: ParameterSlice
    let bias: ParameterSlice

    /// Each row's mean and reciprocal deviation, for the backward pass. Shapes: (1, T).
    struct Activations {
        let mean: Matrix
        let rstd: Matrix

        init(_ arena: inout Arena, steps: Int) {
            mean = arena.take(rows: 1, columns: steps)
            rstd = arena.take(rows: 1, columns: steps)
        }

        private init(mean: Matrix, rstd: Matrix) {
            self.mean = mean
            self.rstd = rstd
        }

        /// Those of some of the rows.
        func rows(_ range: Range<Int>) -> Activations {
            Activations(mean: mean.columns(range), rstd: rstd.columns(range))
        }
    }

    init(_ name: String, features: Int, in layout: inout ParameterLayout) {
        self.name = name
        gain = layout.add(name + ".weight", shape: [features], constant: 1)
        bias = layout.add(name + ".bias", shape: [features])
    }

    /// y = layer norm of x. Shapes: x, y (T, features).
    func forward(_ pass: Pass, x: Matrix, y: Matrix, _ a: Activations) {
        pass.timed(name, .forward) {
            pass.kernels.layerNorm(
                x: x, gain: pass.value(gain), bias: pass.value(bias), y: y, mean: a.mean, rstd: a.rstd)
        }
    }

    /// The forward pass as an operation.
    func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        description.add(.layerNorm(epsilon: 1e-5), name, of: [x], parameters: [gain, bias])
    }

    /// dx, dgain, dbias +=.
    func backward(_ pass: Pass, x: Matrix, dy: Matrix, dx: Matrix, _ a: Activations) {
        pass.timed(name, .backward) {
            pass.kernels.layerNormBackward(
                x: x, gain: pass.value(gain), mean: a.mean, rstd: a.rstd, dy: dy, dx: dx, dgain: pass.gradient(gain),
                dbias: pass.gradient(bias))
        }
    }
}
