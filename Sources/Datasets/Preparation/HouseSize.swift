/// Whether what a whole-house meter shows can be a house's power.
package enum HouseSize {
    /// Watts: a house draws more at some time, and less at some time.
    private static let least = 10.0
    private static let most = 100_000.0

    /// A sentence on a meter that never draws ``least`` or always draws over ``most``, by its least and greatest power in
    /// watts; nil for any other. `meter` says which it is: `house 1 (column total)`.
    package static func doubt(_ meter: String, from minimum: Double, to maximum: Double) -> String? {
        if abs(maximum) < least, abs(minimum) < least {
            let watts = DatasetError.number((max(abs(maximum), abs(minimum)) * 100).rounded() / 100)
            return "The whole house draws \(watts) W at most in \(meter): its readings may be of another unit, such as "
                + "kilowatts (--csv-unit kW), or of another meter."
        }
        guard minimum > most else { return nil }
        return
            "The whole house always draws more than \(DatasetError.number(most)) W in \(meter): its readings may be of "
            + "another unit, such as milliwatts (--csv-unit mW), or of another meter."
    }
}
