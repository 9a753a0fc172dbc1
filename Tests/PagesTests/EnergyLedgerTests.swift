import Plots
import Runs
import Support
import Testing

@testable import Pages

@Suite("Energy ledger") struct EnergyLedgerTests {
    private func series(_ start: Int, count: Int, period: Int = 3600, truth: Float? = 1000) -> PredictionSeries {
        PredictionSeries(
            appliance: "kettle", house: "1", start: start, periodS: period,
            aggregateW: [Float](repeating: 2000, count: count),
            truthW: truth.map { .init(repeating: $0, count: count) },
            predictionW: [Float](repeating: 500, count: count))
    }

    @Test("an hour at 1000 W is 1 kWh") func oneHour() {
        let total = EnergyLedger(of: [series(0, count: 1)], clock: nil).totals
        #expect(total.count == 1)
        #expect(total[0].truthKWh == 1 && total[0].predictionKWh == 0.5 && total[0].aggregateKWh == 2)
        #expect(total[0].seconds == 3600)
    }

    @Test("data without a clock have totals and no days") func noClock() {
        #expect(EnergyLedger(of: [series(0, count: 48)], clock: nil).days.isEmpty)
    }

    @Test("the day on which clocks go forward has 23 hours, the one on which they go back 25")
    func summerTime() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let march = clock.start(of: CivilDate(year: 2015, month: 3, day: 28))
        let spring = EnergyLedger(of: [series(march, count: 72)], clock: clock).days
        #expect(spring.map(\.seconds) == [24, 23, 24, 1].map { $0 * 3600 })
        #expect(spring.map(\.truthKWh) == [24, 23, 24, 1])
        let october = clock.start(of: CivilDate(year: 2015, month: 10, day: 24))
        let autumn = EnergyLedger(of: [series(october, count: 72)], clock: clock).days
        #expect(autumn.map(\.seconds) == [24, 25, 23].map { $0 * 3600 })
    }

    @Test("series with a gap between them add up to one day") func gap() throws {
        let clock = try #require(LocalClock(zone: "UTC"))
        let ledger = EnergyLedger(of: [series(0, count: 2), series(36_000, count: 3)], clock: clock)
        #expect(ledger.days.map(\.seconds) == [5 * 3600])
        #expect(ledger.totals.map(\.truthKWh) == [5])
    }

    @Test("a part without truth leaves the sum without, not too small") func noTruth() {
        let ledger = EnergyLedger(of: [series(0, count: 2), series(36_000, count: 3, truth: nil)], clock: nil)
        #expect(ledger.totals.map(\.truthKWh) == [nil])
        #expect(ledger.totals.map(\.predictionKWh) == [2.5])
    }

    @Test("a period that does not divide the day loses and doubles no sample", arguments: [7, 1300, 100_000])
    func oddPeriod(period: Int) throws {
        let clock = try #require(LocalClock(zone: "UTC"))
        let ledger = EnergyLedger(of: [series(5, count: 400, period: period)], clock: clock)
        #expect(ledger.days.reduce(0) { $0 + $1.seconds } == 400 * period)
    }

    @Test("what is left of a house's aggregate is without all its appliances, where they share their samples")
    func rests() {
        var fridge = series(0, count: 4)
        fridge.appliance = "fridge"
        let ledger = EnergyLedger(of: [series(0, count: 4), fridge], clock: nil)
        let aggregate = ledger.totals[0].aggregateKWh
        #expect(ledger.rests.map(\.appliance) == [nil])
        #expect(ledger.rests.map(\.truthKWh) == [aggregate - 8])
        #expect(ledger.rests.map(\.predictionKWh) == [aggregate - 4])
        fridge.start = 36_000
        fridge = fridge.slice(0..<3)
        #expect(EnergyLedger(of: [series(0, count: 4), fridge], clock: nil).rests.isEmpty)
        let blind = EnergyLedger(of: [series(0, count: 2, truth: nil)], clock: nil)
        #expect(blind.rests.map(\.truthKWh) == [nil])
    }
}
