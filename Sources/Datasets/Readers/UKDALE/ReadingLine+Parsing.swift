extension ReadingLine {
    /// Reads a line (without its newline) in any form of decimal numbers, parted by spaces or tabs, `more` of them
    /// behind time and power; nil if it is blank.
    init?(_ line: UnsafeBufferPointer<UInt8>, more: Int) throws(Problem) {
        let parts: Set = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
        let fields = line.split { parts.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        if fields.isEmpty { return nil }
        let form = more == 0 ? "a time and a power" : "a time, a power and \(more) more numbers"
        guard fields.count != 1 else {
            throw Problem(
                expected: form, got: "only \(Self.quoted(fields[0]))",
                advice: "the file may have been cut off: fetch it again, or delete the line")
        }
        guard fields.count == 2 + more else {
            throw Problem(
                expected: form, got: "\(fields.count) fields", advice: "keep the columns that this layout has")
        }
        let seconds = try Self.number(fields[0], what: "a time in Unix seconds")
        guard seconds >= 0 else {
            throw Problem(
                expected: "a time of 0 or more Unix seconds", got: fields[0], advice: "mend or delete the line")
        }
        guard seconds < Double(Self.latestSecond) else {
            throw Problem(
                expected: "a time before the year 2100 in Unix seconds", got: Self.quoted(fields[0]),
                advice: "if the times are milliseconds, divide them by 1000")
        }
        let power = try Self.power(fields[1], expected: "a power in watts")
        for field in fields[2...] { _ = try Self.number(field, what: "a number") }
        self.init(microseconds: Int((seconds * 1e6).rounded()), power: power)
    }

    /// A power that a household can draw, as it stands in a field.
    static func power(_ field: String, expected: String) throws(Problem) -> Double {
        let power = try number(field, what: expected)
        guard abs(power) <= largestPower else {
            throw Problem(
                expected: "a power of at most \(Int(largestPower)) W", got: quoted(field),
                advice: "mend or delete the line")
        }
        return power
    }

    /// A time as in a file: `1424734800`, `1424734800.25`.
    static func text(ofMicroseconds microseconds: Int) -> String {
        let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        if fraction == 0 { return String(seconds) }
        var digits = String(String(1_000_000 + fraction).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(seconds).\(digits)"
    }

    /// A finite decimal number, with or without an exponent.
    static func number(_ field: String, what: String) throws(Problem) -> Double {
        let isDecimal = field.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        if isDecimal, let value = Double(field) {
            if value.isFinite { return value }
        } else if Double(field)?.isFinite ?? true {
            throw Problem(expected: what, got: quoted(field), advice: "mend or delete the line")
        }
        throw Problem(
            expected: what, got: quoted(field), advice: "a missing reading is a missing line: delete the line")
    }

    /// The start of a field, in quotation marks and with what can't be printed escaped.
    static func quoted(_ field: String) -> String {
        field.count > 40 ? field.prefix(40).debugDescription + "..." : field.debugDescription
    }
}
