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

/// What is done to an appliance's powers before they are scored and when it counts as on, in words with the numbers.
package struct StateDefinition: Codable, Equatable, Sendable {
    package var truth: String
    package var prediction: String
    /// The states whose beginnings are events, of truth and prediction alike.
    package var events: String
    /// Two events this many seconds apart may be the same one.
    package var eventToleranceS: Int

    package init(truth: String, prediction: String, events: String, eventToleranceS: Int) {
        self.truth = truth
        self.prediction = prediction
        self.events = events
        self.eventToleranceS = eventToleranceS
    }
}
