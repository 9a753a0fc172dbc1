import Datasets
import Runs

/// What a house's labels leave unclear: what is missing, what is added up, and what only sounds like an appliance.
struct LabelNotes {
    /// Names that a sentence lists.
    private static let most = 6

    let messages: [InspectionMessage]

    init(_ labels: [MeterLabel]) {
        let appliances = labels.filter { $0.name != PreparedMeter.aggregateName }
        var messages: [InspectionMessage] = []
        if !labels.contains(where: { $0.name == PreparedMeter.aggregateName }) {
            messages.append(.noAggregateLabel)
        }
        if appliances.isEmpty { messages.append(.aggregateOnly) }
        let missing = appliances.filter { $0.missingFile != nil }
        if !missing.isEmpty {
            // What a user is likely to look for comes first.
            let ordered = missing.filter(Self.isKnown) + missing.filter { !Self.isKnown($0) }
            let names = ordered.prefix(Self.most).map { "\($0.label) (\($0.source))" }
            messages.append(
                .noFile(
                    missing.count, of: appliances.count, first: Array(names), others: missing.count - names.count))
        }
        let ofName = Dictionary(grouping: appliances, by: \.name)
        var seen: Set<String> = []
        for name in appliances.map(\.name).filter({ seen.insert($0).inserted }) {
            if let own = ofName[name], own.count > 1 {
                let sources = own.map { "\($0.label) (\($0.source))" }
                messages.append(.addedUp(appliance: name, meters: sources))
            }
        }
        messages += appliances.compactMap(Self.resemblance)
        self.messages = messages
    }

    private static func isKnown(_ label: MeterLabel) -> Bool {
        Appliances.table.contains { $0.name == label.name }
    }

    /// Says of a label that has the words of a known appliance among others that it is not taken for it.
    private static func resemblance(_ label: MeterLabel) -> InspectionMessage? {
        if isKnown(label) { return nil }
        let similar = Appliances.table.filter { kind in
            ([kind.name] + kind.aliases).contains { "_\(label.name)_".contains("_\($0)_") }
        }
        if similar.isEmpty { return nil }
        return .notTakenFor(
            label: "\(label.label) (\(label.source))", appliances: similar.map(\.name), name: label.name)
    }
}
