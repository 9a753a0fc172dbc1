/// What a column's name says: `Kettle (kW)`, `aggregate_w` and `mains [VA]` are a label and a unit.
struct CSVColumnName {
    /// Lower-case words with underscores between them, without the unit.
    let label: String
    let quantity: PowerQuantity
    /// What its numbers are multiplied by for watts; nil if the name has no unit.
    let scale: Double?
    /// Whether it may be a power.
    let isPower: Bool

    private static let powers: [String: (quantity: PowerQuantity, scale: Double)] = [
        "w": (.active, 1), "watt": (.active, 1), "watts": (.active, 1), "kw": (.active, 1000),
        "kilowatt": (.active, 1000), "kilowatts": (.active, 1000), "va": (.apparent, 1), "kva": (.apparent, 1000),
    ]
    private static let otherUnits: Set = ["v", "a", "hz", "var", "kvar", "wh", "kwh", "c", "s", "percent"]
    private static let otherLabels: Set = [
        "voltage", "current", "frequency", "temperature", "humidity", "issues", "power_factor", "reactive_power",
        "energy",
        "index", "id",
    ]

    init(_ name: String) {
        var words = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        let unit = words.count > 1 ? words.last : nil
        let power = unit.flatMap { Self.powers[$0] }
        let isOther = unit.map(Self.otherUnits.contains) ?? false
        if power != nil || isOther { words.removeLast() }
        label = words.joined(separator: "_")
        quantity = power?.quantity ?? .unknown
        scale = power?.scale
        isPower = !isOther && !label.isEmpty && !Self.otherLabels.contains(label)
    }
}
