import Support

/// Unix seconds, with ticks where the clocks of a zone show round times: at local hours, midnights and months, also
/// across a change to or from summer time. Lengths stay true to elapsed time.
package struct TimeScale: Scale {
    package let domain: ClosedRange<Double>
    package let clock: LocalClock

    private static let secondSteps =
        [1, 2, 5, 10, 15, 30] + [1, 2, 5, 10, 15, 30].map { $0 * 60 } + [1, 2, 3, 6, 12].map { $0 * 3600 }

    package init(_ domain: ClosedRange<Double>, clock: LocalClock) {
        precondition(
            domain.lowerBound < domain.upperBound, "a scale needs a range that is not empty, got \(domain)")
        self.domain = domain
        self.clock = clock
    }

    package func fraction(of value: Double) -> Double { linearFraction(of: value) }

    /// What the axis should be called: the zone, and its distance from UTC at both ends where that changes.
    package var title: Text {
        let first = clock.offsetText(at: Int(domain.lowerBound))
        let last = clock.offsetText(at: Int(domain.upperBound))
        let offset =
            first == last ? Text(verbatim: first) : Text("\(first), later \(last)", es: "\(first), después \(last)")
        return Text("\(clock.zoneName) time (\(offset))", es: "hora de \(clock.zoneName) (\(offset))")
    }

    package func ticks(about count: Int) -> [Tick] {
        let span = domain.upperBound - domain.lowerBound
        guard let step = Self.secondSteps.first(where: { span / Double($0) <= Double(max(count, 1)) }) else {
            let step = CalendarStep.fitting(days: span / 86_400, most: count)
            let dates = step.dates(from: first, through: last).map { (Double(clock.start(of: $0)), $0) }
            return step.ticks(dates.filter { domain.contains($0.0) })
        }
        var previous: CivilDate?
        return moments(every: step).filter { domain.contains(Double($0)) }.map { moment in
            let date = clock.date(at: moment)
            defer { previous = date }
            let detail = previous?.year == date.year ? date.shortText : date.text
            return Tick(
                Double(moment), clock.timeText(at: moment, seconds: step % 60 != 0),
                detail: previous == date ? nil : detail.localised)
        }
    }

    private var first: CivilDate { clock.date(at: Int(domain.lowerBound.rounded(.down))) }
    private var last: CivilDate { clock.date(at: Int(domain.upperBound.rounded(.up))) }

    /// Moments whose local time of day is a multiple of `step` seconds, those of the domain among them.
    private func moments(every step: Int) -> [Int] {
        // Only local times near the domain are tried: a day in steps of a second would be 86,400 of them. Two hours of
        // room hold any change of the offset.
        let room = 7200
        let low = Int(domain.lowerBound) + clock.offset(at: Int(domain.lowerBound)) - room
        let high = Int(domain.upperBound) + clock.offset(at: Int(domain.upperBound)) + room
        let start = (low.floored(by: step) + 1) * step
        return stride(from: start, through: high, by: step).flatMap { clock.moments(showing: $0) }.sorted()
    }
}
