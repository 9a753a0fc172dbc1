/// Whether what a meter shows can be a house's power, or an appliance's.
package enum HouseSize {
    /// Watts: a house draws more at some time, even on its greatest day in kilowatts, and less at some time.
    private static let least = 50.0
    private static let most = 100_000.0

    /// A sentence on a meter that never draws ``least`` or always draws over ``most``, by its least and greatest power in
    /// watts; nil for any other. `meter` says which it is: `house 1 (column total)`.
    package static func doubt(_ meter: String, from minimum: Double, to maximum: Double) -> String? {
        if abs(maximum) < least, abs(minimum) < least {
            let watts = DatasetError.number((max(abs(maximum), abs(minimum)) * 100).rounded() / 100)
            return "The whole house draws \(watts) W at most in \(meter): its readings may be of another unit, such as "
                + "kilowatts (of a table: --csv-unit kW), or of another meter."
        }
        guard minimum > most else { return nil }
        return
            "The whole house always draws more than \(DatasetError.number(most)) W in \(meter): its readings may be of "
            + "another unit, such as milliwatts (of a table: --csv-unit mW), or of another meter."
    }

    /// A sentence on an appliance that is known and never draws a two-hundredth of its power, by its greatest power in
    /// watts; nil for any other, and for one that draws nothing.
    static func doubt(_ kind: ApplianceKind, in house: String, to maximum: Float) -> String? {
        guard let usual = kind.maximum, maximum > 0, maximum * 200 < usual else { return nil }
        return
            "\(kind.name) draws \(DatasetError.number((Double(maximum) * 100).rounded() / 100)) W at most in \(house): its "
            + "readings may be of another unit, such as kilowatts (of a table: --csv-unit kW), or of another appliance."
    }

    /// A sentence on an aggregate a tenth of whose readings are beyond what a house draws.
    package static func beyond(_ count: Int, of readings: Int, in meter: String, limit: Double) -> String {
        "\(count) of \(readings) readings of \(meter) are beyond \(DatasetError.number(limit)) W (aggregate_limit): they may "
            + "be of another unit, such as milliwatts (of a table: --csv-unit mW)."
    }
}
