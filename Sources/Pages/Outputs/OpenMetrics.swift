import Runs
import Support

/// metrics.txt: the run's numbers as OpenMetrics text (https://prometheus.io/docs/specs/om/open_metrics_spec/), which
/// Prometheus and GitLab's metrics reports read. A value that is not defined has no line.
package enum OpenMetrics {
    package static let name = "metrics.txt"
    private static let prefix = "nilm_report_"

    package static func text(of results: Results) -> String {
        var text = ""
        func family(_ name: String, _ kind: String, _ help: String, _ samples: [String]) {
            guard !samples.isEmpty else { return }
            text += "# TYPE \(prefix)\(name) \(kind)\n# HELP \(prefix)\(name) \(escaped(help))\n"
            text += samples.map { prefix + $0 + "\n" }.joined()
        }
        let run = results.run
        family(
            "run", "info", "The run that the numbers are of.",
            [
                "run_info"
                    + labels([
                        ("run", run.id), ("model", run.model), ("data", run.data.source),
                        ("data_sha256", run.data.sha256),
                    ]) + " 1"
            ])
        func metric(_ key: String, _ help: String, _ value: (ApplianceResult, MetricValues) -> Double?) {
            let samples = results.appliances.flatMap { appliance in
                appliance.predictors.compactMap { predictor -> String? in
                    guard let value = value(appliance, predictor.values) else { return nil }
                    return key + labels([("appliance", appliance.name), ("predictor", predictor.name)]) + " \(value)"
                }
            }
            family(key, "gauge", help, samples)
        }
        for name in Metric.allCases {
            metric(name.rawValue, "\(name.fullName.english), \(name.unit.rawValue).") { _, values in values[name] }
        }
        metric("skill", "1 - MAE / MAE of predicting zero, ratio.") { appliance, values in
            ApplianceResult.skill(of: values, over: appliance.baselines.zero)
        }
        family(
            "scored_samples", "gauge", "Samples that were scored.",
            results.appliances.map { "scored_samples" + labels([("appliance", $0.name)]) + " \($0.n)" })
        family(
            "gate_passed", "gauge", "1 where a gate is met, 0 where it is not.",
            results.gates.map {
                "gate_passed" + labels([("appliance", $0.appliance), ("gate", $0.expression)])
                    + ($0.passed ? " 1" : " 0")
            })
        let changes = results.baseline?.changes ?? []
        family(
            "baseline_change", "gauge", "Change against the baseline run, in the metric's unit.",
            changes.compactMap { change in
                change.change.map {
                    "baseline_change" + labels([("appliance", change.appliance), ("metric", change.metric)]) + " \($0)"
                }
            })
        return text + "# EOF\n"
    }

    private static func labels(_ labels: [(name: String, value: String)]) -> String {
        "{" + labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    private static func escaped(_ text: String) -> String {
        // Readers that end a line at a carriage return, too, would take what follows for a sample.
        text.replacing(scalars: ["\\": "\\\\", "\n": "\\n", "\"": "\\\"", "\r": " "])
    }
}
