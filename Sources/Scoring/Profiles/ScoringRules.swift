import Datasets
import Runs
import Support

/// How one appliance is scored.
package struct ScoringRules: Equatable, Sendable {
    package var truth: SignalRule
    package var prediction: SignalRule
    /// The uses whose beginnings are events, of truth and prediction alike.
    package var events: OnRule
    package var variants: MetricVariants
    /// Where the threshold comes from.
    package var thresholdSource: ThresholdSource

    /// Seconds that two events may be apart where that is said; nil for the common tolerance.
    package var ownTolerance: Int?

    /// Seconds that two events may be apart and still be the same: unless it is said otherwise half a minute, or two
    /// samples where those are longer.
    package func eventTolerance(periodS: Int) -> Int { ownTolerance ?? max(30, 2 * periodS) }

    /// For results.json and the page.
    package func definition(periodS: Int) -> StateDefinition {
        StateDefinition(
            truth: Said(truth.words), prediction: Said(prediction.words), events: Said(events.words),
            eventToleranceS: eventTolerance(periodS: periodS), truthPowers: truth.powers,
            predictionPowers: prediction.powers)
    }
}
