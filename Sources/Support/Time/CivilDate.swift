/// A day of the Gregorian calendar, without a zone.
///
/// Days are counted from 1 January 1970; the arithmetic counts years from 1 March so that the leap day comes last.
package struct CivilDate: Equatable, Hashable, Comparable, Sendable {
    package var year: Int
    /// 1 to 12.
    package var month: Int
    /// 1 to 31.
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date `days` after 1 January 1970.
    package init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = shifted.floored(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1 January 1970.
    package var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.floored(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Of `2015-03-29`; nil for what is no such text or no day of the calendar.
    package init?(iso text: String) {
        let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard fields.map(\.count) == [4, 2, 2], fields.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
        let numbers = fields.map { $0.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) } }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        guard isOfCalendar else { return nil }
    }

    /// Whether there is such a day: no 30 February.
    package var isOfCalendar: Bool { (1...12).contains(month) && (1...daysInMonth).contains(day) }

    /// Of one of the twelve months.
    private var daysInMonth: Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// `2015-03-29`
    package var iso: String { iso(separator: "-") }

    package func iso(separator: String) -> String {
        [year.padded(4), month.padded(2), day.padded(2)].joined(separator: separator)
    }

    /// The next day.
    package var next: CivilDate { CivilDate(daysSince1970: daysSince1970 + 1) }

    /// 0 is Monday.
    package var weekday: Int { daysSince1970 + 3 - (daysSince1970 + 3).floored(by: 7) * 7 }

    /// `Jan` to `Dec`.
    package var monthName: Text { Self.months[month - 1] }

    private static let months = [
        Text("Jan", es: "ene"), Text("Feb", es: "feb"), Text("Mar", es: "mar"), Text("Apr", es: "abr"),
        Text("May", es: "may"), Text("Jun", es: "jun"), Text("Jul", es: "jul"), Text("Aug", es: "ago"),
        Text("Sep", es: "sep"), Text("Oct", es: "oct"), Text("Nov", es: "nov"), Text("Dec", es: "dic"),
    ]

    /// `31 Mar`.
    package var shortText: Text { Text(same: "\(day) \(monthName)") }

    /// `31 Mar 2013`.
    package var text: Text { Text(same: "\(shortText) \(year)") }

    package static func < (a: CivilDate, b: CivilDate) -> Bool { a.daysSince1970 < b.daysSince1970 }
}

extension Int {
    /// The quotient rounded down, also for negative numbers.
    package func floored(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// With zeros before it, `width` digits at least.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
