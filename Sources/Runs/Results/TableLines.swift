/// Lines of a table, or of all channels of a house, that are not simply rows of readings, counted.
package struct TableLines: Codable, Equatable, Sendable {
    /// Marked as wrong by the data set itself.
    package var issues: Int
    /// With the time of the line before, left out.
    package var repeated: Int
    /// Up to an hour earlier than the line before, left out.
    package var backward: Int
    /// In the hour that autumn repeats, told apart by their order.
    package var inRepeatedHour: Int
    /// Fields without a reading.
    package var empty: Int

    package init(issues: Int, repeated: Int, backward: Int, inRepeatedHour: Int, empty: Int) {
        self.issues = issues
        self.repeated = repeated
        self.backward = backward
        self.inRepeatedHour = inRepeatedHour
        self.empty = empty
    }
}

extension TableLines {
    /// What was counted; what was not found has no finding.
    package func findings(dropsIssues: Bool) -> [HouseFinding] {
        var findings: [HouseFinding] = []
        if issues > 0 { findings.append(.issues(lines: issues, areDropped: dropsIssues)) }
        if repeated > 0 { findings.append(.repeated(lines: repeated)) }
        if backward > 0 { findings.append(.backward(lines: backward)) }
        if inRepeatedHour > 0 { findings.append(.inRepeatedHour(lines: inRepeatedHour)) }
        if empty > 0 { findings.append(.empty(fields: empty)) }
        return findings
    }
}
