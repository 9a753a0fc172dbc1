import Support

/// What is done to an appliance's powers before they are scored and when it counts as on, in words with the numbers.
package struct StateDefinition: Codable, Equatable, Sendable {
    package var truth: Said<StateWords>
    package var prediction: Said<StateWords>
    /// The states whose beginnings are events, of truth and prediction alike.
    package var events: Said<StateWords>
    /// Two events this many seconds apart may be the same one.
    package var eventToleranceS: Int
    /// What becomes of true and predicted powers; nil where they are scored as they are, and in files of versions that
    /// had it in words only.
    package var truthPowers: PowerRule?
    package var predictionPowers: PowerRule?

    package init(
        truth: Said<StateWords>, prediction: Said<StateWords>, events: Said<StateWords>, eventToleranceS: Int,
        truthPowers: PowerRule? = nil,
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
        (truth.english, prediction.english, events.english, eventToleranceS)
            == (other.truth.english, other.prediction.english, other.events.english, other.eventToleranceS)
    }
}
