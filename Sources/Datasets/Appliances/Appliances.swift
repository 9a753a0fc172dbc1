import Runs

/// The appliances this program knows by name: the table to edit for a new alias or another threshold.
package enum Appliances {
    /// One entry a kind. A label that is not here is used as it stands, with ``defaultOnThreshold``.
    package static let table = [
        ApplianceKind(
            name: "kettle", aliases: ["kettle_radio"], onThreshold: 2000, maximum: 3100, minimumOn: 12, usualOn: 150,
            source: .kelly),
        ApplianceKind(
            name: "microwave", aliases: ["combination_microwave"], onThreshold: 200, maximum: 3000, minimumOn: 12,
            minimumOff: 30, usualOn: 120, source: .kelly),
        ApplianceKind(
            name: "fridge", aliases: ["fridge_freezer", "fridge_and_freezer", "refrigerator"], onThreshold: 50,
            maximum: 300, minimumOn: 60,
            minimumOff: 12, usualOn: 900, source: .kelly),
        ApplianceKind(
            name: "dishwasher", aliases: ["dish_washer"], onThreshold: 10, maximum: 2500, minimumOn: 1800,
            minimumOff: 1800, source: .kelly),
        ApplianceKind(
            name: "washing_machine", aliases: ["washer_dryer", "washer", "clothes_washer"], onThreshold: 20,
            maximum: 2500, minimumOn: 1800,
            minimumOff: 160, source: .kelly),
        ApplianceKind(
            name: SyntheticPulses.appliance, aliases: [], onThreshold: 250, maximum: nil,
            source: .syntheticPulses(amplitudeW: 500)),
    ]

    /// Watts from which an appliance that is not in the table is on: NILMTK's default.
    package static let defaultOnThreshold: Float = 10

    /// Whether a label is that of a whole-house meter, however it is spelt (`Site meter`).
    static func isAggregate(_ label: String) -> Bool {
        ["aggregate", "mains", "site_meter"].contains(normalised(label))
    }

    /// The entry for a name or alias, however it is spelt (`Dish washer`); one of its own for an unknown name.
    package static func kind(named name: String) -> ApplianceKind {
        let label = normalised(name)
        return table.first { $0.name == label || $0.aliases.contains(label) }
            ?? ApplianceKind(
                name: label, aliases: [], onThreshold: defaultOnThreshold, maximum: nil,
                source: .unknownAppliance(label: label))
    }

    /// The canonical name for a label.
    package static func canonicalName(_ label: String) -> String { kind(named: label).name }

    /// Lower case, with one underscore for whatever stands between letters and digits: `Fridge-Freezer (2)` is
    /// `fridge_freezer_2`. A name of signs alone keeps them, but for what does not show.
    private static func normalised(_ name: String) -> String {
        let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
        let label = words.isEmpty ? name : words.joined(separator: "_")
        let shown = label.unicodeScalars.filter(isShown).prefix(mostScalars)
        return shown.isEmpty ? "unnamed" : String(String.UnicodeScalarView(shown))
    }

    /// Of a name: what is longer would fill pages and figures.
    private static let mostScalars = 80

    /// Line ends, commands to a terminal, and marks that turn the direction of what follows have no place in a name.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: true
        }
    }
}
