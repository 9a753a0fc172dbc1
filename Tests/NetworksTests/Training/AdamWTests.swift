import Kernels
import TestSupport
import Testing

@testable import Networks

/// AdamW with the gradient clipped, as PyTorch computes it, in Double.
private struct PlainAdamW {
    var parameters: [Double]
    var first: [Double]
    var second: [Double]
    var steps = 0.0

    init(_ parameters: [Double]) {
        self.parameters = parameters
        first = parameters.map { _ in 0 }
        second = first
    }

    mutating func step(_ gradient: [Double], learningRate: Double, decay: Double, clip: Double) {
        steps += 1
        let norm = Difference.dot(gradient, gradient).squareRoot()
        let factor = min(1, clip / (norm + 1e-6))
        var (decay1, decay2) = (1.0, 1.0)
        for _ in 0..<Int(steps) {
            decay1 *= 0.9
            decay2 *= 0.999
        }
        for index in parameters.indices {
            let g = gradient[index] * factor
            first[index] = 0.9 * first[index] + 0.1 * g
            second[index] = 0.999 * second[index] + 0.001 * g * g
            let (mean, square) = (first[index] / (1 - decay1), second[index] / (1 - decay2))
            parameters[index] *= 1 - learningRate * decay
            parameters[index] -= learningRate * mean / (square.squareRoot() + 1e-8)
        }
    }
}

@Suite("AdamW")
struct AdamWTests {
    private let pool = MatrixPool()

    private func buffer(_ count: Int, seed: UInt64, scale: Float = 1) -> AlignedBuffer {
        let buffer = AlignedBuffer(count: count)
        let values = pool.random(rows: 1, columns: count, seed: seed)
        for index in 0..<count { buffer.base[index] = values.base[index] * scale }
        return buffer
    }

    @Test(
        "agrees with a plain one in Double over fifty steps, clipped and not", arguments: InstructionSet.available,
        [(0.01, 0), (1, 0.1), (1000, 0.01)] as [(Float, Double)])
    func plain(set: InstructionSet, scaleAndDecay: (Float, Double)) {
        let (gradientScale, decay) = scaleAndDecay
        let count = 37
        let parameters = buffer(count, seed: 1)
        var plain = PlainAdamW(parameters.doubles)
        let adam = AdamW(count: count, decay: decay, clip: 1, kernels: Kernels(set))
        for step in 0..<50 {
            // A schedule, too: the rate may change between steps.
            let rate = 1e-2 / Double(step + 1)
            adam.learningRate = rate
            // Gradients of one size throughout would hide what clipping does: Adam divides by the size.
            let size = gradientScale * (step % 3 == 0 ? 1 : 0.01)
            let gradient = buffer(count, seed: UInt64(100 + step), scale: size)
            let norm = adam.step(parameters: parameters, gradient: gradient)
            #expect(abs(norm / Difference.dot(gradient.doubles, gradient.doubles).squareRoot() - 1) < 1e-12)
            plain.step(gradient.doubles, learningRate: rate, decay: decay, clip: 1)
        }
        #expect(adam.steps == 50)
        // Fifty steps that sum up to 0.045, each rounded to 6e-8 of a parameter under 1.
        #expect(Difference.largest(parameters.values, plain.parameters) < 3e-6)
    }

    @Test("a first step is the learning rate against each gradient's sign, however small the gradient")
    func firstStep() {
        let parameters = AlignedBuffer(count: 3)
        let gradient = AlignedBuffer(count: 3)
        for (index, value) in [1e-4, -2e-5, 0].enumerated() { gradient.base[index] = Float(value) }
        let adam = AdamW(count: 3, learningRate: 0.25, clip: 1)
        adam.step(parameters: parameters, gradient: gradient)
        // Off by epsilon over the gradient: 1e-8 / 2e-5.
        #expect(Difference.largest(parameters.values, [-0.25, 0.25, 0]) < 2e-4)
        #expect(parameters.base[2] == 0)
    }

    @Test("a block of several pieces has the same bits on any number of threads", arguments: [2, 3, 8])
    func threads(threads: Int) {
        let count = 100_003
        func trained(_ threads: Int) -> [Float] {
            let parameters = buffer(count, seed: 1)
            let adam = AdamW(count: count, learningRate: 0.01, decay: 0.1, clip: 1, threads: threads)
            for step in 0..<3 { adam.step(parameters: parameters, gradient: buffer(count, seed: 2 + UInt64(step))) }
            return parameters.values
        }
        #expect(trained(threads) == trained(1))
    }

    @Test("a gradient within the bound is not scaled, one beyond it has the bound's norm")
    func clipping() {
        func step(_ scale: Float) -> [Float] {
            let parameters = AlignedBuffer(count: 4)
            let gradient = buffer(4, seed: 3, scale: scale)
            // One step hides the scale, since Adam divides by it; the second step of a smaller gradient shows it.
            let adam = AdamW(count: 4, learningRate: 0.1, clip: 1)
            adam.step(parameters: parameters, gradient: gradient)
            adam.step(parameters: parameters, gradient: buffer(4, seed: 4, scale: 0.1))
            return parameters.values
        }
        #expect(step(0.1) != step(0.2))
        #expect(Difference.largest(step(1e3), step(1e6).map(Double.init)) < 1e-6)
    }
}
