/// Functions computed by IEEE additions, multiplications and divisions only.
///
/// The C library's `sin` and `log` differ in the last bit between libraries, and in one library between CPUs with and
/// without fused multiplication, so data made with them would not be the same on every machine.
package enum PortableMath {
    /// sin(x) for |x| of at most 1000 or so, within 1e-13: x is brought to [-pi, pi], then Taylor's series
    /// x - x^3/3! + x^5/5! - ...
    package static func sine(_ x: Double) -> Double {
        let turns = (x / (2 * Double.pi)).rounded()
        let reduced = x - turns * (2 * Double.pi)
        let square = reduced * reduced
        // Horner from the far end; pi^29/29! is 3e-17.
        var sum = 0.0
        for n in stride(from: 27, through: 1, by: -2) {
            sum = 1 - square / Double((n + 1) * (n + 2)) * sum
        }
        return reduced * sum
    }

    /// ln(x) for a positive, normal x, within 1e-15 relative to max(1, |ln x|): x = m 2^e with m in
    /// [sqrt(1/2), sqrt(2)), and ln m = 2 (s + s^3/3 + s^5/5 + ...) for s = (m - 1)/(m + 1).
    package static func logarithm(_ x: Double) -> Double {
        precondition(x.isNormal && x > 0, "the logarithm is for positive normal numbers, got \(x)")
        var mantissa = x.significand
        var exponent = Double(x.exponent)
        if mantissa > 1.414_213_562_373_095_1 {
            mantissa /= 2
            exponent += 1
        }
        let s = (mantissa - 1) / (mantissa + 1)
        let square = s * s
        // |s| < 0.172, so the first term left out, s^23/23, is below 2e-19.
        var sum = 0.0
        for n in stride(from: 21, through: 1, by: -2) { sum = sum * square + 1 / Double(n) }
        return exponent * 0.693_147_180_559_945_3 + 2 * s * sum
    }
}
