import Support

/// Which days of the calendar have a tick.
enum CalendarStep: Equatable {
    case days(Int)
    /// Mondays.
    case weeks
    /// Firsts of every so many months, January among them.
    case months(Int)
    /// First days of years that are multiples.
    case years(Int)

    /// The shortest step that goes into `days` at most `count` times.
    static func fitting(days: Double, most count: Int) -> CalendarStep {
        let most = Double(max(count, 1))
        if let step = [1, 2].first(where: { days / Double($0) <= most }) { return .days(step) }
        if days / 7 <= most { return .weeks }
        if let step = [1, 3, 6].first(where: { days / 30.4 / Double($0) <= most }) { return .months(step) }
        return .years(max(Int((days / 365.25 / most).rounded(.up)), 1))
    }

    /// The dates from `first` through `last` that have a tick.
    func dates(from first: CivilDate, through last: CivilDate) -> [CivilDate] {
        (first.daysSince1970...last.daysSince1970).lazy.map { CivilDate(daysSince1970: $0) }.filter(has)
    }

    private func has(_ date: CivilDate) -> Bool {
        switch self {
        case .days(let step): date.daysSince1970 % step == 0
        case .weeks: date.weekday == 0
        case .months(let step): date.day == 1 && (date.month - 1) % step == 0
        case .years(let step): date.day == 1 && date.month == 1 && date.year % step == 0
        }
    }

    /// Ticks of dates at their values; the year stands under its first one.
    func ticks(_ dates: [(value: Double, date: CivilDate)]) -> [Tick] {
        var year: Int?
        return dates.map { value, date in
            defer { year = date.year }
            let detail = year == date.year ? nil : String(date.year)
            switch self {
            case .days, .weeks: return Tick(value, date.shortText.localised, detail: detail)
            case .months: return Tick(value, date.monthName.localised, detail: detail)
            case .years: return Tick(value, String(date.year))
            }
        }
    }
}
