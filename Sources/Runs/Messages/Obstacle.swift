import Support

/// Why the numbers of two runs may not be held against each other, as clauses.
package enum Obstacle: Message, Equatable {
    case otherData(source: String, sha256: String)
    case otherPeriod(s: Int, and: Int)
    /// nil for that of an earlier version.
    case otherDefinitions(profile: String?)
    case otherCount(samples: Int, and: Int)
    case otherTimesOrHouses, otherRows, otherTimes, otherRule, noSharedAppliance
    /// Of one appliance.
    indirect case appliance(String, Obstacle)

    package enum Name: CaseIterable {
        case otherData, otherPeriod, otherDefinitions, otherCount, otherTimesOrHouses, otherRows, otherTimes, otherRule
        case noSharedAppliance, appliance
    }

    package var name: Name {
        switch self {
        case .otherData: .otherData
        case .otherPeriod: .otherPeriod
        case .otherDefinitions: .otherDefinitions
        case .otherCount: .otherCount
        case .otherTimesOrHouses: .otherTimesOrHouses
        case .otherRows: .otherRows
        case .otherTimes: .otherTimes
        case .otherRule: .otherRule
        case .noSharedAppliance: .noSharedAppliance
        case .appliance: .appliance
        }
    }

    package static func samples(of name: Name) -> [Obstacle] {
        switch name {
        case .otherData: [.otherData(source: "ukdale:uk", sha256: "0123456789abcdef")]
        case .otherPeriod: [.otherPeriod(s: 6, and: 60)]
        case .otherDefinitions: ["nilmtk", nil].map { .otherDefinitions(profile: $0) }
        case .otherCount: [.otherCount(samples: 9, and: 12)]
        case .otherTimesOrHouses: [.otherTimesOrHouses]
        case .otherRows: [.otherRows]
        case .otherTimes: [.otherTimes]
        case .otherRule: [.otherRule]
        case .noSharedAppliance: [.noSharedAppliance]
        case .appliance:
            Name.allCases.filter { $0 != .appliance }.flatMap(samples).map { .appliance("kettle", $0) }
        }
    }

    package var text: String {
        switch self {
        case .otherData(let source, let sha256): "its data are others (\(source), sha256 \(sha256.prefix(8))…)"
        case .otherPeriod(let period, let other): "its sampling period is \(period) s and not \(other) s"
        case .otherDefinitions(let profile):
            "its metrics have other definitions (\(profile ?? "an earlier version's"))"
        case .otherCount(let count, let other): "\(count) samples were scored and not \(other)"
        case .otherTimesOrHouses: "other times or houses were scored"
        case .otherRows: "time, aggregate or truth of the rows that were scored are others"
        case .otherTimes: "other times were scored"
        case .otherRule: "it counts as on by another rule"
        case .noSharedAppliance: "no appliance was scored in both runs"
        case .appliance(let name, let obstacle): "\(name): \(obstacle.text)"
        }
    }
}
