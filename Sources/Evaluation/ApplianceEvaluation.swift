import Datasets
import Runs

/// One appliance's scores, from predictions of its test part.
package struct ApplianceEvaluation: Sendable {
    package let result: ApplianceResult
    package let series: [PredictionSeries]
    package let windows: [ShownWindow]
    package let notices: [Notice]

    /// Scores `predictions` (a value a row of each of `test`, NaN where there is none, at least one that is not).
    ///
    /// `window` is the length of the windows shown. `trainingMean` is the appliance's mean power in the training part,
    /// watts: what the mean predictor says.
    package init(
        kind: ApplianceKind, test: [Stretch], predictions: [[Float]], window: Int, trainingMean: Double
    ) {
        let threshold = Double(kind.onThreshold)
        series = zip(test, predictions).flatMap { ApplianceEvaluation.series(of: $0, $1, appliance: kind.name) }
        precondition(!series.isEmpty, "no row of the test part was predicted")
        var model = MetricSums(onThreshold: threshold)
        var zero = model
        var mean = model
        for part in series {
            guard let truth = part.truthW else { continue }
            for (y, p) in zip(truth, part.predictionW) {
                model.add(truth: Double(y), prediction: Double(p))
                zero.add(truth: Double(y), prediction: 0)
                mean.add(truth: Double(y), prediction: trainingMean)
            }
        }
        let (metrics, zeroMetrics) = (model.values, zero.values)
        result = ApplianceResult(
            name: kind.name, onThresholdW: threshold, onThresholdSource: kind.source, n: model.count,
            nOn: model.onCount, metrics: metrics, baselines: Baselines(zero: zeroMetrics, mean: mean.values),
            skill: ApplianceResult.skill(of: metrics, over: zeroMetrics))
        windows = WindowChoice.windows(of: series, appliance: kind.name, steps: window, onThreshold: threshold)
        notices = Findings.notices(result: result, series: series)
    }

    /// The runs of predicted rows as series.
    private static func series(
        of stretch: Stretch, _ prediction: [Float], appliance: String
    ) -> [PredictionSeries] {
        precondition(prediction.count == stretch.rows, "a prediction a row: \(stretch.rows), got \(prediction.count)")
        return stretch.runs.flatMap { run in
            run.split { prediction[$0].isNaN }.map { part in
                // A part's elements are rows, its indices need not be.
                let rows = part[part.startIndex]..<part[part.startIndex] + part.count
                return PredictionSeries(
                    appliance: appliance, house: stretch.house, start: stretch.start + rows.lowerBound * stretch.period,
                    periodS: stretch.period, aggregateW: Array(stretch.aggregate[rows]),
                    truthW: Array(stretch.truth[rows]), predictionW: Array(prediction[rows]))
            }
        }
    }
}
