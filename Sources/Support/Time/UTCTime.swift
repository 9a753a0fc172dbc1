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
        CivilDate(daysSince1970: seconds.floored(by: 86_400)).iso(separator: separator)
    }

    private func clock(separator: String) -> String {
        let second = seconds - seconds.floored(by: 86_400) * 86_400
        return [second / 3600, second / 60 % 60, second % 60].map { $0.padded(2) }.joined(separator: separator)
    }
}
