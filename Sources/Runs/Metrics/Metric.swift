/// The measures of how well an appliance's power was told from the aggregate.
///
/// This is the one list of them. The raw value is the key in results.json, metrics.csv and gate expressions. `y` is the
/// truth and `p` the prediction in watts, each over all scored samples, pooled; ``Metric/formula`` has the formulas, a
/// metric profile may set others in their place.
package enum Metric: String, CaseIterable, Codable, Sendable {
    // Powers and energies
    /// Mean absolute error, watts.
    case maeW = "mae_w"
    /// Root mean square error, watts.
    case rmseW = "rmse_w"
    /// Mean absolute error over the samples where the appliance is truly on, watts.
    case maeOnW = "mae_on_w"
    /// Signal aggregate error.
    case sae
    /// Normalised disaggregation error.
    case nde
    /// Normalised error in assigned power.
    case nep
    /// Mean relative error of the samples.
    case mre
    /// Match rate.
    case mr
    /// Total energy correctly assigned.
    case teca
    /// Predicted minus true energy, per cent of the true energy.
    case energyErrorPercent = "energy_error_percent"
    /// Mean absolute error of the energy of a day, kWh.
    case dailyEnergyMaeKwh = "daily_energy_mae_kwh"

    // On/off states of samples
    /// Samples whose state is right.
    case accuracy
    /// Mean of the shares of on- and of off-samples whose state is right.
    case balancedAccuracy = "balanced_accuracy"
    /// True on-samples among those predicted on.
    case precision
    /// Predicted on-samples among those truly on.
    case recall
    /// Harmonic mean of precision and recall.
    case f1
    /// Matthews correlation coefficient of the states.
    case mcc

    // Events: the appliance is switched on
    /// Predicted events that happened.
    case eventPrecision = "event_precision"
    /// True events that were predicted.
    case eventRecall = "event_recall"
    /// Harmonic mean of the events' precision and recall.
    case eventF1 = "event_f1"
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
