/// Lines of a table, or of the channels of a house, that are not simply rows of readings, counted.
package struct TableLines: Codable, Equatable, Sendable {
    /// Lines that the data set marks as wrong; whether they were left out, its settings say.
    package var issues = 0
    /// Lines with the time of the line before, left out: the first counts.
    package var repeated = 0
    /// Lines up to an hour earlier than the line before, left out, as after a clock that was set back.
    package var backward = 0
    /// Lines in the hour that the clock of the time zone has twice in autumn, told apart by their order.
    package var inRepeatedHour = 0
    /// Fields of the meters that were read which are empty or say that there is no reading.
    package var empty = 0

    package init(issues: Int = 0, repeated: Int = 0, backward: Int = 0, inRepeatedHour: Int = 0, empty: Int = 0) {
        (self.issues, self.repeated, self.backward) = (issues, repeated, backward)
        (self.inRepeatedHour, self.empty) = (inRepeatedHour, empty)
    }

    /// Of several files together.
    package static func + (one: TableLines, other: TableLines) -> TableLines {
        var sum = one
        sum.issues += other.issues
        sum.repeated += other.repeated
        sum.backward += other.backward
        sum.inRepeatedHour += other.inRepeatedHour
        sum.empty += other.empty
        return sum
    }

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
