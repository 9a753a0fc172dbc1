import CKernels
import Tensors

/// Adam (Kingma & Ba 2015, algorithm 1) with the gradient's norm clipped, over a network's one parameter block.
package struct Adam {
    package static let beta1 = 0.9
    package static let beta2 = 0.999
    package static let epsilon = 1e-8

    package var learningRate: Double
    /// The gradient's norm is scaled down to this.
    package let clip: Double
    /// Steps done.
    package private(set) var steps = 0
    private let first: AlignedBuffer
    private let second: AlignedBuffer
    private let kernels: Kernels

    package init(count: Int, learningRate: Double, clip: Double, kernels: Kernels = .best) {
        self.learningRate = learningRate
        self.clip = clip
        self.kernels = kernels
        first = AlignedBuffer(count: count)
        second = AlignedBuffer(count: count)
    }

    /// Updates `parameters` in place; returns the gradient's norm before clipping.
    @discardableResult
    package mutating func step(parameters: AlignedBuffer, gradient: AlignedBuffer) -> Double {
        steps += 1
        let norm = kernels.norm(gradient)
        let correction1 = 1 - power(Adam.beta1, steps)
        let correction2 = 1 - power(Adam.beta2, steps)
        let step = NRAdam(
            beta1: Float(Adam.beta1), beta2: Float(Adam.beta2), step_size: Float(learningRate / correction1),
            inverse_correction2: Float(1 / correction2.squareRoot()), epsilon: Float(Adam.epsilon),
            // As PyTorch's clip_grad_norm_, with its 1e-6.
            gradient_scale: Float(min(1, clip / (norm + 1e-6))), decay: 0)
        kernels.adam(parameters: parameters, first: first, second: second, gradient: gradient, step: step)
        return norm
    }

    private func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, square, rest) = (1.0, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}
