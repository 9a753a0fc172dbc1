/// A map from data values to the length of an axis.
package protocol Scale: Sendable {
    /// The values at the axis' two ends.
    var domain: ClosedRange<Double> { get }

    /// Where a value lies: 0 at the domain's lower end, 1 at its upper. Not finite for a value that has no place.
    func fraction(of value: Double) -> Double

    /// About `count` ticks inside the domain, in ascending order.
    func ticks(about count: Int) -> [Tick]
}

extension Scale {
    /// The share of the domain's length, for scales on which equal differences have equal lengths.
    func linearFraction(of value: Double) -> Double {
        (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    }
}

/// A marked value of an axis.
package struct Tick: Equatable, Sendable {
    package var value: Double
    package var label: String
    /// A second line where it begins or changes, such as the date under hours.
    package var detail: String?

    package init(_ value: Double, _ label: String, detail: String? = nil) {
        self.value = value
        self.label = label
        self.detail = detail
    }
}
