import Support

/// metrics.csv: one row an appliance and predictor (the model and each baseline), one column a metric.
package enum MetricsTable {
    package static let name = "metrics.csv"

    /// An undefined metric is an empty field; results.json has its reason.
    package static func bytes(of results: Results) -> [UInt8] {
        let metrics = Metric.allCases
        var writer = CSVWriter(
            header: ["appliance", "predictor", "metric_profile", "on_threshold_w", "n", "n_on"]
                + metrics.map(\.rawValue) + ["skill"])
        for appliance in results.appliances {
            for (predictor, values) in appliance.predictors {
                writer.text(appliance.name)
                writer.text(predictor)
                // Files of versions that had no profiles have this one's definitions.
                writer.text(results.scoring?.profile ?? "default")
                writer.real(appliance.onThresholdW)
                writer.integer(appliance.n)
                writer.integer(appliance.nOn)
                for metric in metrics { writer.real(values[metric]) }
                writer.real(ApplianceResult.skill(of: values, over: appliance.baselines.zero))
                writer.endRow()
            }
        }
        return writer.bytes
    }
}

extension ApplianceResult {
    /// The model and its baselines by name, in the order of tables.
    package var predictors: [(name: String, values: MetricValues)] {
        [("model", metrics)]
            + Baseline.allCases.compactMap { name in baselines[name].map { (name.rawValue, $0) } }
    }
}
