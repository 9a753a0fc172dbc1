/// One line of a meter's file: a time and a power.
struct ReadingLine: Equatable {
    /// What is wrong with a line, in words.
    struct Problem: Error, Equatable {
        var expected: String
        var got: String
        var advice: String
    }

    /// Times must be before 2100: later ones are milliseconds, or damage.
    static let latestSecond = 4_102_444_800
    /// Watts; beyond it a value is no household's.
    static let largestPower = 1e9

    /// Since 1970.
    var microseconds: Int
    /// Watts.
    var power: Double

    /// Reads `1424734800 159` or `1424734800 252.5` and its line end; nil, with the cursor where it was, for a line
    /// in any other form. A newline must follow somewhere behind the cursor.
    @inline(__always)
    static func plain(_ cursor: inout UnsafePointer<UInt8>) -> ReadingLine? {
        var next = cursor
        guard let second = digits(&next, limit: 10), next.pointee == UInt8(ascii: " "), second < latestSecond else {
            return nil
        }
        next += 1
        // 15 digits are exact in a Double, and so are the powers of ten up to 10^15: the quotient is rounded once.
        guard let whole = digits(&next, limit: 9) else { return nil }
        var power = Double(whole)
        if next.pointee == UInt8(ascii: ".") {
            next += 1
            let start = next
            guard let fraction = digits(&next, limit: 6) else { return nil }
            var scale = 1
            for _ in 0..<next - start { scale *= 10 }
            power = Double(whole * scale + fraction) / Double(scale)
        }
        if next.pointee == UInt8(ascii: "\r") { next += 1 }
        guard next.pointee == UInt8(ascii: "\n") else { return nil }
        cursor = next + 1
        return ReadingLine(microseconds: second * 1_000_000, power: power)
    }

    /// The value of 1 to `limit` digits; nil if there are none or more.
    @inline(__always)
    private static func digits(_ cursor: inout UnsafePointer<UInt8>, limit: Int) -> Int? {
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
}
