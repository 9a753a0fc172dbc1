/// Comparisons of single-precision results with formulas in Double.
package enum Difference {
    /// The largest |got - wanted|; infinite if the counts differ or either is not a number.
    package static func largest(_ got: [Float], _ wanted: [Double]) -> Double {
        guard got.count == wanted.count else { return .infinity }
        var largest = 0.0
        for index in got.indices {
            let difference = abs(Double(got[index]) - wanted[index])
            if difference.isNaN { return .infinity }
            largest = max(largest, difference)
        }
        return largest
    }

    /// The gradient of `f` at `x` by central differences.
    ///
    /// Their error is about step² / 6 times the third derivative, plus 1e-16 |f| / step of rounding: both under 1e-8 for
    /// functions of ordinary size and the default step.
    package static func gradient(at x: [Double], step: Double = 1e-4, of f: ([Double]) -> Double) -> [Double] {
        var x = x
        return x.indices.map { index in
            let value = x[index]
            x[index] = value + step
            let above = f(x)
            x[index] = value - step
            let below = f(x)
            x[index] = value
            return (above - below) / (2 * step)
        }
    }

    /// The derivative of `f` at `x` along `direction` by a central difference.
    package static func slope(
        at x: [Double], along direction: [Double], step: Double = 1e-5, of f: ([Double]) -> Double
    ) -> Double {
        let above = f(zip(x, direction).map { $0 + step * $1 })
        let below = f(zip(x, direction).map { $0 - step * $1 })
        return (above - below) / (2 * step)
    }

    /// The sum of the products.
    package static func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for index in a.indices { sum += a[index] * b[index] }
        return sum
    }
}
