import Plots
import Support

/// When an appliance counts as on, in words.
enum ActivationRule {
    /// One sentence an appliance of the houses, without a full stop, in the order of their names.
    static func sentences(_ houses: [HouseInspection]) -> [Text] {
        Set(houses.flatMap(\.meters).compactMap(sentence)).sorted { $0.english < $1.english }
    }

    /// nil for the whole house.
    private static func sentence(_ meter: MeterInspection) -> Text? {
        guard let watts = meter.onThresholdW.map(AmountText.watts) else { return nil }
        var text = Text("\(meter.name): on from \(watts)", es: "\(meter.name): encendido desde \(watts)")
        if let seconds = meter.minimumOffS, seconds > 0 {
            text = text + Text(", through times off of up to \(seconds) s", es: ", con pausas de hasta \(seconds) s")
        }
        if let seconds = meter.minimumOnS, seconds > 0 {
            text = text + Text(", for at least \(seconds) s", es: ", durante al menos \(seconds) s")
        }
        return text
    }
}
