/// Whether the numbers of a run may be held against those of another.
package struct Comparability {
    /// Why none of its numbers may, as clauses; empty if they may.
    package let reasons: [String]
    /// By appliance: why that one's numbers may not.
    package let applianceReasons: [String: String]

    package init(of run: Results, with first: Results) {
        let (data, other) = (run.run.data, first.run.data)
        var reasons: [String] = []
        if data.sha256 != other.sha256 {
            reasons.append("its data are others (\(data.source), sha256 \(data.sha256.prefix(8))…)")
        }
        if data.periodS != other.periodS {
            reasons.append("its sampling period is \(data.periodS) s and not \(other.periodS) s")
        }
        if run.scoring?.profile != first.scoring?.profile {
            reasons.append("its metrics have other definitions (\(run.scoring?.profile ?? "an earlier version's"))")
        }
        self.reasons = reasons
        var byAppliance: [String: String] = [:]
        for appliance in run.appliances {
            guard let reference = first.appliances.first(where: { $0.name == appliance.name }) else { continue }
            if appliance.n != reference.n {
                byAppliance[appliance.name] = "\(appliance.n) samples were scored and not \(reference.n)"
            } else if data.testRows(of: appliance.name) != other.testRows(of: appliance.name) {
                byAppliance[appliance.name] = "other times or houses were scored"
            } else if appliance.onThresholdW != reference.onThresholdW || !isSame(appliance.states, reference.states) {
                byAppliance[appliance.name] = "it counts as on by another rule"
            }
        }
        applianceReasons = byAppliance
    }

    /// Why an appliance's numbers may not be compared; nil if they may.
    package func reason(for appliance: String) -> String? { reasons.first ?? applianceReasons[appliance] }
}

private func isSame(_ first: StateDefinition?, _ second: StateDefinition?) -> Bool {
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
    fileprivate func testRows(of appliance: String) -> [TestRows] {
        parts.filter { $0.part == "test" && $0.appliance == appliance }.map {
            TestRows(house: $0.house, start: $0.start, end: $0.end)
        }
    }
}
