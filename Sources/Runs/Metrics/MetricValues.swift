/// The values of every metric for one predictor; what is not defined has a reason instead of a value.
///
/// In JSON each metric is a key; an undefined one is null and `reasons` says why.
package struct MetricValues: Equatable, Sendable {
    private var values: [Metric: Double] = [:]
    private var undefined: [Metric: String] = [:]

    package init() {}

    /// The value, or nil where the metric is not defined.
    package subscript(metric: Metric) -> Double? { values[metric] }

    /// Why the metric has no value; nil if it has one.
    package func reason(for metric: Metric) -> String? { undefined[metric] }

    /// Sets a value. A value that is not finite is a caller's bug: undefined metrics need a reason.
    package mutating func set(_ metric: Metric, to value: Double) {
        precondition(value.isFinite, "\(metric.rawValue) must be finite, got \(value); say why with setUndefined")
        values[metric] = value
        undefined[metric] = nil
    }

    /// Marks a metric as not defined, with the reason a reader sees.
    package mutating func setUndefined(_ metric: Metric, because reason: UndefinedReason) {
        values[metric] = nil
        undefined[metric] = reason.rawValue
    }
}

extension MetricValues: Codable {
    private enum ReasonKey: String, CodingKey { case reasons }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Metric.self)
        for metric in Metric.allCases {
            values[metric] = try container.decodeIfPresent(Double.self, forKey: metric)
        }
        let reasons = try decoder.container(keyedBy: ReasonKey.self)
            .decodeIfPresent([String: String].self, forKey: .reasons)
        for (key, reason) in reasons ?? [:] {
            if let metric = Metric(rawValue: key) { undefined[metric] = reason }
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Metric.self)
        for metric in Metric.allCases { try container.encode(values[metric], forKey: metric) }
        guard !undefined.isEmpty else { return }
        var reasons = encoder.container(keyedBy: ReasonKey.self)
        let named = Dictionary(uniqueKeysWithValues: undefined.map { ($0.key.rawValue, $0.value) })
        try reasons.encode(named, forKey: .reasons)
    }
}
