import Datasets
import Runs
import Support
import Testing

@testable import Scoring

@Suite("The mean of the hour")
struct HourlyMeanTests {
    @Test("is that of the training part at the local hour, and the mean of all where the hour has no reading")
    func means() throws {
        let london = try LocalClock(scoring: "Europe/London")
        // 1 July 2015, 00:00 UTC: 1 o'clock in London. Readings at 1, 2 and again 1 o'clock the next day.
        let july = 1_435_708_800
        let train = [
            segment(truth: [100, .nan, 40], start: july, period: 1800),
            segment(truth: [200], start: july + 86_400, period: 1800),
        ]
        let baseline = try #require(HourlyMean(fittedTo: train, clock: london))
        // In winter the clock is that of UTC.
        let january = 1_420_070_400
        let prediction = baseline.prediction(
            for: series(aggregate: [0, 0, 0, 0, 0, 0, 0, 0], start: january, period: 1800))
        let mean = Float(340.0 / 3)
        #expect(prediction == [mean, mean, 150, 150, 40, 40, mean, mean])
    }

    @Test("is none without a reading")
    func none() throws {
        let utc = try LocalClock(scoring: "UTC")
        #expect(HourlyMean(fittedTo: [], clock: utc) == nil)
        #expect(HourlyMean(fittedTo: [segment(truth: [.nan])], clock: utc) == nil)
    }
}
