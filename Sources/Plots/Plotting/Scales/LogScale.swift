import Foundation

/// Equal ratios have equal lengths.
package struct LogScale: Scale {
    package let domain: ClosedRange<Double>

    package init(_ domain: ClosedRange<Double>) {
        precondition(
            0 < domain.lowerBound && domain.lowerBound < domain.upperBound && domain.upperBound.isFinite,
            "a logarithmic scale needs 0 < low < high, got \(domain)")
        self.domain = domain
    }

    package func fraction(of value: Double) -> Double {
        guard value > 0 else { return .nan }
        return log(value / domain.lowerBound) / log(domain.upperBound / domain.lowerBound)
    }

    package func ticks(about count: Int) -> [Tick] {
        let first = Int(floor(log10(domain.lowerBound)))
        let last = Int(ceil(log10(domain.upperBound)))
        for mantissas in [[1.0, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]] {
            let ticks = multiples(mantissas, decades: stride(from: first, through: last, by: 1))
            if ticks.count <= max(count, 2) { return ticks }
        }
        let skip = max((last - first) / max(count, 1), 1) + 1
        return multiples([1], decades: stride(from: first, through: last, by: skip))
    }

    private func multiples(_ mantissas: [Double], decades: StrideThrough<Int>) -> [Tick] {
        let slack = 1e-9
        return decades.flatMap { decade in
            mantissas.map { $0 * pow(10, Double(decade)) }
                .filter { $0 >= domain.lowerBound * (1 - slack) && $0 <= domain.upperBound * (1 + slack) }
                .map { Tick($0, label($0, decade: decade)) }
        }
    }

    private func label(_ value: Double, decade: Int) -> String {
        if (-4...5).contains(decade) { return NumberText.fixed(value, decimals: max(-decade, 0)) }
        let exponent = (decade < 0 ? "−" : "") + String(abs(decade))
        return NumberText.significant(value / pow(10, Double(decade)), digits: 1) + "e" + exponent
    }
}
