import Plotting

/// Words that several figures share.
package enum Phrase {
    /// `house 2` of `house_2` and of `2`; a house with another name is named as it is.
    package static func house(_ house: String) -> String {
        let number = house.hasPrefix("house_") ? String(house.dropFirst("house_".count)) : house
        return Int(number) == nil ? house : "house \(number)"
    }

    /// Less than meters and models can tell is said so, not counted in zeros.
    static func watts(_ value: Double) -> String {
        value != 0 && abs(value) < 0.01
            ? "under \(NumberText.fixed(0.01, decimals: 2)) W" : NumberText.significant(value) + " W"
    }

    /// `+4.1 %`, with a true minus sign.
    static func signedPercent(_ fraction: Double) -> String {
        NumberText.signed(100 * fraction, digits: 2) + " %"
    }
}
