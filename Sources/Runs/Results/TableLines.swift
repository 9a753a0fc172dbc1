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
    /// What was counted, in sentences; what was not found has none.
    package func sentences(dropsIssues: Bool) -> [String] {
        var sentences: [String] = []
        func add(_ count: Int, _ noun: String, _ text: String) {
            if count > 0 { sentences.append("\(count) \(noun)\(count == 1 ? "" : "s") \(text).") }
        }
        add(issues, "line", "marked as wrong, " + (dropsIssues ? "taken for missing" : "kept"))
        add(repeated, "line", "with the time of the line before, left out")
        add(backward, "line", "earlier than the line before, left out")
        add(inRepeatedHour, "line", "in the hour that autumn repeats, told apart by their order")
        add(empty, "field", "without a reading")
        return sentences
    }
}
