/// Words that several figures share.
package enum Phrase {
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
