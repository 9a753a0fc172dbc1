import Foundation
import Kernels
import TestSupport
import Testing

@Suite("The kernels of the on/off gate and the mixture of scales")
struct GateKernelTests {
    private let pool = MatrixPool()

    private func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
    private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    @Test("power behind a gate and its gradient agree with the formula", arguments: InstructionSet.available)
    func gate(set: InstructionSet) {
        let raw = pool.random(rows: 37, columns: 2, seed: 1)
        for index in 0..<raw.rows * 2 { raw.base[index] *= 8 }
        let out = pool.matrix(rows: 37, columns: 2)
        Kernels(set).gate(raw, out: out)
        let wanted = (0..<37).flatMap { row in
            let (a, b) = (Double(raw[row, 0]), Double(raw[row, 1]))
            return [softplus(a) * logistic(b), b]
        }
        #expect(Difference.largest(out.values, wanted) < 3e-6)
        let dout = pool.random(rows: 37, columns: 2, seed: 2)
        let draw = pool.matrix(rows: 37, columns: 2)
        Kernels(set).gateBackward(raw, dout: dout, draw: draw)
        let gradient = (0..<37).flatMap { row in
            Difference.gradient(at: raw.doubles(row: row)) { x in
                Double(dout[row, 0]) * softplus(x[0]) * logistic(x[1]) + Double(dout[row, 1]) * x[1]
            }
        }
        #expect(Difference.largest(draw.values, gradient) < 1e-5)
    }

    @Test("far from zero the gate is open or shut, without overflow", arguments: InstructionSet.available)
    func extremes(set: InstructionSet) {
        let raw = pool.matrix([200, 200, -200, 200, 200, -200, .nan, 0], rows: 4, columns: 2)
        let out = pool.matrix(rows: 4, columns: 2)
        Kernels(set).gate(raw, out: out)
        #expect(out[0, 0] == 200 && out[1, 0] == 0 && out[2, 0] < 1e-30)
        #expect(out[3, 0].isNaN)
    }

    @Test("the loss of power and state agrees with the formula", arguments: InstructionSet.available)
    func loss(set: InstructionSet) {
        let output = pool.random(rows: 37, columns: 2, seed: 1)
        let target = pool.random(rows: 37, columns: 1, seed: 2)
        let doutput = pool.matrix(rows: 37, columns: 2)
        let weights = LossWeights(l1: 0.5, l2: 1, on: 0.3, onThreshold: 0.25)
        func plain(_ row: Int, _ x: [Double]) -> Double {
            let y = Double(target[row, 0])
            let on = y >= 0.25 ? 1.0 : 0
            let power = 0.5 * abs(x[0] - y) + (x[0] - y) * (x[0] - y)
            return power - 0.3 * (on * log(logistic(x[1])) + (1 - on) * log(1 - logistic(x[1])))
        }
        let sum = Kernels(set).loss(output: output, target: target, doutput: doutput, weights: weights, scale: 2)
        let wanted = (0..<37).reduce(0) { $0 + plain($1, output.doubles(row: $1)) }
        #expect(abs(sum - wanted) < 1e-5)
        let gradient = (0..<37).flatMap { row in
            Difference.gradient(at: output.doubles(row: row), step: 1e-6) { 2 * plain(row, $0) }
        }
        #expect(Difference.largest(doutput.values, gradient) < 1e-5)
    }

    @Test("a mixture and its gradient agree with the formula", arguments: InstructionSet.available, [1, 2, 3])
    func mix(set: InstructionSet, scales: Int) {
        let (rows, columns) = (5, 7)
        let branches = pool.random(rows: rows, columns: scales * columns, seed: 1)
        let residual = pool.random(rows: rows, columns: columns, seed: 2)
        let logits = pool.random(rows: rows, columns: scales, seed: 3)
        let dout = pool.random(rows: rows, columns: columns, seed: 4)
        func mixed(_ row: Int, _ branches: [Double], _ logits: [Double]) -> [Double] {
            let powers = logits.map(exp)
            let sum = powers.reduce(0, +)
            return (0..<columns).map { column in
                (0..<scales).reduce(Double(residual[row, column])) {
                    $0 + powers[$1] / sum * branches[$1 * columns + column]
                }
            }
        }
        let shares = pool.matrix(logits.values, rows: rows, columns: scales)
        Kernels(set).softmax(scores: shares, scale: 1)
        let out = pool.matrix(rows: rows, columns: columns)
        Kernels(set).mix(branches: branches, shares: shares, residual: residual, out: out)
        let wanted = (0..<rows).flatMap { mixed($0, branches.doubles(row: $0), logits.doubles(row: $0)) }
        #expect(Difference.largest(out.values, wanted) < 1e-6)

        let dbranches = pool.matrix(rows: rows, columns: scales * columns)
        let dlogits = pool.matrix(rows: rows, columns: scales)
        Kernels(set).mixBackward(
            branches: branches, shares: shares, dout: dout, dbranches: dbranches, dlogits: dlogits)
        for row in 0..<rows {
            let (b, l) = (branches.doubles(row: row), logits.doubles(row: row))
            let byBranch = Difference.gradient(at: b) { Difference.dot(mixed(row, $0, l), dout.doubles(row: row)) }
            let byLogit = Difference.gradient(at: l) { Difference.dot(mixed(row, b, $0), dout.doubles(row: row)) }
            #expect(Difference.largest(dbranches.rows(row..<row + 1).values, byBranch) < 1e-6)
            #expect(Difference.largest(dlogits.rows(row..<row + 1).values, byLogit) < 1e-6)
        }
    }
}
