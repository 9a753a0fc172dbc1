import Datasets
import Runs

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
