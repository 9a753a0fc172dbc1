/// The fast way through decimal numbers, which nearly all bytes of a meter's file and of a table of predictions are. What
/// is in another form, or longer than is exact, is left to the ways with all the checks. Inlined where it is used: a call
/// for each number would cost as much as reading it.
package enum Digits {
    /// The value of 1 to `limit` digits at the cursor, which is moved behind them; nil if there are none or more.
    /// A byte that is no digit must follow, and ``readAhead`` bytes must be there to be looked at.
    @inlinable @inline(__always)
    package static func integer(_ cursor: inout UnsafePointer<UInt8>, limit: Int) -> Int? {
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
    @inlinable package static var readAhead: Int { 8 }

    /// The number whose eight digits are the bytes, the first one lowest: pairs, then fours, then all.
    @inlinable @inline(__always)
    static func value(of digits: UInt64) -> Int {
        let pairs = digits &* 10 &+ digits >> 8
        let mask: UInt64 = 0x0000_00FF_0000_00FF
        let upper = (pairs & mask) &* 0x000F_4240_0000_0064
        let lower = (pairs >> 16 & mask) &* 0x0000_2710_0000_0001
        return Int((upper &+ lower) >> 32)
    }

    /// A number such as `159`, `-3` or `252.5` with `mark` before its fraction, at most 9 digits before and 9 behind
    /// it and few enough of them to be exact; nil if there is another form. A byte that is no digit must follow.
    @inlinable @inline(__always)
    package static func decimal(_ cursor: inout UnsafePointer<UInt8>, mark: UInt8 = UInt8(ascii: ".")) -> Double? {
        let isNegative = cursor.pointee == UInt8(ascii: "-")
        if isNegative { cursor += 1 }
        guard let (digits, places) = unsigned(&cursor, mark: mark) else { return nil }
        guard places > 0 else { return isNegative ? -Double(digits) : Double(digits) }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        // Both sides of the division are exact in a Double, so the quotient is rounded once.
        let value = Double(digits) / Double(scale)
        return isNegative ? -value : value
    }

    /// All digits of a number without a sign, fewer than 2^53 in value, and how many of them are behind `mark`.
    @inlinable @inline(__always)
    static func unsigned(_ cursor: inout UnsafePointer<UInt8>, mark: UInt8) -> (digits: Int, places: Int)? {
        guard let whole = integer(&cursor, limit: 9) else { return nil }
        guard cursor.pointee == mark else { return (whole, 0) }
        cursor += 1
        let start = cursor
        guard let fraction = integer(&cursor, limit: 9) else { return nil }
        let places = cursor - start
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let digits = whole * scale + fraction
        return digits < 1 << 53 ? (digits, places) : nil
    }
}
