import Support

/// Numbers of messages, without a locale. A file may have any: none is too large, and none divides by nothing.
package enum MessageNumber {
    /// `60` rather than `60.0`.
    package static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }

    /// Two decimals: `8.06 W`.
    static func watts(_ value: Double) -> Text {
        let hundredths = whole((value * 100).rounded())
        let fraction = abs(hundredths % 100)
        let number = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
        return Text(same: "\(number) W")
    }

    /// Three decimals of a number from 0 to 1, never rounded up.
    static func thousandths(_ value: Double) -> String {
        let digits = String(whole(max(value, 0) * 1000))
        return value >= 1 ? "1" : "0." + String(repeating: "0", count: max(3 - digits.count, 0)) + digits
    }

    /// With one decimal where there is one, never rounded up: `99.9`, `52`.
    static func percent(_ count: Int, of all: Int) -> String {
        let tenths = tenths(count, of: all)
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// Tenths of a per cent, rounded down.
    static func tenths(_ count: Int, of all: Int) -> Int { whole(Double(count) * 1000 / Double(all)) }

    private static func whole(_ value: Double) -> Int {
        value.isNaN ? 0 : Int(min(max(value.rounded(.down), -1e15), 1e15))
    }
}
