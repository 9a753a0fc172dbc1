import Foundation
import Testing

@testable import Datasets

@Suite struct NormalisationTests {
    private func segment(_ aggregate: [Float], _ truth: [Float]) -> Segment {
        Segment(house: "house_1", start: 0, period: 6, aggregate: aggregate, truth: truth)
    }

    @Test("it has the aggregate's mean and deviation, and the appliance's mean power while on")
    func fitted() throws {
        let train = [segment([2, 4, .nan, 4], [0, 20, 10, 9]), segment([4, 5, 5, 7, 9], [.nan, 30, 0, 0, 0])]
        #expect(
            try Normalisation.fitted(to: train, onThreshold: 10)
                == Normalisation(aggregateMean: 5, aggregateScale: 2, applianceScale: 20))
    }

    @Test("a small deviation on a large mean keeps its digits")
    func precise() throws {
        let aggregate = (0..<1_000_000).map { Float(8_000_000 + $0 % 2) }
        let fitted = try Normalisation.fitted(
            to: [segment(aggregate, [Float](repeating: 1, count: aggregate.count))], onThreshold: 1)
        #expect(abs(fitted.aggregateScale - 0.5) < 1e-6)
    }

    @Test("training data to which nothing can be fitted are refused")
    func refused() {
        #expect(throws: NormalisationError.neverOn(threshold: 10, maximum: 9)) {
            try Normalisation.fitted(to: [segment([1, 2], [9, 0])], onThreshold: 10)
        }
        #expect(throws: NormalisationError.constantAggregate(watts: 7)) {
            try Normalisation.fitted(to: [segment([7, 7], [10, 0])], onThreshold: 10)
        }
        #expect(throws: NormalisationError.noReadings) { try Normalisation.fitted(to: [], onThreshold: 10) }
        #expect(throws: NormalisationError.noReadings) {
            try Normalisation.fitted(to: [segment([1, 2], [.nan, .nan])], onThreshold: 10)
        }
    }

    @Test("watts come back from the network's unit")
    func inverse() {
        let normalisation = Normalisation(aggregateMean: 300, aggregateScale: 150, applianceScale: 2000)
        #expect(normalisation.normalised(aggregate: 600) == 2)
        #expect(normalisation.watts(normalisation.normalised(appliance: 1234)) == 1234)
        #expect(Normalisation.kilowatt.normalised(aggregate: 2500) == 2.5)
        #expect(Normalisation.none.normalised(aggregate: 2500) == 2500)
    }

    @Test("it survives JSON, and factors that divide by zero don't get in")
    func codable() throws {
        let normalisation = Normalisation(aggregateMean: 395.25, aggregateScale: 480.5, applianceScale: 2355)
        let data = try JSONEncoder().encode(normalisation)
        #expect(try JSONDecoder().decode(Normalisation.self, from: data) == normalisation)
        let bad = Data(#"{"aggregateMean": 0, "aggregateScale": 0, "applianceScale": 1}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Normalisation.self, from: bad) }
    }
}
