/// Unix seconds, with ticks where the clocks of a zone show round times: at local hours, midnights and months, also
/// across a change to or from summer time. Lengths stay true to elapsed time.
package struct TimeScale: Scale {
    package let domain: ClosedRange<Double>
    package let clock: LocalClock

    private enum Step {
        case seconds(Int), days(Int), weeks, months(Int), years(Int)
    }

    private static let day = 86_400
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
    package var title: String {
        let first = clock.offsetText(at: Int(domain.lowerBound))
        let last = clock.offsetText(at: Int(domain.upperBound))
        return "\(clock.zoneName) time (\(first == last ? first : "\(first), later \(last)"))"
    }

    package func ticks(about count: Int) -> [Tick] {
        let step = step(about: count)
        let moments = moments(at: step).filter { domain.contains(Double($0)) }
        var previous: CivilDate?
        return moments.map { moment in
            let date = clock.date(at: moment)
            defer { previous = date }
            switch step {
            case .seconds(let step):
                let isNew = previous != date
                let detail = previous?.year == date.year ? date.shortText : date.text
                return Tick(
                    Double(moment), clock.timeText(at: moment, seconds: step % 60 != 0),
                    detail: isNew ? detail : nil)
            case .days, .weeks:
                return Tick(
                    Double(moment), date.shortText, detail: previous?.year == date.year ? nil : String(date.year))
            case .months:
                return Tick(
                    Double(moment), date.monthName, detail: previous?.year == date.year ? nil : String(date.year))
            case .years:
                return Tick(Double(moment), String(date.year))
            }
        }
    }

    private func step(about count: Int) -> Step {
        let most = Double(max(count, 1))
        let span = domain.upperBound - domain.lowerBound
        let days = span / Double(Self.day)
        if let step = Self.secondSteps.first(where: { span / Double($0) <= most }) { return .seconds(step) }
        if let step = [1, 2].first(where: { days / Double($0) <= most }) { return .days(step) }
        if days / 7 <= most { return .weeks }
        if let step = [1, 3, 6].first(where: { days / 30.4 / Double($0) <= most }) { return .months(step) }
        return .years(max(Int((days / 365.25 / most).rounded(.up)), 1))
    }

    private func moments(at step: Step) -> [Int] {
        let first = clock.date(at: Int(domain.lowerBound.rounded(.down)))
        let last = clock.date(at: Int(domain.upperBound.rounded(.up)))
        let dates = (first.daysSince1970...last.daysSince1970).lazy.map { CivilDate(daysSince1970: $0) }
        switch step {
        case .seconds(let step):
            return secondMoments(every: step, from: first, through: last)
        case .days(let step):
            return dates.filter { $0.daysSince1970 % step == 0 }.map(clock.start)
        case .weeks:
            return dates.filter { $0.weekday == 0 }.map(clock.start)
        case .months(let step):
            return dates.filter { $0.day == 1 && ($0.month - 1) % step == 0 }.map(clock.start)
        case .years(let step):
            return dates.filter { $0.day == 1 && $0.month == 1 && $0.year % step == 0 }.map(clock.start)
        }
    }

    /// Moments whose local time of day is a multiple of `step` seconds, within the domain.
    private func secondMoments(every step: Int, from first: CivilDate, through last: CivilDate) -> [Int] {
        // Only local times near the domain are tried: a day in steps of a second would be 86,400 of them. Two hours of
        // room hold any change of the offset.
        let room = 7200
        let low = Int(domain.lowerBound) + clock.offset(at: Int(domain.lowerBound)) - room
        let high = Int(domain.upperBound) + clock.offset(at: Int(domain.upperBound)) + room
        let start = (low.floored(by: step) + 1) * step
        return stride(from: start, through: high, by: step).flatMap { clock.moments(showing: $0) }.sorted()
    }
}
