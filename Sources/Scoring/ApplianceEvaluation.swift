import Datasets
import Runs
import Support

/// One appliance's scores, from predictions of its test part.
package struct ApplianceEvaluation: Sendable {
    package var result: ApplianceResult
    /// The rows that are scored: as they are, for data/predictions.csv, and with powers as they are scored.
    package let series: [PredictionSeries]
    package let scoredSeries: [PredictionSeries]
    package let windows: [ShownWindow]
    package let notices: [Notice]

    /// Scores `predictions` of the test part of `data` (a value a row of each segment, NaN where there is none, at least
    /// one that is not).
    ///
    /// `shown` is the length of the windows shown; `window` that of those the model predicts, nil where it is not known.
    package init(
        data: ApplianceData, predictions: [[Float]], window: Int?, shown: Int, scoring: Scoring
    ) {
        let kind = scoring.kind(of: data.appliance)
        series = zip(data.test, predictions).flatMap { ApplianceEvaluation.series(of: $0, $1, appliance: kind.name) }
        precondition(!series.isEmpty, "no row of the test part was predicted")
        let periodS = series[0].periodS
        let rules = scoring.profile.rules(for: kind)
        let truth = series.map { part in
            // Every row of a segment has its truth, as a series has here.
            rules.truth.signal(of: part.truthW ?? [], start: part.start, periodS: periodS, events: rules.events)
        }
        func score(_ prediction: (PredictionSeries) -> [Float], of series: [PredictionSeries]) -> MetricSums {
            var sums = MetricSums(rules, periodS: periodS, clock: scoring.clock)
            for (part, truth) in zip(series, truth) {
                let signal = rules.prediction.signal(
                    of: prediction(part), start: part.start, periodS: periodS, events: rules.events)
                sums.add(
                    truth: truth, prediction: signal, aggregate: part.aggregateW, house: part.house, start: part.start)
            }
            return sums
        }
        let model = score(\.predictionW, of: series)
        var errors = ErrorSums(events: rules.events, periodS: periodS, steps: shown)
        var blocks = BlockSums(clock: scoring.clock, periodS: periodS, steps: shown)
        for (part, truth) in zip(series, truth) {
            let signal = rules.prediction.signal(
                of: part.predictionW, start: part.start, periodS: periodS, events: rules.events)
            errors.add(truth: truth, prediction: signal, house: part.house, start: part.start)
            blocks.add(truth: truth, prediction: signal, house: part.house, start: part.start)
        }
        let fit = scoring.fit(of: kind.name)
        let fitted = FittedBaselines(fit, houses: Set(data.test.map(\.house)), scoring: scoring)
        var baselines: [Baseline: MetricValues] = [:]
        for (baseline, predictor) in fitted.predictors {
            baselines[baseline] = score(predictor.prediction, of: series).values
        }
        guard let zero = baselines[.zero] else { preconditionFailure("predicting zero is always among the baselines") }
        let metrics = model.values
        result = ApplianceResult(
            name: kind.name, onThresholdW: rules.truth.on.threshold, onThresholdSource: Said(rules.thresholdSource),
            states: rules.definition(periodS: periodS), windowSteps: window, n: model.count,
            nOn: model.onCount, metrics: metrics,
            baselines: Baselines(zero: zero, others: baselines, absent: fitted.absent),
            baselinesSource: fit.source,
            skill: ApplianceResult.skill(of: metrics, over: zero), byHour: model.byHour, byDay: model.byDay,
            errors: errors.analysis, blocks: blocks.scores)
        scoredSeries = series.map { $0.scored(truth: rules.truth.powers, prediction: rules.prediction.powers) }
        windows = WindowChoice.windows(
            of: scoredSeries, states: truth.map(\.isOn), appliance: kind.name, steps: shown)
        notices = Findings.notices(result: result, series: series, states: truth.map(\.isOn))
    }

    /// The runs of predicted rows as series.
    private static func series(
        of segment: Segment, _ prediction: [Float], appliance: String
    ) -> [PredictionSeries] {
        precondition(prediction.count == segment.rows, "a prediction a row: \(segment.rows), got \(prediction.count)")
        return segment.runs.flatMap { run in
            run.split { prediction[$0].isNaN }.map { part in
                // A part's elements are rows, its indices need not be.
                let rows = part[part.startIndex]..<part[part.startIndex] + part.count
                return PredictionSeries(
                    appliance: appliance, house: segment.house, start: segment.start + rows.lowerBound * segment.period,
                    periodS: segment.period, aggregateW: Array(segment.aggregate[rows]),
                    truthW: Array(segment.truth[rows]), predictionW: Array(prediction[rows]))
            }
        }
    }
}
