import Foundation
import Kernels
import TestSupport
import Testing

@Suite("The attention kernel")
struct AttentionKernelTests {
    private let pool = MatrixPool()
    private let scale: Float = 0.7
    /// Lengths around the queries taken at a time (8, 16, 32) and the keys of a tile (32), and more than the forward
    /// pass takes values at a time (128).
    static let lengths = [1, 4, 7, 8, 9, 17, 32, 33, 131]
    /// Widths around the features of a tile (4, 8, 16, 32).
    static let widths = [1, 16, 33]
    /// Bands (all keys, only the query's own, around a tile, longer than any of the lengths) and dropout.
    static let bands = [(Int.max, 0), (.max, 0.3), (0, 0.3), (3, 0), (32, 0.3), (1000, 0)]
    /// The mask's row of the first query.
    private let firstRow = 5

    /// Queries, keys and values side by side with two floats between rows; scores of a few units.
    private func input(steps: Int, width: Int) -> Matrix {
        let wide = pool.random(rows: steps, columns: 3 * width + 2, seed: 1)
        for index in 0..<steps * (3 * width + 2) { wide.base[index] *= 2 }
        return wide.columns(0..<3 * width)
    }

    private func head(_ qkv: Matrix, width: Int, band: Int, mask: UnsafePointer<DropoutMask>?) -> AttentionHead {
        AttentionHead(
            q: qkv.columns(0..<width), k: qkv.columns(width..<2 * width), v: qkv.columns(2 * width..<3 * width),
            scale: scale, band: band, dropout: mask, firstRow: firstRow, scratch: scratch(qkv.rows, width))
    }

    /// Working memory full of what must not matter.
    private func scratch(_ steps: Int, _ width: Int) -> Matrix {
        let scratch = pool.matrix(rows: 1, columns: Kernels.attentionScratch(steps: steps, width: width))
        scratch.fill(with: .nan)
        return scratch
    }

    /// The factors of the queries' rows of the mask, (steps, steps).
    private func factors(_ dropout: Dropout?, steps: Int) -> [Double] {
        Array(dropout.factors(site: 4, rows: firstRow + steps, columns: steps).dropFirst(firstRow * steps))
    }

    /// The formula in Double: the sum of `dout` times softmax(scale q kT) with dropout factors, times v.
    private func plain(_ qkv: [Double], _ factors: [Double], steps: Int, width: Int, band: Int) -> [Double] {
        let row = 3 * width
        var out = [Double](repeating: 0, count: steps * width)
        for t in 0..<steps {
            let scores = (0..<steps).map { u in
                abs(t - u) > band
                    ? -.infinity
                    : (0..<width).reduce(0.0) { $0 + qkv[t * row + $1] * qkv[u * row + width + $1] } * Double(scale)
            }
            let largest = scores.max() ?? 0
            let powers = scores.map { exp($0 - largest) }
            let sum = powers.reduce(0, +)
            for u in 0..<steps {
                let weight = powers[u] / sum * factors[t * steps + u]
                for f in 0..<width { out[t * width + f] += weight * qkv[u * row + 2 * width + f] }
            }
        }
        return out
    }

    /// Each width with each band, some with dropout; long sequences, whose formula is slow, in one width.
    private func forEachCase(_ steps: Int, _ body: (_ width: Int, _ band: Int, _ dropout: Dropout?) -> Void) {
        for width in steps > 100 ? [16] : Self.widths {
            for (band, probability) in Self.bands {
                body(width, band, Dropout(probability: probability, seed: 3, step: 0, sequence: 0))
            }
        }
    }

    @Test("agrees with its formula, in and out of bands and dropout", arguments: InstructionSet.available, lengths)
    func forward(set: InstructionSet, steps: Int) {
        forEachCase(steps) { width, band, dropout in
            let qkv = input(steps: steps, width: width)
            let wide = pool.matrix(rows: steps, columns: width + 1)
            wide.fill(with: 9)
            let (out, logSum) = (wide.columns(0..<width), pool.matrix(rows: 1, columns: steps))
            dropout.withMask(site: 4) { mask in
                Kernels(set).attention(head(qkv, width: width, band: band, mask: mask), out: out, logSum: logSum)
            }
            let factors = factors(dropout, steps: steps)
            // Values under 2, and scores whose rounding the exponential multiplies.
            let wanted = plain(qkv.doubles, factors, steps: steps, width: width, band: band)
            #expect(Difference.largest(out.values, wanted) < 2e-5, "width \(width), band \(band)")
            #expect(wide.columns(width..<width + 1).values.allSatisfy { $0 == 9 })
        }
    }

    @Test("the gradient is the formula's along any direction", arguments: InstructionSet.available, lengths)
    func backward(set: InstructionSet, steps: Int) {
        forEachCase(steps) { width, band, dropout in
            let factors = factors(dropout, steps: steps)
            let qkv = input(steps: steps, width: width)
            let dout = pool.random(rows: steps, columns: width, seed: 2)
            let (out, logSum) = (pool.matrix(rows: steps, columns: width), pool.matrix(rows: 1, columns: steps))
            let wide = pool.matrix(rows: steps, columns: 3 * width + 2)
            // What is written must not depend on what was there, and nothing else may be written.
            wide.fill(with: .nan)
            let dqkv = wide.columns(0..<3 * width)
            dropout.withMask(site: 4) { mask in
                let head = head(qkv, width: width, band: band, mask: mask)
                Kernels(set).attention(head, out: out, logSum: logSum)
                head.scratch.fill(with: .nan)
                Kernels(set).attentionBackward(
                    head, out: out, logSum: logSum, dout: dout, dq: dqkv.columns(0..<width),
                    dk: dqkv.columns(width..<2 * width), dv: dqkv.columns(2 * width..<3 * width))
            }
            #expect(wide.columns(3 * width..<3 * width + 2).values.allSatisfy { $0.isNaN })
            // Directions that move queries, keys or values alone, so that none hides behind another.
            for part in 0..<3 {
                let direction = pool.matrix(rows: steps, columns: 3 * width)
                let random = pool.random(rows: steps, columns: width, seed: 11)
                for t in 0..<steps {
                    for f in 0..<width { direction[t, part * width + f] = random[t, f] }
                }
                let slope = Difference.slope(at: qkv.doubles, along: direction.doubles) {
                    Difference.dot(plain($0, factors, steps: steps, width: width, band: band), dout.doubles)
                }
                let got = Difference.dot(dqkv.doubles, direction.doubles)
                let size = Difference.dot(dqkv.doubles.map(abs), direction.doubles.map(abs))
                // Each gradient is a difference of sums of up to 10, whose last place is 1e-6; with a band of 0 the true
                // one is 0 and what is left is that of every query.
                #expect(abs(got - slope) < 2e-5 * size + 4e-5, "width \(width), band \(band), part \(part)")
            }
        }
    }

    @Test(
        "scores of any size give weights that add up to 1", arguments: InstructionSet.available, [1e3, 1e6] as [Float])
    func extremes(set: InstructionSet, size: Float) {
        let (steps, width) = (40, 4)
        let qkv = input(steps: steps, width: width)
        for t in 0..<steps {
            for f in 0..<2 * width { qkv[t, f] *= size }
            for f in 2 * width..<3 * width { qkv[t, f] = 1 }
        }
        let (out, logSum) = (pool.matrix(rows: steps, columns: width), pool.matrix(rows: 1, columns: steps))
        Kernels(set).attention(head(qkv, width: width, band: .max, mask: nil), out: out, logSum: logSum)
        #expect(out.values.allSatisfy { abs($0 - 1) < 1e-6 })
    }
}
