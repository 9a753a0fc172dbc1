import Plotting

/// Words that several figures share.
enum Phrase {
    /// `house 2`; a house that is no number is named as it is.
    static func house(_ house: String) -> String { Int(house) == nil ? house : "house \(house)" }

    static func watts(_ value: Double) -> String { NumberText.significant(value) + " W" }

    /// `+4.1 %`, with a true minus sign.
    static func signedPercent(_ fraction: Double) -> String {
        (fraction > 0 ? "+" : "") + NumberText.significant(100 * fraction, digits: 2) + " %"
    }
}
