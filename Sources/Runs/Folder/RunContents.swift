import Files

/// What figures and page are drawn from: a run folder's content, or the same made from another program's predictions.
package struct RunContents: Sendable {
    package var results: Results
    /// The test part's rows, in the order of data/predictions.csv, with powers as they are scored: what is drawn and added
    /// up is what the metrics are of.
    package var series: [PredictionSeries]
    /// The tensors of data/attention.safetensors by name; see ``AttentionMap``.
    package var attention: [String: Safetensors.Tensor]

    /// `series` are the rows of data/predictions.csv.
    package init(
        results: Results, series: [PredictionSeries], attention: [String: Safetensors.Tensor]
    ) {
        self.results = results
        self.series = series.map { part in
            let states = results.appliances.first { $0.name == part.appliance }?.states
            return part.scored(truth: states?.truthPowers, prediction: states?.predictionPowers)
        }
        self.attention = attention
    }

    /// The rows of a shown window; nil if predictions.csv does not have all of them.
    package func rows(of window: ShownWindow) -> PredictionSeries? { series.rows(of: window) }
}

extension [PredictionSeries] {
    /// The rows of a shown window; nil if no series has all of them.
    package func rows(of window: ShownWindow) -> PredictionSeries? {
        for part in self where part.appliance == window.appliance && part.house == window.house {
            let first = (window.start - part.start) / part.periodS
            if window.start >= part.start, first + window.steps <= part.predictionW.count {
                return part.slice(first..<first + window.steps)
            }
        }
        return nil
    }
}

/// Consecutive samples of one appliance in one house, without gaps: rows of data/predictions.csv.
package struct PredictionSeries: Equatable, Sendable {
    package var appliance: String
    package var house: String
    /// Unix seconds of the first sample.
    package var start: Int
    /// Seconds between samples.
    package var periodS: Int
    /// Watts, all of one length. `truthW` is nil for a meter without ground truth.
    package var aggregateW: [Float]
    package var truthW: [Float]?
    package var predictionW: [Float]

    package init(
        appliance: String, house: String, start: Int, periodS: Int, aggregateW: [Float], truthW: [Float]?,
        predictionW: [Float]
    ) {
        precondition(
            aggregateW.count == predictionW.count && (truthW.map { $0.count == predictionW.count } ?? true),
            "aggregate, truth and prediction need one length")
        self.appliance = appliance
        self.house = house
        self.start = start
        self.periodS = periodS
        self.aggregateW = aggregateW
        self.truthW = truthW
        self.predictionW = predictionW
    }

    /// The samples at `range`, as a series of their own.
    package func slice(_ range: Range<Int>) -> PredictionSeries {
        PredictionSeries(
            appliance: appliance, house: house, start: start + range.lowerBound * periodS, periodS: periodS,
            aggregateW: Array(aggregateW[range]), truthW: truthW.map { Array($0[range]) },
            predictionW: Array(predictionW[range]))
    }
}
