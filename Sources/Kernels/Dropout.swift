import CKernels
import Support

/// What a kernel needs to build one mask: a key, a threshold and the factor of what is kept.
package typealias DropoutMask = NRDropout

/// A source of dropout masks for one sequence in one training step.
///
/// Masks are a hash of a key and an element's position, so the backward pass builds the same mask again instead of
/// storing it, and they do not depend on which thread does the work.
package struct Dropout: Sendable {
    /// A multiple of 1/65536, which is what a mask can tell apart.
    package let probability: Double
    private let key: UInt64

    /// `probability` of an element to become 0, in 0 ..< 1, is rounded to a multiple of 1/65536; different for each seed, step and sequence.
    package init(probability: Double, seed: UInt64, step: Int, sequence: Int) {
        precondition((0..<1).contains(probability), "dropout must be in 0 ..< 1, got \(probability)")
        self.probability = min((probability * 0x1p16).rounded(), 65535) / 0x1p16
        var generator = SplitMix64(seed: seed)
        let base = generator.next()
        generator = SplitMix64(seed: base ^ UInt64(bitPattern: Int64(step)) << 20 ^ UInt64(sequence))
        key = generator.next()
    }

    /// The mask of one place in the network: `site` numbers the places.
    package func mask(site: Int) -> DropoutMask {
        var generator = SplitMix64(seed: key &+ UInt64(site))
        return NRDropout(
            key: generator.next(), threshold: UInt32(probability * 0x1p16), scale: Float(1 / (1 - probability)))
    }
}

extension Optional where Wrapped == Dropout {
    /// Calls `body` with the mask of `site`, or with nil where there is no dropout.
    package func withMask<R>(site: Int, _ body: (UnsafePointer<DropoutMask>?) -> R) -> R {
        guard let self, self.probability > 0 else { return body(nil) }
        return withUnsafePointer(to: self.mask(site: site), body)
    }
}
