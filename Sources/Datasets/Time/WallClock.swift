import Foundation
import Support

/// What the clock and the calendar on a house's wall say at the rows of a window.
///
/// Where clocks are set within the window, its later rows go on as before: the place in the week is what tells days and
/// nights apart, not the hour's name.
package struct WallClock: Equatable, Sendable {
    package static let secondsADay = 86_400
    package static let secondsAWeek = 7 * secondsADay

    /// Seconds from a Monday's midnight to the first row, below ``secondsAWeek``.
    package let second: Int
    /// Seconds between rows.
    package let period: Int

    /// `start`: Unix seconds of the first row.
    package init(start: Int, period: Int, zone: TimeZone) {
        let (day, second) = LocalClock(zone: zone).dayAndSecond(at: start)
        self.init(
            second: CivilDate(daysSince1970: day).weekday * Self.secondsADay + second, period: period)
    }

    package init(second: Int, period: Int) {
        precondition((0..<Self.secondsAWeek).contains(second), "a week has no second \(second)")
        self.second = second
        self.period = period
    }
}

extension Segment {
    /// At a row and those behind it; nil for data without a clock.
    package func wallClock(at row: Int) -> WallClock? {
        zone.map { WallClock(start: start + row * period, period: period, zone: $0) }
    }
}

extension Windows {
    /// At a window's rows; nil for data without a clock.
    package func wallClock(of index: Int) -> WallClock? {
        segment(of: index).wallClock(at: positions[index].offset)
    }
}
