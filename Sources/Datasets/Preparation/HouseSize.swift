import Runs

/// Whether what a meter shows can be a house's power, or an appliance's.
package enum HouseSize {
    /// Watts: a house draws more at some time, even on its greatest day in kilowatts, and less at some time.
    private static let least = 50.0
    private static let most = 100_000.0

    /// What to say of a meter that never draws ``least`` or always draws over ``most``, by its least and greatest power in
    /// watts; nil for any other. `meter` says which it is: `house 1 (column total)`.
    package static func doubt(_ meter: DataDoubt.MeterAndSources, from minimum: Double, to maximum: Double)
        -> DataDoubt?
    {
        if abs(maximum) < least, abs(minimum) < least {
            return .drawsLittle(meter: meter, mostW: (max(abs(maximum), abs(minimum)) * 100).rounded() / 100)
        }
        guard minimum > most else { return nil }
        return .drawsMuch(meter: meter, leastW: most)
    }

    /// What to say of an appliance that is known and never draws a two-hundredth of its power, by its greatest power in
    /// watts; nil for any other, and for one that draws nothing.
    static func doubt(_ kind: ApplianceKind, in house: String, to maximum: Float) -> DataDoubt? {
        guard let usual = kind.maximum, maximum > 0, maximum * 200 < usual else { return nil }
        return .applianceDrawsLittle(
            appliance: kind.name, house: house, mostW: (Double(maximum) * 100).rounded() / 100)
    }
}
