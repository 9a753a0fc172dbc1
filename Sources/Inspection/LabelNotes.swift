import Datasets

/// What a house's labels leave unclear: what is missing, what is added up, and what only sounds like an appliance.
struct LabelNotes {
    /// Names that a sentence lists.
    private static let most = 6

    let sentences: [String]

    init(_ labels: [MeterLabel]) {
        let appliances = labels.filter { $0.name != HousePreparation.aggregateName }
        var sentences: [String] = []
        if !labels.contains(where: { $0.name == HousePreparation.aggregateName }) {
            sentences.append("No label names the whole house's meter, such as aggregate or mains.")
        }
        if appliances.isEmpty {
            sentences.append("There is the whole house's power only: it can be predicted on, not trained on or scored.")
        }
        let missing = appliances.filter { $0.missingFile != nil }
        if !missing.isEmpty {
            // What a user is likely to look for comes first.
            let ordered = missing.filter(Self.isKnown) + missing.filter { !Self.isKnown($0) }
            let names = ordered.prefix(Self.most).map { "\($0.label) (\($0.source))" }
            let others = missing.count > Self.most ? " and \(missing.count - Self.most) others" : ""
            sentences.append(
                "\(missing.count) of \(appliances.count) labelled appliances have no file here: "
                    + names.joined(separator: ", ") + others + ".")
        }
        var names: [String] = []
        for label in appliances where !names.contains(label.name) { names.append(label.name) }
        for name in names {
            let own = appliances.filter { $0.name == name }
            if own.count > 1 {
                let sources = own.map { "\($0.label) (\($0.source))" }
                sentences.append(
                    "\(name) is what \(own.count) meters have, which are added up: \(sources.joined(separator: ", ")).")
            }
        }
        sentences += appliances.compactMap(Self.resemblance)
        self.sentences = sentences
    }

    private static func isKnown(_ label: MeterLabel) -> Bool {
        Appliances.table.contains { $0.name == label.name }
    }

    /// Says of a label that has the words of a known appliance among others that it is not taken for it.
    private static func resemblance(_ label: MeterLabel) -> String? {
        if isKnown(label) { return nil }
        let similar = Appliances.table.filter { kind in
            ([kind.name] + kind.aliases).contains { "_\(label.name)_".contains("_\($0)_") }
        }
        if similar.isEmpty { return nil }
        return
            "\(label.label) (\(label.source)) is not taken for \(similar.map(\.name).joined(separator: " or ")), as it "
            + "is something else too or another one; ask for it as \(label.name)."
    }
}
