import Support

/// Numbers of messages, without a locale.
enum MessageNumber {
    /// Two decimals: `8.06 W`.
    static func watts(_ value: Double) -> Text {
        let hundredths = Int((value * 100).rounded())
        let fraction = hundredths % 100
        let number = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
        return Text(same: "\(number) W")
    }

    /// Three decimals of a number from 0 to 1, never rounded up.
    static func thousandths(_ value: Double) -> String {
        let digits = String(Int(value * 1000))
        return value >= 1 ? "1" : "0." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// With one decimal where there is one, never rounded up: `99.9`, `52`.
    static func percent(_ count: Int, of all: Int) -> String {
        let tenths = count * 1000 / all
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
