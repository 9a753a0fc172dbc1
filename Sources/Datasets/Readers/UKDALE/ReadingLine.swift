import Support

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

    /// Reads `1424734800 159` or `1424734800.5 252.5`, `more` numbers behind them, and the line end; nil, with the
    /// cursor where it was, for a line in any other form. A newline must follow somewhere behind the cursor.
    @inline(__always)
    static func plain(_ cursor: inout UnsafePointer<UInt8>, more: Int) -> ReadingLine? {
        var next = cursor
        guard let microseconds = Digits.microseconds(&next), next.pointee == UInt8(ascii: " ") else { return nil }
        next += 1
        guard let power = Digits.decimal(&next) else { return nil }
        for _ in 0..<more {
            guard next.pointee == UInt8(ascii: " ") else { return nil }
            next += 1
            guard Digits.decimal(&next) != nil else { return nil }
        }
        if next.pointee == UInt8(ascii: "\r") { next += 1 }
        guard next.pointee == UInt8(ascii: "\n") else { return nil }
        cursor = next + 1
        return ReadingLine(microseconds: microseconds, power: power)
    }
}
