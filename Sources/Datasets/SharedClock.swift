import Foundation
import Runs
import Support

/// Moves times so that they tell no real date: the first local day falls into the first week of 2001, on the same day of
/// the week and at the same hour, on a clock that is never set (UTC).
package struct SharedClock: Equatable, Sendable {
    /// Seconds that are added to every time.
    package let shift: Int

    /// Monday, 1 January 2001, in days since 1970.
    private static let firstDay = 11_323

    /// Of data whose first time is `first`, Unix seconds, in an IANA zone; nil for a zone that is not known.
    package init?(first: Int, timeZone: String) {
        guard let clock = LocalClock(zone: timeZone) else { return nil }
        let date = clock.date(at: first)
        shift = (Self.firstDay + date.weekday - date.daysSince1970) * 86_400 + clock.offset(at: first)
    }

    /// Moves every segment.
    package func move(_ data: inout ApplianceData) {
        for part in Part.allCases {
            for segment in data[part].indices {
                data[part][segment].start += shift
                data[part][segment].zone = data[part][segment].zone.map { _ in .gmt }
            }
        }
    }
}
