import Plots

/// When an appliance counts as on, in words.
enum UseRule {
    /// One sentence an appliance of the houses, without a full stop, in the order of their names.
    static func sentences(_ houses: [HouseInspection]) -> [String] {
        Set(houses.flatMap(\.meters).compactMap(sentence)).sorted()
    }

    /// nil for the whole house.
    private static func sentence(_ meter: MeterInspection) -> String? {
        guard let threshold = meter.onThresholdW else { return nil }
        var text = "\(meter.name): on from \(NumberText.significant(threshold)) W"
        if let seconds = meter.minimumOffS, seconds > 0 { text += ", through times off of up to \(seconds) s" }
        if let seconds = meter.minimumOnS, seconds > 0 { text += ", for at least \(seconds) s" }
        return text
    }
}
