/// The SplitMix64 generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014:
/// a 64-bit counter and a mixing function.
///
/// The numbers drawn are part of the data set's definition, so they are made here and not by the standard library,
/// whose algorithms may change between releases.
package struct SplitMix64: Sendable {
    private var state: UInt64

    /// Each seed is a stream of its own; the streams of neighbouring seeds don't overlap in practice.
    package init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number in `range`, every one equally likely (Lemire's multiplication with rejection, 2019).
    package mutating func integer(in range: ClosedRange<Int>) -> Int {
        let count = UInt64(range.count)
        // Of the 2^64 draws the first 2^64 mod count would favour some numbers: draw again.
        let rejected = (0 &- count) % count
        while true {
            let product = next().multipliedFullWidth(by: count)
            if product.low >= rejected { return range.lowerBound + Int(product.high) }
        }
    }

    /// A number in [0, 1), a multiple of 2^-53.
    package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A standard normal variate in Double, by Marsaglia's polar method: for (u, v) uniform in the unit disc and
    /// s = u^2 + v^2, u sqrt(-2 ln s / s) is normal. The second variate, from v, is not used.
    package mutating func normal() -> Double {
        while true {
            let u = 2 * uniform() - 1
            let v = 2 * uniform() - 1
            let s = u * u + v * v
            if s > 0, s < 1 { return u * (-2 * PortableMath.logarithm(s) / s).squareRoot() }
        }
    }
}
