import Support

/// Predictors that need no network, in the order of tables; the raw value is the key in results.json.
package enum Baseline: String, CaseIterable, Codable, CodingKey, Sendable {
    /// Always 0 W.
    case zero
    /// Always the training part's mean power.
    case mean
    /// The training part's mean power at the local hour of the day.
    case hourly
    /// Rises and falls of the aggregate that have the appliance's size, paired.
    case edges
    /// Of all combinations of the appliances' states the one whose sum is nearest to the aggregate.
    case combinatorial

    /// Its name in a sentence.
    package var name: Text {
        switch self {
        case .zero: Text("predicting zero", es: "predecir cero")
        case .mean: Text("predicting the training mean", es: "predecir la media del entrenamiento")
        case .hourly: Text("predicting the mean of the hour", es: "predecir la media de la hora")
        case .edges: Text("edge pairing", es: "emparejar flancos")
        case .combinatorial: Text("combinatorial optimisation", es: "optimización combinatoria")
        }
    }
}

/// The scores of the baselines on the samples that the model was scored on.
package struct Baselines: Equatable, Sendable {
    private var values: [Baseline: MetricValues]
    /// Why those that were not made are missing, for the reader.
    package var absent: [AbsentBaseline]

    /// Predicting zero is always there: skill is measured against it.
    package init(zero: MetricValues, others: [Baseline: MetricValues] = [:], absent: [AbsentBaseline] = []) {
        values = others
        values[.zero] = zero
        self.absent = absent
    }

    /// The scores of one; nil if it was not made.
    package subscript(baseline: Baseline) -> MetricValues? {
        get { values[baseline] }
        set {
            precondition(baseline != .zero || newValue != nil, "predicting zero is the baseline that is always there")
            values[baseline] = newValue
        }
    }

    /// The scores of predicting 0 W.
    package var zero: MetricValues {
        guard let zero = values[.zero] else { preconditionFailure("baselines are made with predicting zero") }
        return zero
    }
}

/// A baseline that was not made.
package struct AbsentBaseline: Codable, Equatable, Sendable {
    /// Its key.
    package var baseline: String
    package var reason: Said<AbsenceReason>

    package init(_ baseline: Baseline, because reason: AbsenceReason) {
        self.baseline = baseline.rawValue
        self.reason = Said(reason)
    }
}

extension Baselines: Codable {
    private enum AbsentKey: String, CodingKey { case absent }

    /// Files of earlier versions have fewer baselines and do not say why.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Baseline.self)
        values = [.zero: try container.decode(MetricValues.self, forKey: .zero)]
        for baseline in Baseline.allCases where baseline != .zero {
            values[baseline] = try container.decodeIfPresent(MetricValues.self, forKey: baseline)
        }
        absent =
            try decoder.container(keyedBy: AbsentKey.self).decodeIfPresent([AbsentBaseline].self, forKey: .absent)
            ?? []
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Baseline.self)
        for baseline in Baseline.allCases { try container.encodeIfPresent(values[baseline], forKey: baseline) }
        guard !absent.isEmpty else { return }
        var others = encoder.container(keyedBy: AbsentKey.self)
        try others.encode(absent, forKey: .absent)
    }
}
