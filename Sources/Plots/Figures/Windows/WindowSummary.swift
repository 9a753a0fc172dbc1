import Runs
import Support

/// The numbers of a window: for its axes, and for the sentence that describes it. Samples that are not finite, which a
/// diverged model predicts, do not count.
struct WindowSummary {
    let aggregateLowW: Double
    let aggregatePeakW: Double
    /// Least and greatest of truth and prediction, which share an axis.
    let applianceLowW: Double
    let appliancePeakW: Double
    let truthPeakW: Double?
    let predictionPeakW: Double
    let truthKWh: Double?
    let predictionKWh: Double
    /// prediction - truth, watts; nil without truth.
    let residualW: [Float]?
    let residualLowW: Double
    let residualHighW: Double
    /// The sample where prediction and truth differ most.
    let worstSample: Int?

    /// `rows` has one sample at least.
    init(_ rows: PredictionSeries) {
        func extremes(_ values: [Float]) -> (low: Double, high: Double) {
            let finite = values.lazy.filter(\.isFinite)
            return (Double(finite.min() ?? 0), Double(finite.max() ?? 0))
        }
        func kilowattHours(_ values: [Float]) -> Double {
            values.lazy.filter(\.isFinite).reduce(0.0) { $0 + Double($1) } * Double(rows.periodS) / 3.6e6
        }
        (aggregateLowW, aggregatePeakW) = extremes(rows.aggregateW)
        let prediction = extremes(rows.predictionW)
        predictionPeakW = prediction.high
        predictionKWh = kilowattHours(rows.predictionW)
        truthPeakW = rows.truthW.map { extremes($0).high }
        truthKWh = rows.truthW.map(kilowattHours)
        applianceLowW = min(prediction.low, rows.truthW.map { extremes($0).low } ?? prediction.low)
        appliancePeakW = max(prediction.high, truthPeakW ?? prediction.high)
        let residual = rows.truthW.map { truth in zip(rows.predictionW, truth).map { $0 - $1 } }
        residualW = residual
        (residualLowW, residualHighW) = extremes(residual ?? [])
        worstSample = residual.flatMap { residual in
            residual.indices.filter { residual[$0].isFinite }.max { abs(residual[$0]) < abs(residual[$1]) }
        }
    }

    func sentence(_ rows: PredictionSeries, maeW: Double?, _ time: TimeAxis) -> Text {
        let place = Text(same: "\(rows.appliance), \(HouseName.text(rows.house)), \(time.extent): ")
        let (aggregate, prediction) = (FigureWords.watts(aggregatePeakW), FigureWords.watts(predictionPeakW))
        let predicted = NumberText.significant(predictionKWh)
        guard let truthPeakW, let truthKWh, let maeW, let worstSample, let residualW else {
            return place
                + Text(
                    "the aggregate peaks at \(aggregate), the prediction at \(prediction); predicted energy "
                        + "\(predicted) kWh.",
                    es: "el total llega a \(aggregate), la predicción a \(prediction); energía predicha \(predicted) "
                        + "kWh.")
        }
        let (truth, energy) = (FigureWords.watts(truthPeakW), NumberText.significant(truthKWh))
        let worst = FigureWords.watts(Double(residualW[worstSample]))
        let moment = time.moment(after: worstSample * rows.periodS)
        return place
            + Text(
                "MAE \(FigureWords.watts(maeW)); the truth peaks at \(truth), the prediction at \(prediction); energy "
                    + "\(energy) kWh true, \(predicted) kWh predicted; largest error \(worst) \(moment).",
                es:
                    "MAE \(FigureWords.watts(maeW)); el valor real llega a \(truth), la predicción a \(prediction); energía "
                    + "\(energy) kWh real, \(predicted) kWh predicha; mayor error \(worst) \(moment).")
    }
}
