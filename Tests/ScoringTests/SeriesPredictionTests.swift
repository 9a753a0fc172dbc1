import Datasets
import Networks
import Testing

@testable import Scoring

@Suite("The prediction of a series from overlapping windows")
struct SeriesPredictionTests {
    private let identity = FakeNetwork { _, input in input }

    @Test("covers every row of a gap-free segment", arguments: [4, 5, 6, 7, 8, 9, 40, 41], [1, 2, 3, 4])
    func coversAll(rows: Int, window: Int) {
        let aggregate = (0..<rows).map { Float(100 + $0) }
        let prediction = SeriesPrediction.predict([Segment(aggregate)], window: window, with: identity.predictor())
        // Each row's prediction is its own aggregate whatever the weights.
        #expect(prediction.count == 1 && prediction[0].count == rows)
        for (got, wanted) in zip(prediction[0], aggregate) { #expect(abs(got - wanted) < 1e-4) }
    }

    @Test("weights each window by the distance to its nearer end")
    func weights() {
        // Windows of 4 start at rows 0, 2 and, so that the last row is held, 3. A network that says its step's number:
        // row 2 is step 2 of the first (weight 2) and step 0 of the second (weight 1), and so on.
        let steps = FakeNetwork { step, _ in Float(step) }
        let prediction = SeriesPrediction.predict([Segment([1, 1, 1, 1, 1, 1, 1])], window: 4, with: steps.predictor())
        let wanted: [Float] = [
            0, 1, (2 * 2 + 1 * 0) / 3,
            // Windows 0, 2 and 3: steps 3, 1 and 0.
            (1 * 3 + 2 * 1 + 1 * 0) / 4,
            // Windows 2 and 3.
            (2 * 2 + 2 * 1) / 4, (1 * 3 + 2 * 2) / 3, 3,
        ]
        #expect(prediction == [wanted])
    }

    @Test("is NaN where no window fits between gaps, and nowhere else")
    func gaps() {
        let gap = Float.nan
        let segment = Segment([1, 2, gap, 4, 5, 6, gap, gap, 9, 10, 11, 12, 13])
        let prediction = SeriesPrediction.predict([segment], window: 3, with: identity.predictor())[0]
        #expect(prediction.map(\.isNaN) == segment.aggregate.enumerated().map { $1.isNaN || $0 < 2 })
        for (row, watts) in prediction.enumerated() where !watts.isNaN { #expect(abs(watts - Float(row + 1)) < 1e-5) }
    }

    @Test("leaves out rows whose truth is missing")
    func missingTruth() {
        var segment = Segment([1, 2, 3, 4, 5])
        segment.truth[1] = .nan
        let prediction = SeriesPrediction.predict([segment], window: 2, with: identity.predictor())[0]
        #expect(prediction.map(\.isNaN) == [true, true, false, false, false])
    }

    @Test("keeps segments apart, and one that is too short is NaN throughout")
    func segments() {
        let prediction = SeriesPrediction.predict(
            [Segment([1, 2, 3]), Segment([7]), Segment([]), Segment([4, 5])], window: 2, with: identity.predictor())
        #expect(prediction.map(\.count) == [3, 1, 0, 2])
        #expect(prediction[1][0].isNaN)
        for (got, wanted) in zip(prediction[0] + prediction[3], [1, 2, 3, 4, 5]) {
            #expect(abs(got - Float(wanted)) < 1e-5)
        }
    }

    @Test("is never negative, in watts, and the same on any number of threads")
    func watts() {
        let normalisation = Normalisation(aggregateMean: 50, aggregateScale: 10, applianceScale: 2000)
        let aggregate = (0..<200).map { Float($0 % 100) }
        func predict(threads: Int) -> [Float] {
            SeriesPrediction.predict(
                [Segment(aggregate)], window: 8, with: identity.predictor(normalisation, threads: threads))[0]
        }
        let prediction = predict(threads: 1)
        for (got, watts) in zip(prediction, aggregate) {
            #expect(abs(got - max(0, (watts - 50) / 10 * 2000)) < 0.01)
        }
        #expect(predict(threads: 3) == prediction)
    }

    @Test("of a network that says what is no number is NaN, not 0 W")
    func notANumber() {
        let broken = FakeNetwork { _, _ in .nan }
        let prediction = SeriesPrediction.predict([Segment([1, 2, 3])], window: 2, with: broken.predictor())[0]
        #expect(prediction.allSatisfy { $0.isNaN })
    }
}
