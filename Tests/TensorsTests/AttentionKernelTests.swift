import Foundation
import TestSupport
import Tensors
import Testing

@Suite("The attention kernel")
struct AttentionKernelTests {
    private let pool = MatrixPool()
    private let scale: Float = 0.7
    /// Lengths around the queries taken at a time (4, 8) and the keys of a tile (12, 24, 48).
    static let lengths = [1, 4, 7, 8, 9, 17, 48, 49]
    /// Widths around the features of a tile (8, 16, 32).
    static let widths = [1, 16, 33]

    /// Queries, keys and values side by side with two floats between rows; scores of a few units.
    private func input(steps: Int, width: Int) -> Matrix {
        let wide = pool.random(rows: steps, columns: 3 * width + 2, seed: 1)
        for index in 0..<steps * (3 * width + 2) { wide.base[index] *= 2 }
        return wide.columns(0..<3 * width)
    }

    private func head(_ qkv: Matrix, width: Int, mask: UnsafePointer<DropoutMask>?) -> AttentionHead {
        AttentionHead(
            q: qkv.columns(0..<width), k: qkv.columns(width..<2 * width), v: qkv.columns(2 * width..<3 * width),
            scale: scale, dropout: mask, first: 5,
            scratch: pool.matrix(rows: 1, columns: Kernels.attentionScratch(steps: qkv.rows, width: width)))
    }

    /// The formula in Double: the sum of `dout` times softmax(scale q kT) with dropout factors, times v.
    private func plain(_ qkv: [Double], _ factors: [Double], steps: Int, width: Int) -> [Double] {
        let row = 3 * width
        var out = [Double](repeating: 0, count: steps * width)
        for t in 0..<steps {
            let scores = (0..<steps).map { u in
                (0..<width).reduce(0.0) { $0 + qkv[t * row + $1] * qkv[u * row + width + $1] } * Double(scale)
            }
            let largest = scores.max() ?? 0
            let powers = scores.map { exp($0 - largest) }
            let sum = powers.reduce(0, +)
            for u in 0..<steps {
                let weight = powers[u] / sum * factors[5 + t * steps + u]
                for f in 0..<width { out[t * width + f] += weight * qkv[u * row + 2 * width + f] }
            }
        }
        return out
    }

    @Test("agrees with its formula, with and without dropout", arguments: InstructionSet.available, lengths)
    func forward(set: InstructionSet, steps: Int) {
        for width in Self.widths {
            for probability in [0, 0.3] {
                let dropout: Dropout? = Dropout(probability: probability, seed: 3, step: 0, sequence: 0)
                let qkv = input(steps: steps, width: width)
                let wide = pool.matrix(rows: steps, columns: width + 1)
                wide.fill(with: 9)
                let (out, logSum) = (wide.columns(0..<width), pool.matrix(rows: 1, columns: steps))
                dropout.withMask(site: 4) { mask in
                    Kernels(set).attention(head(qkv, width: width, mask: mask), out: out, logSum: logSum)
                }
                let factors = dropout.factors(site: 4, rows: 1, columns: 5 + steps * steps)
                // Values under 2, and scores whose rounding the exponential multiplies.
                let wanted = plain(qkv.doubles, factors, steps: steps, width: width)
                #expect(Difference.largest(out.values, wanted) < 2e-5)
                #expect(wide.columns(width..<width + 1).values.allSatisfy { $0 == 9 })
            }
        }
    }

    @Test("the gradient is the formula's along any direction", arguments: InstructionSet.available, lengths)
    func backward(set: InstructionSet, steps: Int) {
        for width in Self.widths {
            for probability in [0, 0.3] {
                let dropout: Dropout? = Dropout(probability: probability, seed: 3, step: 0, sequence: 0)
                let factors = dropout.factors(site: 4, rows: 1, columns: 5 + steps * steps)
                let qkv = input(steps: steps, width: width)
                let dout = pool.random(rows: steps, columns: width, seed: 2)
                let (out, logSum) = (pool.matrix(rows: steps, columns: width), pool.matrix(rows: 1, columns: steps))
                let dqkv = pool.random(rows: steps, columns: 3 * width + 2, seed: 7).columns(0..<3 * width)
                dropout.withMask(site: 4) { mask in
                    let head = head(qkv, width: width, mask: mask)
                    Kernels(set).attention(head, out: out, logSum: logSum)
                    Kernels(set).attentionBackward(
                        head, out: out, logSum: logSum, dout: dout, dq: dqkv.columns(0..<width),
                        dk: dqkv.columns(width..<2 * width), dv: dqkv.columns(2 * width..<3 * width))
                }
                // Directions that move queries, keys or values alone, so that none hides behind another.
                for part in 0..<3 {
                    let direction = pool.matrix(rows: steps, columns: 3 * width)
                    let random = pool.random(rows: steps, columns: width, seed: 11)
                    for t in 0..<steps {
                        for f in 0..<width { direction[t, part * width + f] = random[t, f] }
                    }
                    let slope = slope(qkv, direction, dout, factors, steps: steps, width: width)
                    let got = Difference.dot(dqkv.doubles, direction.doubles)
                    let size = Difference.dot(dqkv.doubles.map(abs), direction.doubles.map(abs))
                    // Each gradient is a difference of sums of up to 10, whose last place is 1e-6.
                    #expect(abs(got - slope) < 2e-5 * size + 1e-5, "width \(width), part \(part)")
                }
            }
        }
    }

    /// The derivative of the sum of dout * out along `direction`, by central differences in Double.
    private func slope(
        _ qkv: Matrix, _ direction: Matrix, _ dout: Matrix, _ factors: [Double], steps: Int, width: Int
    ) -> Double {
        let (at, along, weights) = (qkv.doubles, direction.doubles, dout.doubles)
        func value(_ step: Double) -> Double {
            let moved = zip(at, along).map { $0 + step * $1 }
            return Difference.dot(plain(moved, factors, steps: steps, width: width), weights)
        }
        let step = 1e-5
        return (value(step) - value(-step)) / (2 * step)
    }
}
