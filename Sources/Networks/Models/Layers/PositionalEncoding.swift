import Foundation
import Kernels

/// The sinusoids of Vaswani et al. 2017, section 3.5: sin(t w) at even and cos(t w) at odd features, with
/// w = 10000^(-2i/D). Computed in Float in the notebook's order of operations, so that the same bits are added.
enum PositionalEncoding {
    /// The encoding of each time step. Shapes: out (T, D).
    static func fill(_ out: Matrix) {
        let width = out.columns
        let factor = Float(-log(10000.0) / Double(width))
        for pair in stride(from: 0, to: width, by: 2) {
            let frequency = expf(Float(pair) * factor)
            for step in 0..<out.rows {
                out[step, pair] = sinf(Float(step) * frequency)
                if pair + 1 < width { out[step, pair + 1] = cosf(Float(step) * frequency) }
            }
        }
    }
}
