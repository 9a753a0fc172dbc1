import Kernels
import TestSupport
import Testing

@Suite("Dropout masks")
struct DropoutTests {
    private static let count = 1 << 16

    /// Which elements a mask keeps, as bits: comparing words is 64 times faster.
    private func kept(_ dropout: Dropout, site: Int = 0) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: Self.count / 64)
        for (index, factor) in Optional(dropout).factors(site: site, rows: 1, columns: Self.count).enumerated()
        where factor > 0 {
            words[index / 64] |= 1 << UInt64(index % 64)
        }
        return words
    }

    private func dropout(_ probability: Double = 0.5, seed: UInt64 = 1, step: Int = 0, sequence: Int = 0) -> Dropout {
        Dropout(probability: probability, seed: seed, step: step, sequence: sequence)
    }

    @Test("drop their share of elements and scale up the rest", arguments: [0.01, 0.1, 0.3, 0.5, 0.9, 0.999])
    func rate(probability: Double) {
        let dropout: Dropout? = dropout(probability)
        let factors = dropout.factors(site: 4, rows: 1, columns: Self.count)
        let dropped = factors.count { $0 == 0 }
        let n = Double(Self.count)
        let sigma = (n * probability * (1 - probability)).squareRoot()
        #expect(abs(Double(dropped) - n * probability) < 4 * sigma)
        // The nearest probability that a mask can have, so that the mean stays what it was.
        let nearest = (probability * 65536).rounded() / 65536
        let scale = Double(Float(1 / (1 - nearest)))
        #expect(factors.allSatisfy { $0 == 0 || $0 == scale })
    }

    @Test("of probability 0 drop nothing")
    func none() {
        let dropout: Dropout? = dropout(0)
        #expect(dropout.withMask(site: 0) { $0 == nil })
        #expect(dropout.factors(site: 0, rows: 1, columns: 9) == [Double](repeating: 1, count: 9))
    }

    @Test("are the same for the same key")
    func repeatable() {
        #expect(
            kept(dropout(seed: 7, step: 3, sequence: 2), site: 5)
                == kept(dropout(seed: 7, step: 3, sequence: 2), site: 5))
    }

    @Test("of other sites, sequences, steps and seeds are uncorrelated")
    func independent() {
        var masks: [[UInt64]] = []
        for site in 0..<6 { masks.append(kept(dropout(), site: site)) }
        for step in [1, 2, 1000] { masks.append(kept(dropout(step: step))) }
        for sequence in [1, 2, 15] { masks.append(kept(dropout(sequence: sequence))) }
        for seed in [0, 2, 3] as [UInt64] { masks.append(kept(dropout(seed: seed))) }
        let n = Double(Self.count)
        for a in masks.indices {
            for b in masks.indices where b > a {
                // Of independent fair bits, the number of different ones is n/2 with a deviation of sqrt(n)/2; over these
                // 105 pairs, 4.5 deviations are exceeded with a probability of 1e-3.
                var different = 0
                for word in masks[a].indices { different += (masks[a][word] ^ masks[b][word]).nonzeroBitCount }
                #expect(abs(Double(different) - n / 2) < 4.5 * n.squareRoot() / 2, "masks \(a) and \(b)")
            }
        }
    }

    @Test("are uncorrelated along themselves", arguments: [1, 2, 3, 4, 8, 16, 64, 128, 512, 4096])
    func alongTheMask(lag: Int) {
        let dropout: Dropout? = dropout()
        let factors = dropout.factors(site: 0, rows: 1, columns: Self.count)
        let n = factors.count - lag
        var equal = 0
        for index in 0..<n where factors[index] == factors[index + lag] { equal += 1 }
        #expect(abs(Double(equal) - Double(n) / 2) < 4 * Double(n).squareRoot() / 2)
    }

    @Test("of one row and the next are uncorrelated", arguments: [1, 16, 48, 256])
    func acrossRows(columns: Int) {
        let dropout: Dropout? = dropout()
        let factors = dropout.factors(site: 0, rows: Self.count / columns, columns: columns)
        let n = factors.count - columns
        var equal = 0
        for index in 0..<n where factors[index] == factors[index + columns] { equal += 1 }
        #expect(abs(Double(equal) - Double(n) / 2) < 4 * Double(n).squareRoot() / 2)
    }

    @Test("are the same on every instruction set and in every kernel", arguments: InstructionSet.available, kernelSizes)
    func sameEverywhere(set: InstructionSet, columns: Int) {
        let pool = MatrixPool()
        let dropout: Dropout? = dropout(0.3)
        let wanted = dropout.factors(site: 3, rows: 3, columns: columns).map { $0 == 0 }
        let kernels = Kernels(set)
        func zeros(_ matrix: Matrix) -> [Bool] { matrix.values.map { $0 == 0 } }
        func ones() -> Matrix {
            let ones = pool.matrix(rows: 3, columns: columns)
            ones.fill(with: 1)
            return ones
        }
        let none = pool.matrix(rows: 1, columns: columns)
        let (gelu, dgelu, again, residual, dresidual) = (ones(), ones(), ones(), ones(), ones())
        dropout.withMask(site: 3) { mask in
            kernels.biasGELU(x: ones(), bias: none, y: gelu, dropout: mask)
            kernels.biasGELUBackward(x: ones(), dy: dgelu, y: again, dbias: none, dropout: mask)
            none.fill(with: 0)
            kernels.biasResidual(
                x: ones(), bias: none, residual: pool.matrix(rows: 3, columns: columns), out: residual, dropout: mask)
            kernels.biasResidualBackward(dy: ones(), dx: dresidual, dbias: none, dropout: mask)
        }
        for (name, matrix) in [
            ("gelu", gelu), ("gelu backward", dgelu), ("gelu again", again), ("residual", residual),
            ("residual backward", dresidual),
        ] {
            #expect(zeros(matrix) == wanted, "\(name)")
        }
    }
}
