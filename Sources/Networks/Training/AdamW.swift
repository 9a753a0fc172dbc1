import CKernels
import Kernels

/// AdamW (Loshchilov & Hutter 2019, algorithm 2) with the gradient's norm clipped, over a network's one parameter block.
///
/// Without decay it is Adam (Kingma & Ba 2015, algorithm 1). The block is worked on in pieces of a fixed size, so the
/// result has the same bits on any number of threads.
package final class AdamW {
    package static let beta1 = 0.9
    package static let beta2 = 0.999
    package static let epsilon = 1e-8
    /// Floats that a thread takes at a time; the four blocks' pieces together fit the second cache.
    private static let piece = 1 << 15

    package var learningRate: Double
    /// Decoupled weight decay: each step takes learningRate * decay of every parameter.
    package let decay: Double
    /// The gradient's norm is scaled down to this.
    package let clip: Double
    /// Steps done.
    package private(set) var steps = 0
    /// Running means of the gradient and of its square.
    package let first: AlignedBuffer
    package let second: AlignedBuffer
    private let kernels: Kernels
    private let workers: Workers
    private let squares: UnsafeMutableBufferPointer<Double>

    package init(
        count: Int, learningRate: Double = 0, decay: Double = 0, clip: Double, kernels: Kernels = .best,
        threads: Int = 1
    ) {
        self.learningRate = learningRate
        self.decay = decay
        self.clip = clip
        self.kernels = kernels
        workers = Workers(threads: threads)
        first = AlignedBuffer(count: count)
        second = AlignedBuffer(count: count)
        squares = .allocate(capacity: (count + Self.piece - 1) / Self.piece)
    }

    deinit { squares.deallocate() }

    /// Goes on from the moments after `steps` steps.
    package func resume(steps: Int, first: AlignedBuffer, second: AlignedBuffer) {
        self.steps = steps
        self.first.copy(from: first)
        self.second.copy(from: second)
    }

    /// Updates `parameters` in place; returns the gradient's norm before clipping.
    @discardableResult
    package func step(parameters: AlignedBuffer, gradient: AlignedBuffer) -> Double {
        steps += 1
        forEachPiece { index, range in squares[index] = kernels.sumOfSquares(gradient, range) }
        let norm = squares.reduce(0, +).squareRoot()
        let correction1 = 1 - power(Self.beta1, steps)
        let correction2 = 1 - power(Self.beta2, steps)
        let step = NRAdam(
            beta1: Float(Self.beta1), beta2: Float(Self.beta2), step_size: Float(learningRate / correction1),
            inverse_correction2: Float(1 / correction2.squareRoot()), epsilon: Float(Self.epsilon),
            // As PyTorch's clip_grad_norm_, with its 1e-6.
            gradient_scale: Float(min(1, clip / (norm + 1e-6))), decay: Float(learningRate * decay))
        forEachPiece { _, range in
            kernels.adam(
                parameters: parameters, first: first, second: second, gradient: gradient, step: step, range: range)
        }
        return norm
    }

    private func forEachPiece(_ body: (Int, Range<Int>) -> Void) {
        workers.forEach(squares.count) { _, index in
            body(index, index * Self.piece..<min((index + 1) * Self.piece, first.count))
        }
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
