/// A date and a time of day as ISO 8601 writes them: `2015-02-28T12:30:05Z`, `2015-02-28 12:30:05.25+01:00`,
/// `2015-02-28 12:30`.
struct ISOTime: Equatable {
    /// What the clock shows, as seconds since 1970 on a clock that was never set, and the microseconds behind them.
    var clock: Int
    var microseconds: Int
    /// Seconds that the clock is ahead of UTC; nil if the text doesn't say.
    var offset: Int?

    /// nil for what is no such text, or no day of the calendar. `text` must be followed by a byte that is no digit.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard var next = text.baseAddress, text.count >= 16 else { return nil }
        let end = next + text.count
        func number(_ digits: Int, then mark: UInt8?) -> Int? {
            guard end - next >= digits else { return nil }
            var value = 0
            for _ in 0..<digits {
                let digit = next.pointee &- UInt8(ascii: "0")
                if digit > 9 { return nil }
                value = value * 10 + Int(digit)
                next += 1
            }
            guard let mark else { return value }
            guard next < end, next.pointee == mark else { return nil }
            next += 1
            return value
        }
        let dash = UInt8(ascii: "-")
        let colon = UInt8(ascii: ":")
        guard let year = number(4, then: dash), let month = number(2, then: dash), let day = number(2, then: nil),
            (1970..<2100).contains(year), (1...12).contains(month), day > 0,
            day <= Self.days(in: month, of: year), next < end,
            next.pointee == UInt8(ascii: " ") || next.pointee == UInt8(ascii: "T")
        else { return nil }
        next += 1
        guard let hour = number(2, then: colon), hour < 24, let minute = number(2, then: nil), minute < 60 else {
            return nil
        }
        var second = 0
        microseconds = 0
        if next < end, next.pointee == colon {
            next += 1
            guard let value = number(2, then: nil), value < 60 else { return nil }
            second = value
            if next < end, next.pointee == UInt8(ascii: ".") || next.pointee == UInt8(ascii: ",") {
                next += 1
                var scale = 100_000
                let start = next
                while next < end, next.pointee &- UInt8(ascii: "0") <= 9 {
                    microseconds += scale * Int(next.pointee &- UInt8(ascii: "0"))
                    scale /= 10
                    next += 1
                }
                if next == start { return nil }
            }
        }
        clock = Self.dayNumber(year: year, month: month, day: day) * 86400 + hour * 3600 + minute * 60 + second
        if next == end { return }
        if next.pointee == UInt8(ascii: "Z") {
            next += 1
            offset = 0
        } else {
            let sign = next.pointee
            next += 1
            guard sign == UInt8(ascii: "+") || sign == dash, let hours = number(2, then: nil), hours <= 18 else {
                return nil
            }
            let hasColon = next < end && next.pointee == colon
            if hasColon { next += 1 }
            guard let minutes = next == end && !hasColon ? 0 : number(2, then: nil), minutes < 60 else { return nil }
            offset = (hours * 3600 + minutes * 60) * (sign == dash ? -1 : 1)
        }
        if next != end { return nil }
    }

    /// Days from 1970-01-01 to a day of the Gregorian calendar.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        // Years begin in March here, so that the day that leap years add is their last.
        let year = month > 2 ? year : year - 1
        let month = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * month + 2) / 5 + day - 1
        return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }

    private static func days(in month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}
