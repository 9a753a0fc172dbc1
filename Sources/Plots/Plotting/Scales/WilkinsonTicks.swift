import Foundation

/// Tick positions after Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on
/// Axes", IEEE TVCG 16(6), 2010, with the legibility term left to the axis, which knows its fonts.
///
/// A labelling (first, last, step) has the score 0.25 simplicity + 0.2 coverage + 0.5 density + 0.05; the search visits
/// steps j * q * 10^z in an order that lets the bounds end it early.
package enum WilkinsonTicks {
    /// Equally spaced positions; `first` and `last` need not lie within the data.
    package struct Labelling: Equatable, Sendable {
        package var first: Double
        package var step: Double
        package var count: Int

        package var last: Double { first + step * Double(count - 1) }
        package var values: [Double] {
            // A multiple of the step, not a sum, so that zero is zero.
            let start = (first / step).rounded()
            let isMultiple = abs(first / step - start) < 1e-6
            return (0..<count).map { isMultiple ? (start + Double($0)) * step : first + Double($0) * step }
        }
    }

    /// Step mantissas, the nicest first.
    private static let mantissas: [Double] = [1, 5, 2, 2.5, 4, 3]
    private static let simplicityWeight = 0.25
    private static let coverageWeight = 0.2
    private static let densityWeight = 0.5
    private static let legibilityWeight = 0.05

    /// The best labelling of `low`...`high` with about `count` ticks.
    ///
    /// With `loose` the first and last tick enclose the data, as an axis that ends at ticks needs it.
    package static func labelling(low: Double, high: Double, count target: Int, loose: Bool = false) -> Labelling {
        precondition(low < high && low.isFinite && high.isFinite, "ticks need low < high, got \(low) and \(high)")
        let target = max(target, 2)
        var best = Labelling(first: low, step: high - low, count: 2)
        var bestScore = -2.0
        var skip = 1
        search: while true {
            for (index, mantissa) in mantissas.enumerated() {
                let mostSimplicity = simplicity(index: index, skip: skip, hasZero: true)
                if score(mostSimplicity, 1, 1) < bestScore { break search }
                var count = 2
                while true {
                    let mostDensity = count >= target ? 2 - Double(count - 1) / Double(target - 1) : 1
                    if score(mostSimplicity, 1, mostDensity) < bestScore { break }
                    let delta = (high - low) / Double(count + 1) / Double(skip) / mantissa
                    var exponent = ceil(log10(delta))
                    while true {
                        let step = Double(skip) * mantissa * pow(10, exponent)
                        let span = step * Double(count - 1)
                        if score(mostSimplicity, mostCoverage(low, high, span), mostDensity) < bestScore { break }
                        let earliest = floor(high / step) * Double(skip) - Double((count - 1) * skip)
                        let latest = ceil(low / step) * Double(skip)
                        for start in stride(from: earliest, through: latest, by: 1) {
                            let first = start * step / Double(skip)
                            let last = first + span
                            let slack = 1e-9 * step
                            if loose && (first > low + slack || last < high - slack) { continue }
                            let hasZero =
                                first <= slack && last >= -slack
                                && abs(first / step - (first / step).rounded()) < 1e-9
                            let total = score(
                                simplicity(index: index, skip: skip, hasZero: hasZero),
                                coverage(low, high, first, last),
                                density(count, target, low, high, first, last))
                            if total > bestScore {
                                bestScore = total
                                best = Labelling(first: first, step: step, count: count)
                            }
                        }
                        exponent += 1
                    }
                    count += 1
                }
            }
            skip += 1
        }
        return best
    }

    private static func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
        simplicityWeight * simplicity + coverageWeight * coverage + densityWeight * density + legibilityWeight
    }

    private static func simplicity(index: Int, skip: Int, hasZero: Bool) -> Double {
        1 - Double(index) / Double(mantissas.count - 1) - Double(skip) + (hasZero ? 1 : 0)
    }

    private static func coverage(_ low: Double, _ high: Double, _ first: Double, _ last: Double) -> Double {
        let tenth = 0.1 * (high - low)
        return 1 - 0.5 * (pow(high - last, 2) + pow(low - first, 2)) / pow(tenth, 2)
    }

    private static func mostCoverage(_ low: Double, _ high: Double, _ span: Double) -> Double {
        let range = high - low
        guard span > range else { return 1 }
        return 1 - pow((span - range) / 2, 2) / pow(0.1 * range, 2)
    }

    private static func density(
        _ count: Int, _ target: Int, _ low: Double, _ high: Double, _ first: Double, _ last: Double
    ) -> Double {
        let got = Double(count - 1) / (last - first)
        let wanted = Double(target - 1) / (max(last, high) - min(first, low))
        return 2 - max(got / wanted, wanted / got)
    }
}
