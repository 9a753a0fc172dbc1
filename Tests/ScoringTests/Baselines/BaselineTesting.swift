import Datasets
import Runs
import Scoring

/// A meter and an appliance for the tests of baselines: one house, a sample every `period` seconds from `start`.
func stretch(truth: [Float], aggregate: [Float]? = nil, start: Int = 0, period: Int = 10) -> Stretch {
    Stretch(house: "1", start: start, period: period, aggregate: aggregate ?? truth, truth: truth)
}

/// What is to be predicted: the truth and the model's prediction are of no use to a baseline, so they say nothing.
func series(aggregate: [Float], start: Int = 0, period: Int = 10) -> PredictionSeries {
    PredictionSeries(
        appliance: "kettle", house: "1", start: start, periodS: period, aggregateW: aggregate, truthW: nil,
        predictionW: [Float](repeating: -1, count: aggregate.count))
}

/// What the baselines of appliances learn from their training parts.
func learnt(
    _ appliances: [ApplianceData], timeZone: String? = nil,
    kind: (String) -> ApplianceKind = Appliances.kind(named:)
) throws -> [LearntBaselines] {
    try appliances.map {
        try LearntBaselines(
            fittedTo: $0.train, kind: kind($0.appliance), source: .modelsTrainingData, timeZone: timeZone)
    }
}
