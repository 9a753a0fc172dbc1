import Datasets
import Runs
import Testing

@testable import Scoring

@Suite("The base load")
struct BaseLoadTests {
    /// A house that draws 300 W, give or take 20, beside a kettle and a fridge, and 5 W in a power cut's first row.
    private static func house(_ days: Int = 1) -> (kettle: Segment, fridge: Segment) {
        let rows = 600 * days
        let kettle: [Float] = (0..<rows).map { $0 % 200 < 20 ? 2000 : 0 }
        let fridge: [Float] = (0..<rows).map { $0 % 50 < 20 ? 100 : 0 }
        var aggregate = [Float](repeating: 280, count: rows)
        for row in 0..<rows { aggregate[row] += Float(row % 5) * 10 + kettle[row] + fridge[row] }
        aggregate[30] = 5
        return (segment(truth: kettle, aggregate: aggregate), segment(truth: fridge, aggregate: aggregate))
    }

    @Test("is the median of what the aggregate has beside the appliances")
    func median() {
        let (kettle, fridge) = Self.house()
        #expect(BaseLoad.watts(of: [kettle], beside: [[fridge]]) == 300)
        #expect(BaseLoad.watts(of: [fridge], beside: [[kettle]]) == 300)
        // Another house's appliance has no part in it, and where the others have no reading, one's own must do.
        var elsewhere = fridge
        elsewhere.house = "2"
        #expect(
            BaseLoad.watts(of: [kettle], beside: [[elsewhere]]) == BaseLoad.watts(of: [kettle], beside: [[Segment]]()))
        var silent = fridge
        silent.truth = [Float](repeating: .nan, count: fridge.rows)
        #expect(BaseLoad.watts(of: [kettle], beside: [[silent]]) == BaseLoad.watts(of: [kettle], beside: [[Segment]]()))
        #expect(BaseLoad.watts(of: [], beside: [[fridge]]) == 0)
    }

    @Test("is of the same times where the parts begin at others")
    func times() {
        let (kettle, fridge) = Self.house()
        let later = Segment(
            house: "1", start: 200, period: 10, aggregate: Array(fridge.aggregate[20...]),
            truth: Array(fridge.truth[20...]))
        #expect(BaseLoad.watts(of: [kettle], beside: [[later]]) == 300)
        #expect(BaseLoad.watts(of: [later], beside: [[kettle]]) == 300)
    }

    @Test("lets combinatorial optimisation tell the appliances of a house that never draws nothing")
    func fair() throws {
        let (kettle, fridge) = Self.house()
        let appliances = [("kettle", kettle), ("fridge", fridge)].map {
            ApplianceData(appliance: $0.0, train: [$0.1], test: [$0.1])
        }
        let learnt = try [(0, 1), (1, 0)].map { own, other in
            try BaselineFit(
                fittedTo: appliances[own].train, beside: [appliances[other].train],
                kind: Appliances.kind(named: appliances[own].appliance), source: .modelsTrainingData, timeZone: nil)
        }
        let scoring = try Scoring(profile: .standard, appliances: appliances, fits: learnt, timeZone: nil)
        for data in appliances {
            let result = ApplianceEvaluation(
                data: data, predictions: [data.test[0].truth], window: nil, shown: 10, scoring: scoring
            ).result
            // With the least aggregate, 5 W, the fridge would be taken to be always on. The power cut's row is missed.
            #expect((result.baselines[.combinatorial]?[.f1] ?? 0) > 0.99, "\(data.appliance)")
        }
    }
}
