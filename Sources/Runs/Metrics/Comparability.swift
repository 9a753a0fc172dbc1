/// Whether the numbers of a run may be held against those of another.
package struct Comparability {
    /// Why none of its numbers may, as clauses; empty if they may.
    package let reasons: [Obstacle]
    /// By appliance: why that one's numbers may not.
    package let applianceReasons: [String: Obstacle]
    /// Whether each appliance that both runs have may not.
    package let isNothingComparable: Bool

    package init(of run: Results, with first: Results) {
        let (data, other) = (run.run.data, first.run.data)
        let references = first.appliancesByName
        let pairs = run.appliances.compactMap { appliance in references[appliance.name].map { (appliance, $0) } }
        let (rows, otherRows) = (data.testRows, other.testRows)
        var byAppliance: [String: Obstacle] = [:]
        for (appliance, reference) in pairs {
            let isSame = Self.isScoredAlike(appliance, reference)
            if appliance.n != reference.n {
                byAppliance[appliance.name] = .otherCount(samples: appliance.n, and: reference.n)
            } else if isSame == nil, rows[appliance.name] != otherRows[appliance.name] {
                byAppliance[appliance.name] = .otherTimesOrHouses
            } else if isSame == false {
                byAppliance[appliance.name] = .otherRows
            } else if isSame == true, !Self.isAtOneTime(appliance, run, reference, first) {
                byAppliance[appliance.name] = .otherTimes
            } else if appliance.onThresholdW != reference.onThresholdW || !isOneRule(appliance.states, reference.states)
            {
                byAppliance[appliance.name] = .otherRule
            }
        }
        applianceReasons = byAppliance
        isNothingComparable = !pairs.isEmpty && pairs.allSatisfy { byAppliance[$0.0.name] != nil }
        var reasons: [Obstacle] = []
        // Files tell nothing where the rows themselves were hashed: a packed copy, or one with more columns, is the same.
        let isHashed = !pairs.isEmpty && pairs.allSatisfy { Self.isScoredAlike($0, $1) != nil }
        // Of two tables of predictions the files are never the same; rows that one of them lacks say more.
        let areImported = data.isImported && other.isImported
        let areOthers = pairs.allSatisfy { Self.isScoredAlike($0, $1) == false && ($0.n == $1.n || !areImported) }
        if !isHashed || areOthers, data.sha256 != other.sha256 {
            reasons.append(.otherData(source: data.source, sha256: data.sha256))
        }
        if data.periodS != other.periodS {
            reasons.append(.otherPeriod(s: data.periodS, and: other.periodS))
        }
        if run.scoring?.profile != first.scoring?.profile {
            reasons.append(.otherDefinitions(profile: run.scoring?.profile))
        }
        self.reasons = reasons
    }

    /// Why an appliance's numbers may not be compared; nil if they may.
    package func reason(for appliance: String) -> Obstacle? { reasons.first ?? applianceReasons[appliance] }

    /// Those of single appliances, in the order of their names.
    package var namedReasons: [Obstacle] {
        applianceReasons.sorted { $0.key < $1.key }.map { Obstacle.appliance(name: $0.key, obstacle: $0.value) }
    }

    /// Whether the same rows were scored; nil where a results.json of an earlier version does not say.
    private static func isScoredAlike(_ one: ApplianceResult, _ two: ApplianceResult) -> Bool? {
        guard let one = one.scoredSha256, let two = two.scoredSha256 else { return nil }
        return one == two
    }

    /// Whether rows that are the same are from the same time: true where it can't be known, as in a run whose times were
    /// moved to share it, or without a clock.
    private static func isAtOneTime(
        _ one: ApplianceResult, _ run: Results, _ two: ApplianceResult, _ first: Results
    ) -> Bool {
        guard run.removed == nil, first.removed == nil, run.run.data.timeZone != nil, first.run.data.timeZone != nil,
            let start = one.blocks?.start, let other = two.blocks?.start
        else { return true }
        return start == other
    }
}

extension BlockScores {
    /// Unix seconds of the first scored row.
    fileprivate var start: Int? { scores.map(\.start).min() }
}

private func isOneRule(_ first: StateDefinition?, _ second: StateDefinition?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return first.isSame(as: second)
}

/// Rows that were scored.
private struct TestRows: Equatable {
    var house: String
    var start: Int
    var end: Int
}

extension DataSummary {
    fileprivate var isImported: Bool { source.hasPrefix("import:") }

    /// By appliance.
    fileprivate var testRows: [String: [TestRows]] {
        Dictionary(grouping: parts.filter { $0.part == .test }, by: \.appliance).mapValues { parts in
            parts.map { TestRows(house: $0.house, start: $0.start, end: $0.end) }
        }
    }
}
