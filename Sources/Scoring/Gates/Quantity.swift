import Runs
import Support

/// A number of an appliance's result that a gate or a comparison can name: one of the metrics, or the skill.
package enum Quantity: Hashable, Sendable, CaseIterable {
    case metric(Metric)
    case skill

    package static var allCases: [Quantity] { Metric.allCases.map(Quantity.metric) + [.skill] }

    /// The key in results.json.
    package var key: String {
        switch self {
        case .metric(let metric): metric.rawValue
        case .skill: "skill"
        }
    }

    package init?(key: String) {
        guard let quantity = Self.allCases.first(where: { $0.key == key }) else { return nil }
        self = quantity
    }

    /// The key that was probably meant: without its unit, in capitals, or misspelt.
    static func nearest(to name: String) -> String? {
        let keys = allCases.map(\.key)
        let plain = name.lowercased()
        return keys.first { $0 == plain || $0.hasPrefix(plain + "_") } ?? Spelling.nearest(to: plain, among: keys)
    }

    package var unit: Metric.Unit {
        switch self {
        case .metric(let metric): metric.unit
        case .skill: .ratio
        }
    }

    /// The value of an appliance's result; nil where it is not defined.
    package func value(of result: ApplianceResult) -> Double? {
        switch self {
        case .metric(let metric): result.metrics[metric]
        case .skill: result.skill
        }
    }

    /// Why a result has no value.
    func reason(of result: ApplianceResult) -> String {
        switch self {
        case .metric(let metric): result.metrics.reason(for: metric) ?? UndefinedReason.notMeasured.rawValue
        case .skill: UndefinedReason.zeroIsRight.rawValue
        }
    }

    /// How bad a value is: less is better.
    func cost(of value: Double) -> Double {
        guard case .metric(let metric) = self else { return -value }
        return switch metric.better {
        case .lower: value
        case .higher: -value
        case .nearZero: abs(value)
        }
    }
}
