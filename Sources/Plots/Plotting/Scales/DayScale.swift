import Support

/// Days of the calendar, all of one length, each with its number since 1 January 1970 in its middle.
package struct DayScale: Scale {
    package let domain: ClosedRange<Double>
    private let first: CivilDate
    private let last: CivilDate

    package init(_ days: ClosedRange<CivilDate>) {
        first = days.lowerBound
        last = days.upperBound
        domain = Double(first.daysSince1970) - 0.5...Double(last.daysSince1970) + 0.5
    }

    package func fraction(of value: Double) -> Double { linearFraction(of: value) }

    package func ticks(about count: Int) -> [Tick] {
        let step = CalendarStep.fitting(days: domain.upperBound - domain.lowerBound, most: count)
        return step.ticks(step.dates(from: first, through: last).map { (Double($0.daysSince1970), $0) })
    }
}
