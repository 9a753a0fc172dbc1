import Datasets
import Runs
import Support

/// The training part's mean power at the local hour of the day.
struct HourlyMean: BaselinePredictor {
    private let clock: LocalClock
    /// Watts, one an hour.
    let means: [Float]

    /// `means`: 24, watts.
    init(means: [Float], clock: LocalClock) {
        precondition(means.count == 24, "a day has 24 hours, got \(means.count) means")
        self.means = means
        self.clock = clock
    }

    /// Over the rows of `train` that have a reading; an hour without one has the mean of all. nil without a reading.
    init?(fittedTo train: [Segment], clock: LocalClock) {
        var sums = [Double](repeating: 0, count: 24)
        var counts = [Int](repeating: 0, count: 24)
        for segment in train {
            for piece in clock.hours(start: segment.start, periodS: segment.period, count: segment.rows) {
                for row in piece.samples where !segment.truth[row].isNaN {
                    sums[piece.hour] += Double(segment.truth[row])
                    counts[piece.hour] += 1
                }
            }
        }
        let count = counts.reduce(0, +)
        guard count > 0 else { return nil }
        let mean = sums.reduce(0, +) / Double(count)
        self.clock = clock
        means = zip(sums, counts).map { Float($1 > 0 ? $0 / Double($1) : mean) }
    }

    func prediction(for series: PredictionSeries) -> [Float] {
        var prediction: [Float] = []
        prediction.reserveCapacity(series.aggregateW.count)
        for piece in clock.hours(start: series.start, periodS: series.periodS, count: series.aggregateW.count) {
            prediction += repeatElement(means[piece.hour], count: piece.samples.count)
        }
        return prediction
    }
}
