/// The measures of how well an appliance's power was told from the aggregate.
///
/// The raw value is the key in results.json, metrics.csv and gate expressions. `y` is the truth and `p` the
/// prediction in watts, each over all scored samples; on/off states compare both with the appliance's threshold.
package enum Metric: String, CaseIterable, Codable, Sendable {
    /// Mean absolute error, mean |p - y|, watts.
    case maeW = "mae_w"
    /// Root mean square error, sqrt(mean (p - y)^2), watts.
    case rmseW = "rmse_w"
    /// Signal aggregate error, |sum p - sum y| / sum y.
    case sae
    /// Normalised disaggregation error, sum (p - y)^2 / sum y^2 (no square root).
    case nde
    /// Match rate, sum min(p, y) / sum max(p, y).
    case mr
    /// Total energy correctly assigned, 1 - sum |p - y| / (2 sum y): the denominator is this appliance's energy.
    case teca
    /// Mean absolute error over the samples where the appliance is truly on, watts.
    case maeOnW = "mae_on_w"
    /// Harmonic mean of precision and recall of the on state.
    case f1
    /// True on-samples among those predicted on.
    case precision
    /// Predicted on-samples among those truly on.
    case recall
    /// Matthews correlation coefficient of the on state.
    case mcc
    /// 100 (sum p - sum y) / sum y, signed, per cent.
    case energyErrorPercent = "energy_error_percent"
}

/// As a coding key a metric is spelled like a property (`maeW`), so that it follows the key strategy of the JSON coder
/// as every other key does and stands in the file as its raw value.
extension Metric: CodingKey {
    package var stringValue: String {
        let words = rawValue.split(separator: "_")
        return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
    package var intValue: Int? { nil }
    package init?(intValue: Int) { nil }

    package init?(stringValue: String) {
        guard let metric = Metric.allCases.first(where: { $0.stringValue == stringValue }) else { return nil }
        self = metric
    }
}

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
    package mutating func setUndefined(_ metric: Metric, because reason: String) {
        values[metric] = nil
        undefined[metric] = reason
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
