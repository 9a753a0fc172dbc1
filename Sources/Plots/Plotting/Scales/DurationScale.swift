/// Seconds since a beginning, for data that have no clock: 0 s, 30 s, 1 min.
package struct DurationScale: Scale {
    package let domain: ClosedRange<Double>

    private static let minute = 60
    private static let hour = 3600
    private static let day = 86_400
    private static let steps =
        [1, 2, 5, 10, 15, 30] + [1, 2, 5, 10, 15, 30].map { $0 * minute } + [1, 2, 3, 6, 12].map { $0 * hour }

    package init(_ domain: ClosedRange<Double>) {
        precondition(
            domain.lowerBound < domain.upperBound, "a scale needs a range that is not empty, got \(domain)")
        self.domain = domain
    }

    package func fraction(of value: Double) -> Double { linearFraction(of: value) }

    package func ticks(about count: Int) -> [Tick] {
        let span = domain.upperBound - domain.lowerBound
        let fits = { (step: Int) in span / Double(step) <= Double(max(count, 1)) }
        let step =
            Self.steps.first(where: fits)
            ?? Self.day * WholeNumberScale.step(for: span / Double(Self.day), most: count)
        let first = Int((domain.lowerBound / Double(step)).rounded(.up))
        let last = Int((domain.upperBound / Double(step)).rounded(.down))
        guard first <= last else { return [] }
        return (first...last).map { Tick(Double($0 * step), Self.text($0 * step)) }
    }

    /// A whole number of seconds in at most two units: `45 s`, `1 min 30 s`, `2 h`, `3 d 12 h`.
    package static func text(_ seconds: Int) -> String {
        let units = [(day, "d"), (hour, "h"), (minute, "min"), (1, "s")]
        guard seconds != 0 else { return "0 s" }
        var rest = abs(seconds)
        var parts: [String] = []
        for (length, name) in units where rest >= length && parts.count < 2 {
            parts.append("\(rest / length) \(name)")
            rest %= length
        }
        return (seconds < 0 ? "−" : "") + parts.joined(separator: " ")
    }
}
