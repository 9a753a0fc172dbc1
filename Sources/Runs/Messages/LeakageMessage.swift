import Support

/// Whether rows that were scored were learnt from, with the numbers behind it; houses are as results name them.
package enum LeakageMessage: Message {
    /// A house that is scored has rows of one that was learnt from.
    case copied(rows: Int, scored: String, learnt: String)
    case shared(rows: Int, houses: [String])
    /// No row is shared: houses that have both kinds of windows, and seconds between them.
    case apart(houses: [String], distanceS: Int)
    case noHouseHasBoth

    package enum Name: CaseIterable {
        case copied, shared, apart, noHouseHasBoth
    }

    package var name: Name {
        switch self {
        case .copied: .copied
        case .shared: .shared
        case .apart: .apart
        case .noHouseHasBoth: .noHouseHasBoth
        }
    }

    package static func samples(of name: Name) -> [LeakageMessage] {
        switch name {
        case .copied: [.copied(rows: 1200, scored: "house_2", learnt: "house_1")]
        case .shared: [["house_1"], ["house_1", "house_2"]].map { .shared(rows: 12, houses: $0) }
        case .apart: [["house_1"], ["house_1", "house_2"]].map { .apart(houses: $0, distanceS: 60) }
        case .noHouseHasBoth: [.noHouseHasBoth]
        }
    }

    package var text: String {
        switch self {
        case .copied(let rows, let scored, let learnt):
            "\(rows) rows of \(HouseName.text(scored)) are those of \(HouseName.text(learnt)) under another name: the scores "
                + "are of what was learnt from."
        case .shared(let rows, let houses):
            "\(rows) rows of test windows lie in training or validation windows of \(Self.list(houses)): the scores are of "
                + "what was learnt from."
        case .apart(let houses, let distance):
            "No row of a test window lies in a training or validation window. Houses that have both: \(Self.list(houses)); "
                + "between a test window and the nearest other one lie \(distance) s."
        case .noHouseHasBoth: "No house has both test windows and training or validation windows."
        }
    }

    private static func list(_ houses: [String]) -> String { houses.map(HouseName.text).joined(separator: ", ") }
}
