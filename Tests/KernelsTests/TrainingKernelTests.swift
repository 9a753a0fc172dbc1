import CKernels
import Kernels
import TestSupport
import Testing

@Suite("The kernels of the loss and the optimiser")
struct TrainingKernelTests {
    private let pool = MatrixPool()

    @Test("the loss and its gradient agree with the formula", arguments: InstructionSet.available, kernelSizes)
    func loss(set: InstructionSet, count: Int) {
        for (l1, l2) in [(1.0, 0.0), (0, 1), (0.5, 0.25)] {
            let prediction = pool.random(rows: count, columns: 1, seed: 1)
            let target = pool.random(rows: count, columns: 1, seed: 2)
            let dprediction = pool.random(rows: count, columns: 1, seed: 3)
            let sum = Kernels(set).loss(
                output: prediction, target: target, doutput: dprediction,
                weights: LossWeights(l1: Float(l1), l2: Float(l2)), scale: 0.125)
            let (p, y) = (prediction.doubles, target.doubles)
            func plain(_ index: Int, _ p: Double) -> Double {
                l1 * abs(p - y[index]) + l2 * (p - y[index]) * (p - y[index])
            }
            // Each term is under 3 and rounded twice.
            let wanted = p.indices.reduce(0) { $0 + plain($1, p[$1]) }
            #expect(abs(sum - wanted) < 5e-7 * Double(count))
            let gradient = p.indices.map { index in
                0.125 * Difference.gradient(at: [p[index]], step: 1e-6) { plain(index, $0[0]) }[0]
            }
            #expect(Difference.largest(dprediction.values, gradient) < 1e-6)
        }
    }

    @Test("where prediction and truth are equal the gradient is 0", arguments: InstructionSet.available)
    func noLoss(set: InstructionSet) {
        let x = pool.random(rows: 17, columns: 1, seed: 1)
        let dx = pool.random(rows: 17, columns: 1, seed: 2)
        #expect(
            Kernels(set).loss(
                output: x, target: x, doutput: dx, weights: LossWeights(l1: 1, l2: 1), scale: 1) == 0)
        #expect(dx.values.allSatisfy { $0 == 0 })
    }

    @Test("a prediction that is no number makes a loss that is none", arguments: InstructionSet.available)
    func notANumber(set: InstructionSet) {
        let x = pool.random(rows: 17, columns: 1, seed: 1)
        x[11, 0] = .nan
        let target = pool.random(rows: 17, columns: 1, seed: 2)
        let loss = Kernels(set).loss(
            output: x, target: target, doutput: pool.matrix(rows: 17, columns: 1),
            weights: LossWeights(l1: 1, l2: 0), scale: 1)
        #expect(loss.isNaN)
    }

    @Test("addition and the norm agree with the formula", arguments: InstructionSet.available, kernelSizes)
    func addAndNorm(set: InstructionSet, count: Int) {
        let (a, b) = (AlignedBuffer(count: count), pool.random(rows: 1, columns: count, seed: 1))
        a.base.update(from: pool.random(rows: 1, columns: count, seed: 2).base, count: count)
        let wanted = zip(a.values, b.values).map { Double($0) + Double($1) }
        Kernels(set).add(b, to: a.matrix(rows: 1, columns: count))
        #expect(Difference.largest(a.values, wanted) < 2e-7)
        let norm = a.values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        #expect(abs(Kernels(set).sumOfSquares(a, 0..<count).squareRoot() - norm) < 1e-12 * norm)
    }

    @Test("the norm of large gradients does not overflow", arguments: InstructionSet.available)
    func largeNorm(set: InstructionSet) {
        let a = AlignedBuffer(count: 4)
        a.fill(with: 1e30)
        #expect(abs(Kernels(set).sumOfSquares(a, 0..<4).squareRoot() / Double(Float(1e30)) - 2) < 1e-12)
    }

    @Test("a step of AdamW agrees with the formula", arguments: InstructionSet.available, kernelSizes)
    func adam(set: InstructionSet, count: Int) {
        let buffers = (0..<4).map { _ in AlignedBuffer(count: count) }
        for (index, buffer) in buffers.enumerated() {
            let values = pool.random(rows: 1, columns: count, seed: UInt64(index))
            buffer.base.update(from: values.base, count: count)
        }
        let (parameters, first, second, gradient) = (buffers[0], buffers[1], buffers[2], buffers[3])
        for index in 0..<count { second.base[index] = abs(second.base[index]) }
        let before = buffers.map(\.doubles)
        let step = NRAdam(
            beta1: 0.9, beta2: 0.999, step_size: 0.01, inverse_correction2: 3, epsilon: 1e-8, gradient_scale: 0.5,
            decay: 0.001)
        Kernels(set).adam(
            parameters: parameters, first: first, second: second, gradient: gradient, step: step, range: 0..<count)
        let (beta1, beta2) = (Double(Float(0.9)), Double(Float(0.999)))
        var wanted: (parameters: [Double], first: [Double], second: [Double]) = ([], [], [])
        for index in 0..<count {
            let g = before[3][index] * 0.5
            let m = beta1 * before[1][index] + (1 - beta1) * g
            let v = beta2 * before[2][index] + (1 - beta2) * g * g
            wanted.first.append(m)
            wanted.second.append(v)
            let p = before[0][index]
            wanted.parameters.append(p - 0.001 * p - 0.01 * m / (v.squareRoot() * 3 + 1e-8))
        }
        #expect(Difference.largest(first.values, wanted.first) < 2e-7)
        #expect(Difference.largest(second.values, wanted.second) < 2e-7)
        // A step is 0.01 * m / (3 sqrt v): even at the smallest v here well under 1, rounded a few times.
        #expect(Difference.largest(parameters.values, wanted.parameters) < 5e-7)
    }
}
