import Support

/// In which order a date has its parts.
package enum DateOrder: String, CaseIterable, Sendable {
    case yearMonthDay = "ymd"
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
}

/// A date and a time of day as text: `2015-02-28T12:30:05Z`, `2015-02-28 12:30:05.25+01:00`, `28/02/2015 12:30`,
/// `2/28/2015 1:30 PM`.
struct ClockTime: Equatable {
    /// What the clock shows, as seconds since 1970 on a clock that was never set, and the microseconds behind them.
    var clock: Int
    var microseconds: Int
    /// Seconds that the clock is ahead of UTC; nil if the text doesn't say.
    var offset: Int?

    /// nil for what is no such text, or no day of the calendar. `text` must be followed by a byte that is no digit.
    init?(_ text: UnsafeBufferPointer<UInt8>, order: DateOrder = .yearMonthDay) {
        guard let start = text.baseAddress else { return nil }
        var scanner = Scanner(next: start, end: start + text.count)
        guard let day = scanner.date(order),
            scanner.skip({ $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }) > 0,
            let time = scanner.time()
        else { return nil }
        clock = day * 86400 + time.second
        microseconds = time.microseconds
        _ = scanner.skip { $0 == UInt8(ascii: " ") }
        if scanner.isAtEnd { return }
        guard let offset = scanner.zone(), scanner.isAtEnd else { return nil }
        self.offset = offset
    }

    /// The days since 1970 of a date alone; nil if it is none.
    static func day(_ text: UnsafeBufferPointer<UInt8>, order: DateOrder) -> Int? {
        guard let start = text.baseAddress else { return nil }
        var scanner = Scanner(next: start, end: start + text.count)
        guard let day = scanner.date(order), scanner.isAtEnd else { return nil }
        return day
    }

    /// Whether text is a time of day alone.
    static func isTimeOfDay(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        var scanner = Scanner(next: start, end: start + text.count)
        return scanner.time() != nil && scanner.isAtEnd
    }
}

/// Goes through the bytes of a time.
private struct Scanner {
    var next: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    var isAtEnd: Bool { next == end }

    /// A number of so many digits.
    mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while next < end, count < digits.upperBound, next.pointee &- UInt8(ascii: "0") <= 9 {
            value = value * 10 + Int(next.pointee &- UInt8(ascii: "0"))
            next += 1
            count += 1
        }
        return count >= digits.lowerBound ? value : nil
    }

    /// Steps over a byte; false if it is another one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next < end, next.pointee == byte else { return false }
        next += 1
        return true
    }

    /// Steps over bytes; returns how many.
    mutating func skip(_ isSkipped: (UInt8) -> Bool) -> Int {
        let start = next
        while next < end, isSkipped(next.pointee) { next += 1 }
        return next - start
    }

    /// Days since 1970 of a date whose parts stand between hyphens, slashes or points.
    mutating func date(_ order: DateOrder) -> Int? {
        let signs = [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]
        guard let first = number(order == .yearMonthDay ? 4...4 : 1...2), next < end, signs.contains(next.pointee)
        else {
            return nil
        }
        let sign = next.pointee
        next += 1
        guard let second = number(1...2), take(sign), var third = number(order == .yearMonthDay ? 1...2 : 2...4) else {
            return nil
        }
        // A year of two digits is of this century.
        if order != .yearMonthDay, third < 100 { third += 2000 }
        let (year, month, day) =
            switch order {
            case .yearMonthDay: (first, second, third)
            case .dayMonthYear: (third, second, first)
            case .monthDayYear: (third, first, second)
            }
        let date = CivilDate(year: year, month: month, day: day)
        guard (1970..<2100).contains(year), date.isOfCalendar else { return nil }
        return date.daysSince1970
    }

    /// The second of the day.
    mutating func time() -> (second: Int, microseconds: Int)? {
        guard var hour = number(1...2), hour <= 24, take(UInt8(ascii: ":")), let minute = number(2...2), minute < 60
        else {
            return nil
        }
        // The end of a day is the beginning of the next.
        if hour == 24, minute > 0 { return nil }
        var second = 0
        var microseconds = 0
        if take(UInt8(ascii: ":")) {
            guard let value = number(2...2), value < 60 else { return nil }
            second = value
            if take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) {
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
        let rest = next
        _ = skip { $0 == UInt8(ascii: " ") }
        if end - next >= 2, (next + 1).pointee | 0x20 == UInt8(ascii: "m"), [0x61, 0x70].contains(next.pointee | 0x20) {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (next.pointee | 0x20 == 0x70 ? 12 : 0)
            next += 2
        } else {
            next = rest
        }
        return (hour * 3600 + minute * 60 + second, microseconds)
    }

    /// Seconds ahead of UTC: `Z`, `UTC`, `+01:00`, `-05`.
    mutating func zone() -> Int? {
        if take(UInt8(ascii: "Z")) { return 0 }
        let name = UnsafeBufferPointer(start: next, count: end - next)
        if name.elementsEqual("UTC".utf8) || name.elementsEqual("GMT".utf8) {
            next = end
            return 0
        }
        let isBehind = take(UInt8(ascii: "-"))
        guard isBehind || take(UInt8(ascii: "+")), let hours = number(2...2), hours <= 18 else { return nil }
        let hasColon = take(UInt8(ascii: ":"))
        guard let minutes = isAtEnd && !hasColon ? 0 : number(2...2), minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (isBehind ? -1 : 1)
    }
}
