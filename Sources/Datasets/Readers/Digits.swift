/// The fast way through decimal numbers, which nearly all bytes of a meter's file are. What is in another form, or
/// longer than is exact, is left to the ways with all the checks.
enum Digits {
    /// Powers of ten that a fraction is divided by; with them and up to 15 digits a quotient is rounded once.
    private static let powers: InlineArray<7, Double> = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6]

    /// The value of 1 to `limit` digits at the cursor, which is moved behind them; nil if there are none or more.
    /// A byte that is no digit must follow.
    @inline(__always)
    static func integer(_ cursor: inout UnsafePointer<UInt8>, limit: Int) -> Int? {
        let start = cursor
        var value = 0
        while true {
            let digit = cursor.pointee &- UInt8(ascii: "0")
            if digit > 9 { break }
            // More digits than fit an Int wrap around, and are refused below.
            value = value &* 10 &+ Int(digit)
            cursor += 1
        }
        let count = cursor - start
        return count > 0 && count <= limit ? value : nil
    }

    /// A number such as `159`, `-3` or `252.5` with `mark` before its fraction, at most 9 digits before and 6 behind
    /// it; nil if there is another form. A byte that is no digit must follow.
    @inline(__always)
    static func decimal(_ cursor: inout UnsafePointer<UInt8>, mark: UInt8 = UInt8(ascii: ".")) -> Double? {
        let isNegative = cursor.pointee == UInt8(ascii: "-")
        if isNegative { cursor += 1 }
        guard let whole = integer(&cursor, limit: 9) else { return nil }
        var value = Double(whole)
        if cursor.pointee == mark {
            cursor += 1
            let start = cursor
            guard let fraction = integer(&cursor, limit: 6) else { return nil }
            let scale = powers[cursor - start]
            value = (value * scale + Double(fraction)) / scale
        }
        return isNegative ? -value : value
    }

    /// The seconds and microseconds of a time such as `1424734800` or `1424734800.25`, as microseconds; nil if there
    /// is another form, or a time at or after ``ReadingLine/latestSecond``. A byte that is no digit must follow.
    @inline(__always)
    static func microseconds(_ cursor: inout UnsafePointer<UInt8>) -> Int? {
        guard let second = integer(&cursor, limit: 10), second < ReadingLine.latestSecond else { return nil }
        var microseconds = second * 1_000_000
        if cursor.pointee == UInt8(ascii: ".") {
            cursor += 1
            let start = cursor
            guard var fraction = integer(&cursor, limit: 6) else { return nil }
            for _ in cursor - start..<6 { fraction *= 10 }
            microseconds += fraction
        }
        return microseconds
    }
}
