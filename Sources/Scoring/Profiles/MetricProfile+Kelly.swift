import Datasets
import Runs

extension MetricProfile {
    /// Kelly & Knottenbelt 2015, Neural NILM: `run_metrics` of neuralnilm_prototype's neuralnilm/metrics.py.
    ///
    /// One threshold of 4 W for all appliances, exclusive, without shortest times; true powers up to it count as 0.
    /// Relative error in total energy (here SAE) is signed and divided by the larger energy; total energy correctly
    /// assigned has the aggregate below the line.
    package static let kelly = MetricProfile(
        name: .kelly, source: .kelly,
        variants: MetricVariants(sae: .signedOverLarger, teca: .aggregate),
        thresholdSource: .runMetrics
    ) { _ in
        let on = OnRule(threshold: 4, isStrict: true)
        return (SignalRule(on: on, zeroBelow: 4, zeroesBound: true), SignalRule(on: on))
    }
}
