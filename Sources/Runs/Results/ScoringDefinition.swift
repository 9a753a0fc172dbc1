/// What the metrics of a run mean, in words: the metric profile that was used.
package struct ScoringDefinition: Codable, Equatable, Sendable {
    /// The profile's name on the command line.
    package var profile: String
    /// Whose definitions they are, with project and file where they are published.
    package var source: String
    /// Over what the metrics are taken.
    package var averaging: String
    /// What an event is, and when two are the same.
    package var events: String
    /// The formula of every metric, by its key.
    package var formulas: [String: String]

    package init(
        profile: String, source: String, averaging: String, events: String, formulas: [String: String]
    ) {
        self.profile = profile
        self.source = source
        self.averaging = averaging
        self.events = events
        self.formulas = formulas
    }
}
