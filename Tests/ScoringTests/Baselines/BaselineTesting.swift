import Datasets
import Runs
import Scoring

/// A meter and an appliance for the tests of baselines: one house, a sample every `period` seconds from `start`.
func segment(truth: [Float], aggregate: [Float]? = nil, start: Int = 0, period: Int = 10) -> Segment {
    Segment(house: "1", start: start, period: period, aggregate: aggregate ?? truth, truth: truth)
}

/// What is to be predicted: the truth and the model's prediction are of no activation to a baseline, so they say nothing.
func series(aggregate: [Float], start: Int = 0, period: Int = 10) -> PredictionSeries {
    PredictionSeries(
        appliance: "kettle", house: "1", start: start, periodS: period, aggregateW: aggregate, truthW: nil,
        predictionW: [Float](repeating: -1, count: aggregate.count))
}

/// What the baselines of appliances learn from their training parts.
func learnt(
    _ appliances: [ApplianceData], timeZone: String? = nil,
    kind: (String) -> ApplianceKind = Appliances.kind(named:)
) throws -> [BaselineFit] {
    try appliances.map {
        try BaselineFit(
            fittedTo: $0.train, kind: kind($0.appliance), source: .modelsTrainingData, timeZone: timeZone)
    }
}
