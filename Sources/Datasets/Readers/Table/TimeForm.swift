import Foundation

/// How a table writes its times.
enum TimeForm: Equatable, Sendable {
    /// A number that counts since 1970: seconds (1), or parts of one (1000: milliseconds).
    case unix(perSecond: Int)
    /// A date and a time of day; `zone` is that of times which don't name theirs.
    case clock(DateOrder, zone: TimeZone?)

    /// What a number counts, by its size: 1e11 s is the year 5138, and 1e11 ms was in 1973.
    init(ofNumber number: Double) {
        self =
            switch number {
            case ..<1e11: .unix(perSecond: 1)
            case ..<1e14: .unix(perSecond: 1000)
            case ..<1e17: .unix(perSecond: 1_000_000)
            default: .unix(perSecond: 1_000_000_000)
            }
    }

    /// For messages.
    var expected: String {
        switch self {
        case .unix(1): "a time in Unix seconds"
        case .unix(1000): "a time in milliseconds since 1970"
        case .unix(1_000_000): "a time in microseconds since 1970"
        case .unix: "a time in nanoseconds since 1970"
        case .clock(.yearMonthDay, _): "a time such as 2015-02-28T12:30:05Z"
        case .clock(.dayMonthYear, _): "a time such as 28/02/2015 12:30:05"
        case .clock(.monthDayYear, _): "a time such as 02/28/2015 12:30:05"
        }
    }
}
