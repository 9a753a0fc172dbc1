import Foundation

/// How a table writes its times.
enum TimeForm: Equatable, Sendable {
    /// A number that counts since 1970: seconds (1), or parts of one (1000: milliseconds).
    case unix(perSecond: Int)
    /// ISO 8601; `zone` is that of times which don't name theirs.
    case iso(zone: TimeZone?)

    /// The form of a first time; nil if it is none.
    ///
    /// A number's size tells what it counts: 1e11 s is the year 5138, and 1e11 ms was in 1973.
    init?(of field: String, zone: TimeZone?) {
        if let number = Double(field), number.isFinite, number >= 0 {
            let perSecond =
                switch number {
                case ..<1e11: 1
                case ..<1e14: 1000
                case ..<1e17: 1_000_000
                default: 1_000_000_000
                }
            self = .unix(perSecond: perSecond)
        } else if Array(field.utf8 + [0]).withUnsafeBufferPointer({ ISOTime(.init(rebasing: $0.dropLast())) }) != nil {
            self = .iso(zone: zone)
        } else {
            return nil
        }
    }

    /// For messages.
    var expected: String {
        switch self {
        case .unix(1): "a time in Unix seconds"
        case .unix(1000): "a time in milliseconds since 1970"
        case .unix(1_000_000): "a time in microseconds since 1970"
        case .unix: "a time in nanoseconds since 1970"
        case .iso: "a time such as 2015-02-28T12:30:05Z"
        }
    }
}
