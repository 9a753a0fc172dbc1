/// Equal differences have equal lengths.
package struct LinearScale: Scale {
    package let domain: ClosedRange<Double>

    package init(_ domain: ClosedRange<Double>) {
        precondition(
            domain.lowerBound < domain.upperBound && domain.lowerBound.isFinite && domain.upperBound.isFinite,
            "a scale needs a finite range that is not empty, got \(domain)")
        self.domain = domain
    }

    /// A scale that ends at ticks and encloses `low`...`high`; a single value gets room around it.
    package static func covering(_ low: Double, _ high: Double, ticks count: Int = 5) -> LinearScale {
        precondition(low <= high, "low must not be above high, got \(low) and \(high)")
        guard low < high else {
            let room = low == 0 ? 1 : abs(low) / 2
            return covering(min(low, low - room), high + room, ticks: count)
        }
        let ticks = WilkinsonTicks.labelling(low: low, high: high, count: count, loose: true)
        return LinearScale(min(ticks.first, low)...max(ticks.last, high))
    }

    package func fraction(of value: Double) -> Double { linearFraction(of: value) }

    package func ticks(about count: Int) -> [Tick] {
        let slack = 1e-9 * (domain.upperBound - domain.lowerBound)
        // The best labelling may reach out of the domain; what is left must still be two ticks, or nothing can be read.
        var count = max(count, 2)
        while true {
            let labelling = WilkinsonTicks.labelling(low: domain.lowerBound, high: domain.upperBound, count: count)
            let inside = labelling.values.filter {
                $0 >= domain.lowerBound - slack && $0 <= domain.upperBound + slack
            }
            if inside.count >= 2 {
                let decimals = NumberText.decimals(of: labelling.step)
                return inside.map { Tick($0, NumberText.fixed($0, decimals: decimals)) }
            }
            count += 1
        }
    }
}
