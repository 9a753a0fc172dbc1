/// A second in UTC, written without the help of a locale or a time zone database.
package struct UTCTime: Equatable, Sendable {
    /// Unix seconds.
    package var seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    /// The times that files may have: arithmetic with them and with spans of that length stays far within an Int.
    package static let years1970To9999 = 0..<253_402_300_800

    /// `2026-11-22T11:10:03Z`
    package var iso8601: String { date(separator: "-") + "T" + clock(separator: ":") + "Z" }

    /// `20261122T111003Z`, as in folder names.
    package var compact: String { date(separator: "") + "T" + clock(separator: "") + "Z" }

    private func date(separator: String) -> String {
        // Civil date from days, counting years from 1 March so that the leap day is a year's last.
        let days = Self.floor(seconds, 86400) + 719_468
        let era = Self.floor(days, 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return [Self.padded(year, 4), Self.padded(month, 2), Self.padded(day, 2)].joined(separator: separator)
    }

    private func clock(separator: String) -> String {
        let second = seconds - Self.floor(seconds, 86400) * 86400
        return [second / 3600, second / 60 % 60, second % 60].map { Self.padded($0, 2) }.joined(separator: separator)
    }

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
