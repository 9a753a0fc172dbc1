import Datasets
import Runs

extension MetricProfile {
    /// This program's own definitions: powers as they are, states of single samples by the threshold of the table of
    /// appliances, events with its shortest times.
    package static let standard = MetricProfile(name: .standard, source: .own) { kind in
        let rule = SignalRule(on: OnRule(threshold: Double(kind.onThreshold)))
        return (rule, rule)
    }
}

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

extension MetricProfile {
    /// Yue et al. 2020, BERT4NILM: dataset.py (true states), trainer.py (`cutoff_energy`, `compute_status`, `test`) and
    /// utils.py of its repository.
    ///
    /// Powers below 5 W are 0 and those over the appliance's cut-off are the cut-off, in truth and prediction. True
    /// states have shortest times, predicted ones the threshold only, and a prediction is 0 W where its state is off.
    /// Its test scores are pooled; means over batches are what it prints in validation.
    package static let bert4nilm = MetricProfile(
        name: .bert4nilm, source: .bert4nilm
    ) { kind in
        let threshold = Double(kind.onThreshold)
        let limit = kind.maximum.map(Double.init)
        let use = OnRule(threshold: threshold, minimumOff: kind.minimumOff, minimumOn: kind.minimumOn)
        return (
            SignalRule(on: use, zeroBelow: 5, limit: limit),
            SignalRule(on: OnRule(threshold: threshold), zeroBelow: 5, limit: limit, zeroWhereOff: true)
        )
    }
}
