import Datasets
import Runs
import Testing

@testable import Scoring

@Suite("Combinatorial optimisation")
struct CombinatorialOptimisationTests {
    private func states(_ watts: Float...) -> PowerStates {
        PowerStates(fittedTo: [segment(truth: watts)], onThreshold: 10)
    }

    private func predict(_ aggregate: [Float], appliance: Int, baseLoad: Float = 0, _ states: [PowerStates]) -> [Float]
    {
        CombinatorialOptimisation(states: states, appliance: appliance, baseLoad: baseLoad)?
            .prediction(for: series(aggregate: aggregate)) ?? []
    }

    @Test("takes the states whose sum is nearest to the aggregate less the base load, sample by sample")
    func nearest() {
        let appliances = [states(2000), states(100), states(150, 1200)]
        let aggregate: [Float] = [0, 120, 2190, 1330, 3400, 90_000, -50]
        // 0, 100, 2150 (2000 + 150), 1300 (100 + 1200), 3300 (all), 3300, 0
        #expect(predict(aggregate, appliance: 0, appliances) == [0, 0, 2000, 0, 2000, 2000, 0])
        #expect(predict(aggregate, appliance: 1, appliances) == [0, 100, 0, 100, 100, 100, 0])
        #expect(predict(aggregate, appliance: 2, appliances) == [0, 0, 150, 1200, 1200, 1200, 0])
        #expect(
            predict(aggregate.map { $0 + 300 }, appliance: 0, baseLoad: 300, appliances)
                == [0, 0, 2000, 0, 2000, 2000, 0])
    }

    @Test("takes the lower of two sums that are equally near, and of equal sums the first combination")
    func ties() {
        #expect(predict([50], appliance: 0, [states(100), states(1000)]) == [0])
        // 300 is the second appliance alone, or the first and the third: the order of appliances counts from off to on.
        let appliances = [states(100), states(300), states(200)]
        #expect(predict([300], appliance: 1, appliances) == [300])
        #expect(predict([300], appliance: 0, appliances) == [0])
    }

    @Test("agrees with trying every combination", arguments: [0, 1, 2])
    func exhaustive(appliance: Int) {
        let appliances = [states(2400), states(90), states(70, 600, 2000)]
        let aggregate = (0..<200).map { Float($0 * 27) }
        let wanted = aggregate.map { total -> Float in
            var best: (distance: Float, sum: Float, power: Float) = (.infinity, 0, 0)
            for a in appliances[0].watts {
                for b in appliances[1].watts {
                    for c in appliances[2].watts {
                        let sum = a + b + c
                        let distance = abs(sum - total)
                        if (distance, sum) < (best.distance, best.sum) {
                            best = (distance, sum, [a, b, c][appliance])
                        }
                    }
                }
            }
            return best.power
        }
        #expect(predict(aggregate, appliance: appliance, appliances) == wanted)
    }

    @Test("is none where the combinations are too many to keep")
    func tooMany() {
        let four = states(100, 500, 2000)
        #expect(CombinatorialOptimisation(states: Array(repeating: four, count: 10), appliance: 0, baseLoad: 0) != nil)
        #expect(CombinatorialOptimisation(states: Array(repeating: four, count: 11), appliance: 0, baseLoad: 0) == nil)
    }
}
