import Datasets
import Runs
import Support

/// A set of definitions of the metrics: this program's own, or those that another project's numbers were made with.
///
/// What a profile does not define keeps this program's definition. Whatever the profile, metrics are pooled over
/// samples, and what is not defined has a reason where those projects may print 0.
package struct MetricProfile: Sendable {
    /// The profiles by name.
    package enum Name: String, CaseIterable, Sendable {
        /// This program's own.
        case standard = "default"
        case kelly, bert4nilm
        /// With the parameters for UK-DALE, or for REFIT where the data are read as REFIT's.
        case nilmformer
        /// With those for REFIT, whatever the data are read as.
        case nilmformerREFIT = "nilmformer_refit"
        case nilmtk
    }

    package let name: Name
    /// Whose definitions they are, with project and file.
    package let source: ProfileWords
    package let variants: MetricVariants
    /// Truth and prediction of one kind of appliance.
    private let signals: @Sendable (ApplianceKind) -> (truth: SignalRule, prediction: SignalRule)
    /// Where the thresholds come from; nil for the table of appliances.
    private let thresholdSource: ThresholdSource?

    init(
        name: Name, source: ProfileWords, variants: MetricVariants = MetricVariants(),
        thresholdSource: ThresholdSource? = nil,
        signals: @escaping @Sendable (ApplianceKind) -> (truth: SignalRule, prediction: SignalRule)
    ) {
        self.name = name
        self.source = source
        self.variants = variants
        self.thresholdSource = thresholdSource
        self.signals = signals
    }

    package static func named(_ name: Name, isREFIT: Bool) -> MetricProfile {
        switch name {
        case .standard: standard
        case .kelly: kelly
        case .bert4nilm: bert4nilm
        case .nilmformer: isREFIT ? nilmformerREFIT : nilmformer
        case .nilmformerREFIT: nilmformerREFIT
        case .nilmtk: nilmtk
        }
    }

    /// With the numbers of one appliance.
    package func rules(for kind: ApplianceKind) -> ScoringRules {
        let (truth, prediction) = signals(kind)
        // A flicker is no event: activations are told by the shortest times, also where states of samples are not.
        var events = truth.on
        if events.minimumOff == 0, events.minimumOn == 0 {
            events.minimumOff = kind.minimumOff
            events.minimumOn = kind.minimumOn
        }
        return ScoringRules(
            truth: truth, prediction: prediction, events: events, variants: variants,
            thresholdSource: thresholdSource ?? kind.source, ownTolerance: kind.eventTolerance)
    }

    /// For results.json and the page.
    package var definition: ScoringDefinition {
        let formulas = Metric.allCases.map { ($0.rawValue, variants.formula(of: $0).english) }
        return ScoringDefinition(
            profile: name.rawValue, source: source.rawValue, averaging: ProfileWords.pooled.rawValue,
            events: ProfileWords.events.rawValue,
            formulas: Dictionary(uniqueKeysWithValues: formulas))
    }
}

/// How one appliance is scored.
package struct ScoringRules: Equatable, Sendable {
    package var truth: SignalRule
    package var prediction: SignalRule
    /// The activations whose beginnings are events, of truth and prediction alike.
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
