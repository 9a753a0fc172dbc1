import Datasets
import Runs

extension MetricProfile {
    /// Petralia et al. 2025, NILMFormer: src/helpers/metrics.py, preprocessing.py and trainer.py of its repository, with
    /// the parameters that it has for UK-DALE.
    ///
    /// True powers below 5 W are 0, and a true state needs a power within bounds and shortest times. A predicted power
    /// below the threshold is 0, also in the errors of power; a predicted state needs a power above the threshold, and
    /// no shortest times.
    package static let nilmformer = profile(.nilmformer, .nilmformerUKDALE, "UK-DALE", limit: 6000, parameters: ukdale)

    /// The same with the parameters that it has for REFIT.
    package static let nilmformerREFIT = profile(
        .nilmformerREFIT, .nilmformerREFIT, "REFIT", limit: 10_000, parameters: refit)

    /// Watts; seconds, at 10 s a sample of its tables.
    private struct Parameters {
        var threshold: Double
        var maximum: Double
        var minimumOff: Int
        var minimumOn: Int
    }

    private static let ukdale = [
        "kettle": Parameters(threshold: 2000, maximum: 3100, minimumOff: 0, minimumOn: 10),
        "fridge": Parameters(threshold: 50, maximum: 300, minimumOff: 10, minimumOn: 60),
        "washing_machine": Parameters(threshold: 20, maximum: 2500, minimumOff: 160, minimumOn: 1800),
        "microwave": Parameters(threshold: 200, maximum: 3000, minimumOff: 30, minimumOn: 10),
        "dishwasher": Parameters(threshold: 10, maximum: 2500, minimumOff: 1800, minimumOn: 1800),
    ]

    // The shortest time on is the larger of its min_on_duration and min_activation_time: both drop shorter times on.
    private static let refit = [
        "kettle": Parameters(threshold: 1000, maximum: 6000, minimumOff: 0, minimumOn: 10),
        "washing_machine": Parameters(threshold: 20, maximum: 3500, minimumOff: 160, minimumOn: 120),
        "dishwasher": Parameters(threshold: 50, maximum: 3000, minimumOff: 1800, minimumOn: 120),
        "microwave": Parameters(threshold: 200, maximum: 6000, minimumOff: 30, minimumOn: 10),
    ]

    private static func profile(
        _ name: Name, _ source: ProfileWords, _ data: String, limit: Double, parameters: [String: Parameters]
    ) -> MetricProfile {
        MetricProfile(
            name: name, source: source, thresholdSource: .nilmformer(data: data)
        ) { kind in
            let own = parameters[kind.name]
            let threshold = own?.threshold ?? Double(kind.onThreshold)
            let use = OnRule(
                threshold: threshold, maximum: own?.maximum ?? kind.maximum.map(Double.init),
                minimumOff: own?.minimumOff ?? kind.minimumOff, minimumOn: own?.minimumOn ?? kind.minimumOn)
            return (
                SignalRule(on: use, zeroBelow: 5, limit: limit),
                SignalRule(on: OnRule(threshold: threshold, isStrict: true), zeroBelow: threshold)
            )
        }
    }
}
