import Foundation
import Support

/// Numbers as figures and pages print them: with the decimal mark of the reader's language, no grouping, a true minus sign,
/// and the same in every locale of the machine.
package enum NumberText {
    /// With `decimals` digits after the decimal mark.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        withMark(plain(value, decimals: decimals))
    }

    /// As ``fixed(_:decimals:)``, with a point whatever the language.
    static func plain(_ value: Double, decimals: Int) -> String {
        let text = String(format: "%.\(decimals)f", value)
        let isZero = !text.contains { ("1"..."9").contains($0) }
        return (text.hasPrefix("-") ? (isZero ? "" : "−") : "") + text.drop { $0 == "-" }
    }

    /// With about `digits` significant digits, whole numbers in full: 1843, 38.2, 0.0051.
    package static func significant(_ value: Double, digits: Int = 3) -> String {
        guard value != 0 else { return "0" }
        let magnitude = Int(floor(log10(abs(value))))
        let text = plain(value, decimals: min(max(digits - 1 - magnitude, 0), 9))
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return withMark(String(trimmed.reversed()))
    }

    /// With exactly `digits` significant digits, whole numbers in full, so that a column shows one precision: 1843, 38.2,
    /// 39.0.
    package static func digits(_ value: Double, _ digits: Int = 3) -> String {
        guard value != 0 else { return "0" }
        let magnitude = Int(floor(log10(abs(value))))
        return fixed(value, decimals: min(max(digits - 1 - magnitude, 0), 9))
    }

    /// As ``significant(_:digits:)``, with the sign of what is above zero too: +4.1, −3.2, 0.
    package static func signed(_ value: Double, digits: Int = 3) -> String {
        withPlus(significant(value, digits: digits))
    }

    /// As ``fixed(_:decimals:)``, with the sign of what is above zero too.
    package static func signed(_ value: Double, decimals: Int) -> String {
        withPlus(fixed(value, decimals: decimals))
    }

    /// What is printed as zero has no sign.
    private static func withPlus(_ text: String) -> String {
        text.hasPrefix("−") || !text.contains { ("1"..."9").contains($0) } ? text : "+" + text
    }

    private static func withMark(_ text: String) -> String {
        let mark = Language.current.decimalMark
        return mark == "." ? text : text.replacing(".", with: mark)
    }

    /// The decimals that tell multiples of `step` apart.
    package static func decimals(of step: Double) -> Int {
        for decimals in 0..<9 {
            let scaled = step * pow(10, Double(decimals))
            if abs(scaled - scaled.rounded()) < 1e-6 * scaled { return decimals }
        }
        return 9
    }
}
