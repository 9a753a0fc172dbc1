import Datasets
import Runs

extension MetricProfile {
    /// Batra et al. 2019, NILMTK's rapid experimentation: nilmtk/losses.py of its repository.
    ///
    /// One threshold of 10 W for all appliances, without shortest times; the normalised disaggregation error has a
    /// square root, the relative error 1 W + p below the line.
    package static let nilmtk = MetricProfile(
        name: .nilmtk, source: .nilmtk,
        variants: MetricVariants(nde: .squareRoot, relative: .predictionPlusOne),
        thresholdSource: .f1score
    ) { _ in
        let rule = SignalRule(on: OnRule(threshold: 10))
        return (rule, rule)
    }
}
