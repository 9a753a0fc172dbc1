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
