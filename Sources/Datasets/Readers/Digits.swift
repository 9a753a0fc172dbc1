/// The fast way through decimal numbers, which nearly all bytes of a meter's file are. What is in another form, or
/// longer than is exact, is left to the ways with all the checks.
enum Digits {
    /// The value of 1 to `limit` digits at the cursor, which is moved behind them; nil if there are none or more.
    /// A byte that is no digit must follow, and ``readAhead`` bytes must be there to be looked at.
    @inline(__always)
    static func integer(_ cursor: inout UnsafePointer<UInt8>, limit: Int) -> Int? {
        // Eight bytes at once, the first one lowest: a loop would mispredict the end of nearly every number.
        let bytes = UInt64(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
        let digits = bytes ^ 0x3030_3030_3030_3030
        // The highest bit of each byte that is more than 9; a carry may set that of bytes behind the first such one.
        let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
        if others != 0 {
            let count = others.trailingZeroBitCount / 8
            guard count > 0, count <= limit else { return nil }
            cursor += count
            return value(of: digits << UInt64(64 - 8 * count))
        }
        var value = value(of: digits)
        let start = cursor
        cursor += readAhead
        while true {
            let digit = cursor.pointee &- UInt8(ascii: "0")
            if digit > 9 { break }
            // More digits than fit an Int wrap around, and are refused below.
            value = value &* 10 &+ Int(digit)
            cursor += 1
        }
        return cursor - start <= limit ? value : nil
    }

    /// Bytes that are looked at from a number's start on, wherever it ends.
    static let readAhead = 8

    /// The number whose eight digits are the bytes, the first one lowest: pairs, then fours, then all.
    @inline(__always)
    private static func value(of digits: UInt64) -> Int {
        let pairs = digits &* 10 &+ digits >> 8
        let mask: UInt64 = 0x0000_00FF_0000_00FF
        let upper = (pairs & mask) &* 0x000F_4240_0000_0064
        let lower = (pairs >> 16 & mask) &* 0x0000_2710_0000_0001
        return Int((upper &+ lower) >> 32)
    }

    /// A number such as `159`, `-3` or `252.5` with `mark` before its fraction, at most 9 digits before and 9 behind
    /// it and few enough of them to be exact; nil if there is another form. A byte that is no digit must follow.
    @inline(__always)
    static func decimal(_ cursor: inout UnsafePointer<UInt8>, mark: UInt8 = UInt8(ascii: ".")) -> Double? {
        let isNegative = cursor.pointee == UInt8(ascii: "-")
        if isNegative { cursor += 1 }
        guard let whole = integer(&cursor, limit: 9) else { return nil }
        guard cursor.pointee == mark else { return isNegative ? -Double(whole) : Double(whole) }
        cursor += 1
        let start = cursor
        guard let fraction = integer(&cursor, limit: 9) else { return nil }
        var scale = 1
        for _ in 0..<cursor - start { scale *= 10 }
        let digits = whole * scale + fraction
        // Both sides of the division are exact in a Double then, so the quotient is rounded once.
        guard digits < 1 << 53 else { return nil }
        let value = Double(digits) / Double(scale)
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
