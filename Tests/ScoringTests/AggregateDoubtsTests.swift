import Datasets
import Runs
import Support
import Testing

@testable import Scoring

@Suite("Scores that may be false or say nothing")
struct AggregateDoubtsTests {
    private func notices(aggregate: [Float], truth: [Float], prediction: [Float]? = nil) throws -> [Notice] {
        let data = ApplianceData(appliance: "kettle", test: [segment(truth: truth, aggregate: aggregate)])
        return ApplianceEvaluation(
            data: data, predictions: [prediction ?? truth], window: nil, shown: 2,
            scoring: try Scoring(profile: .standard, appliances: [data], fits: learnt([data]), timeZone: nil)
        ).notices
    }

    @Test("an aggregate that is often below 0 W is said, and one that seldom is, or by less than a watt, is not")
    func belowZero() throws {
        let truth: [Float] = [0, 2400, 0, 0]
        let found = try notices(aggregate: [-500, 1900, -400, 100], truth: truth)
            .filter { $0.kind == .aggregateBelowZero }
        #expect(found.map(\.appliance) == ["kettle"])
        #expect(
            found.first?.said.english.hasPrefix(
                "The aggregate is below 0 W in 50 % of the scored rows of kettle, as that of a ")
                == true)
        #expect(try notices(aggregate: [-0.5, 2900, -1, 100], truth: truth).isEmpty)
        // A tenth of the rows is enough, as of a sunny noon in winter.
        for (rows, isSaid) in [(1, false), (2, true)] {
            let aggregate = (0..<20).map { Float($0 < rows ? -300 : 250) }
            #expect((AggregateDoubts.belowZero([aggregate], appliance: nil) != nil) == isSaid)
        }
    }

    @Test("rows without a reading are none")
    func gaps() {
        let message = AggregateDoubts.belowZero([[.nan, .nan, -5], [5]], appliance: nil)
        #expect(message?.text.english.contains("in 50 % of the rows,") == true)
        #expect(AggregateDoubts.belowZero([[.nan]], appliance: nil) == nil)
    }

    @Test("an aggregate below the appliance's own power in half of the rows where it is on is said")
    func belowTruth() throws {
        let found = try notices(aggregate: [200, 2300, 2500, 100], truth: [0, 2400, 2400, 0])
        #expect(found.map(\.kind) == [.aggregateBelowTruth])
        #expect(
            found.first?.said.english.hasPrefix("The aggregate is below the true power of kettle in 50 % of the rows")
                == true)
        // A watt is what two meters of one power differ by; below while it is off is nothing.
        #expect(try notices(aggregate: [-1, 2399, 2400, 100], truth: [0, 2400, 2400, 0]).isEmpty)
    }

    @Test("an appliance that is on in more than 99 % of the rows is said, with the F1 of saying on always")
    func alwaysOn() throws {
        var truth = [Float](repeating: 2400, count: 1000)
        truth[17] = 0
        let aggregate = truth.map { $0 + 100 }
        let found = try notices(aggregate: aggregate, truth: truth)
        #expect(found.map(\.kind) == [.alwaysOn])
        #expect(
            found.first?.said.english
                == "kettle is on in 99.9 % of the scored rows: whoever always says on has an F1 of 0.999, so that its F1, "
                + "precision and recall say nothing.")
        for row in 0..<10 { truth[row] = 0 }
        #expect(try notices(aggregate: aggregate, truth: truth).isEmpty)
        let whole = try notices(aggregate: [2500, 2500], truth: [2400, 2400])
        #expect(
            whole.first { $0.kind == .alwaysOn }?.said.english.contains(
                "in 100 % of the scored rows: whoever always says on has an F1 of 1,") == true)
    }
}
