/// A linear scale for things that are counted: ticks only at whole numbers.
package struct WholeNumberScale: Scale {
    package let domain: ClosedRange<Double>
    /// Between ticks; nil for as many as there is room for.
    private let step: Int?

    /// The numbers `range` with half a step of room at either end; `step` for ticks at its multiples, as hours have.
    package init(_ range: ClosedRange<Int>, every step: Int? = nil) {
        precondition(step ?? 1 > 0, "ticks need a step above 0, got \(step ?? 1)")
        self.step = step
        domain = Double(range.lowerBound) - 0.5...Double(range.upperBound) + 0.5
    }

    package func fraction(of value: Double) -> Double { linearFraction(of: value) }

    package func ticks(about count: Int) -> [Tick] {
        // Whole numbers are short: there is room for twice as many as of other labels.
        let step = step ?? Self.step(for: domain.upperBound - domain.lowerBound - 1, most: 2 * count)
        let first = Int(domain.lowerBound.rounded(.up))
        let last = Int(domain.upperBound.rounded(.down))
        // By multiples: there may be far more whole numbers than ticks.
        let multiple = first + ((-first % step) + step) % step
        return stride(from: multiple, through: last, by: step).map { Tick(Double($0), String($0)) }
    }

    /// The least of 1, 2, 5, 10, 20 ... that goes into `span` at most `count` times.
    static func step(for span: Double, most count: Int) -> Int {
        var decade = 1
        while true {
            for step in [decade, 2 * decade, 5 * decade] where span / Double(step) <= Double(max(count, 1)) {
                return step
            }
            decade *= 10
        }
    }
}
