/// What is done to an appliance's powers before they are scored and when it counts as on, in words with the numbers.
package struct StateDefinition: Codable, Equatable, Sendable {
    package var truth: String
    package var prediction: String
    /// The states whose beginnings are events, of truth and prediction alike.
    package var events: String
    /// Two events this many seconds apart may be the same one.
    package var eventToleranceS: Int
    /// What becomes of true and predicted powers; nil where they are scored as they are, and in files of versions that
    /// had it in words only.
    package var truthPowers: PowerRule?
    package var predictionPowers: PowerRule?

    package init(
        truth: String, prediction: String, events: String, eventToleranceS: Int, truthPowers: PowerRule? = nil,
        predictionPowers: PowerRule? = nil
    ) {
        self.truthPowers = truthPowers
        self.predictionPowers = predictionPowers
        self.truth = truth
        self.prediction = prediction
        self.events = events
        self.eventToleranceS = eventToleranceS
    }

    /// Whether it is said in the same words: an earlier version may have had no rules of powers beside them.
    package func isSame(as other: StateDefinition) -> Bool {
        (truth, prediction, events, eventToleranceS)
            == (other.truth, other.prediction, other.events, other.eventToleranceS)
    }
}
