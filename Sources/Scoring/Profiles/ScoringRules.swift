import Runs

/// How one appliance is scored.
package struct ScoringRules: Equatable, Sendable {
    package var truth: SignalRule
    package var prediction: SignalRule
    /// The uses whose beginnings are events, of truth and prediction alike.
    package var events: OnRule
    package var variants: MetricVariants
    /// Where the threshold comes from.
    package var thresholdSource: String

    /// Seconds that two events may be apart where that is said; nil for the common tolerance.
    package var ownTolerance: Int?

    /// Seconds that two events may be apart and still be the same: unless it is said otherwise half a minute, or two
    /// samples where those are longer.
    package func eventTolerance(periodS: Int) -> Int { ownTolerance ?? max(30, 2 * periodS) }

    /// In words, with the numbers.
    package func words(periodS: Int) -> StateDefinition {
        StateDefinition(
            truth: truth.words, prediction: prediction.words, events: events.words,
            eventToleranceS: eventTolerance(periodS: periodS), truthPowers: truth.powers,
            predictionPowers: prediction.powers)
    }
}
