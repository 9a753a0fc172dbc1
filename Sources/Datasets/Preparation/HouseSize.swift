/// Whether what a whole-house meter shows can be a house's power.
package enum HouseSize {
    /// Watts: a house draws more at some time, and less at some time.
    private static let least = 10.0
    private static let most = 100_000.0

    /// What to say of a meter that never draws ``least`` or always draws over ``most``, by its least and greatest power in
    /// watts; nil for any other. `meter` says which it is: `house 1 (column total)`.
    package static func doubt(_ meter: String, from minimum: Double, to maximum: Double) -> DataDoubt? {
        if abs(maximum) < least, abs(minimum) < least {
            return .drawsLittle(meter: meter, mostW: (max(abs(maximum), abs(minimum)) * 100).rounded() / 100)
        }
        guard minimum > most else { return nil }
        return .drawsMuch(meter: meter, leastW: most)
    }
}
