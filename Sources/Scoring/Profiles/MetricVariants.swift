import Runs
import Support

/// Formulas that differ between projects under one name.
package struct MetricVariants: Equatable, Sendable {
    package enum SignalAggregateError: Sendable {
        /// |Σp - Σy| / Σy
        case absoluteOverTruth
        /// (Σp - Σy) / max(Σp, Σy): the sign is kept.
        case signedOverLarger
    }

    package enum DisaggregationError: Sendable {
        /// Σ(p - y)² / Σy²
        case plain
        case squareRoot
    }

    package enum AssignedEnergy: Sendable {
        /// 1 - Σ|p - y| / (2 Σy)
        case ownEnergy
        /// 1 - Σ|p - y| / (2 Σ aggregate)
        case aggregate
    }

    package enum RelativeError: Sendable {
        /// mean (|p - y| / max(p, y)), 0 where both are 0
        case larger
        /// mean (|p - y| / (1 + p))
        case predictionPlusOne
    }

    package var sae = SignalAggregateError.absoluteOverTruth
    package var nde = DisaggregationError.plain
    package var teca = AssignedEnergy.ownEnergy
    package var relative = RelativeError.larger

    /// The formula of a metric with these variants.
    package func formula(of metric: Metric) -> Text {
        switch metric {
        case .sae where sae == .signedOverLarger: Metric.signedOverLarger
        case .nde where nde == .squareRoot: Metric.squareRoot
        case .teca where teca == .aggregate: Metric.aggregateBelow
        case .mre where relative == .predictionPlusOne: Metric.predictionPlusOne
        default: metric.formula
        }
    }
}
