extension Digits {
    /// A number such as `252.5` or `3.213455e-05`, rounded once to the nearest Float; nil if there is another form, or
    /// one that is not sure to be exact this way. A byte that is no digit must follow.
    static func float(_ cursor: inout UnsafePointer<UInt8>) -> Float? {
        let isNegative = cursor.pointee == UInt8(ascii: "-")
        if isNegative { cursor += 1 }
        guard let (digits, places) = unsigned(&cursor, mark: UInt8(ascii: ".")) else { return nil }
        var exponent = -places
        if cursor.pointee == UInt8(ascii: "e") {
            cursor += 1
            let sign = cursor.pointee
            if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { cursor += 1 }
            guard let power = integer(&cursor, limit: 3) else { return nil }
            exponent += sign == UInt8(ascii: "-") ? -power : power
        }
        // Powers of ten to 22 are exact in a Double, as the digits are: the result is rounded once.
        guard abs(exponent) < powersOfTen.count else { return nil }
        let power = powersOfTen[abs(exponent)]
        let value = exponent < 0 ? Double(digits) / power : Double(digits) * power
        // Rounding to a Float is a second one, and goes another way than a single one only from halfway between two.
        if value.bitPattern & 0x1FFF_FFFF == 0x1000_0000 { return nil }
        return isNegative ? -Float(value) : Float(value)
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
