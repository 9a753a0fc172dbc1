import Kernels

/// A dilated convolution along time of three taps, without bias: out[t] = Σₖ W_k x[t + (k - 1) d], with x = 0 outside of
/// the sequence (van den Oord et al. 2016, WaveNet, section 2.1, here not causal).
///
/// Each tap is a product over shifted rows, so that nothing is copied. The weight is (outputs, 3 inputs): the taps' parts
/// side by side, the earliest first.
struct Convolution: Sendable {
    let name: String
    let weight: ParameterSlice
    let dilation: Int
    private let inputs: Int

    private static let taps = 3

    init(_ name: String, inputs: Int, outputs: Int, dilation: Int, in layout: inout ParameterLayout) {
        self.name = name
        self.dilation = dilation
        self.inputs = inputs
        let bound = 1 / Float(Self.taps * inputs).squareRoot()
        weight = layout.add(name + ".weight", shape: [outputs, Self.taps * inputs], bound: bound)
    }

    /// Shapes: x (T, inputs), out (T, outputs).
    func forward(_ pass: Pass, x: Matrix, out: Matrix) {
        pass.timed(name, .forward) {
            let packed = pass.packed(weight)
            // The middle tap sees every row, so it is the one that overwrites.
            pass.kernels.multiply(x, packed: packed, inputs: Self.taps * inputs, first: inputs, into: out)
            forEachOuterTap(of: x.rows) { tap, source, target in
                pass.kernels.multiply(
                    x.rows(source), packed: packed, inputs: Self.taps * inputs, first: tap * inputs,
                    into: out.rows(target), adding: true)
            }
        }
    }

    /// The forward pass and the addition of a bias (outputs) as an operation.
    func describe(_ x: NamedTensor, bias: ParameterSlice, in description: inout NetworkDescription) -> NamedTensor {
        description.add(.convolution(dilation: dilation), name, of: [x], parameters: [weight, bias])
    }

    /// dW += the gradient at the weight; dx += the gradient at x. Shapes: dy (T, outputs), dx (T, inputs).
    func backward(_ pass: Pass, x: Matrix, dy: Matrix, dx: Matrix) {
        pass.timed(name, .backward) {
            let (value, gradient) = (pass.value(weight), pass.gradient(weight))
            func add(_ tap: Int, _ source: Range<Int>, _ target: Range<Int>) {
                let columns = tap * inputs..<(tap + 1) * inputs
                pass.kernels.multiply(
                    dy.rows(target), x.rows(source), transposeA: true, into: gradient.columns(columns), adding: true)
                pass.kernels.multiply(dy.rows(target), value.columns(columns), into: dx.rows(source), adding: true)
            }
            add(1, 0..<x.rows, 0..<x.rows)
            forEachOuterTap(of: x.rows) { add($0, $1, $2) }
        }
    }

    /// Calls `body` with each tap but the middle one, the rows that it reads and the rows that these go to.
    private func forEachOuterTap(of steps: Int, _ body: (Int, Range<Int>, Range<Int>) -> Void) {
        guard dilation < steps else { return }
        let (early, late) = (0..<steps - dilation, dilation..<steps)
        body(0, early, late)
        body(2, late, early)
    }
}
