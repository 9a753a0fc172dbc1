import Runs
import Testing

@testable import Datasets

/// Ten times the same intervals.
private func repeated(_ intervals: [Int]) -> [Int] { (0..<10).flatMap { _ in intervals } }

@Suite("How often a meter is read") struct SamplingTests {
    private func sampling(_ intervals: [Int]) -> Sampling? {
        var counts = IntervalCounts()
        for interval in intervals { counts.add(interval) }
        return Sampling(counts)
    }

    private func meter(_ name: String, _ intervals: [Int]) -> MeterSampling {
        MeterSampling(house: "house_1", meter: name, source: name, sampling: sampling(intervals))
    }

    private static func even(_ seconds: Int) -> [Int] { Array(repeating: seconds, count: 50) }

    @Test("jitter and gaps leave it even; intervals over more than a factor of three are of events")
    func events() throws {
        let jitter = try #require(sampling(repeated([6, 5, 7, 6, 12]) + [9000]))
        #expect(jitter.interval == 6 && !jitter.isEventDriven && jitter.shortest == 5)
        let events = try #require(sampling(repeated([1, 1, 60, 60, 300])))
        #expect(events.interval == 60 && events.isEventDriven && events.period == 60)
        let rare = try #require(sampling(repeated([30, 400, 900, 1200])))
        #expect(rare.isEventDriven && rare.period == 60)
        #expect(sampling([]) == nil)
        let daily = try #require(sampling(Self.even(86_400)))
        #expect(!daily.isEventDriven && daily.period > 3600)
    }

    @Test(
        "the period of several meters is that of the one read most seldom, rounded up to a divisor of an hour",
        arguments: [
            ([6, 6], 6), ([6, 30], 30), ([7], 8), ([60, 1], 60), ([299], 300), ([1800], 1800), ([3600], 3600),
        ])
    func period(intervals: [Int], period: Int) throws {
        #expect(try intervals.map { meter("meter", Self.even($0)) }.period() == period)
    }

    @Test("meters that are read less than once an hour are refused")
    func seldom() {
        #expect(throws: DatasetError.readTooSeldom(meter("slow", Self.even(7200)), interval: 7200)) {
            try [meter("slow", Self.even(7200))].period()
        }
    }

    @Test("rows finer than half the sampling are refused with the sampling, but not those of events")
    func tooFine() throws {
        let slow = meter("aggregate", Self.even(300))
        #expect(throws: DatasetError.periodTooFine(149, slow, interval: 300)) { try [slow].check(period: 149) }
        try [slow].check(period: 150)
        try [meter("plug", repeated([1, 60, 300]))].check(period: 1)
        let text = DatasetError.periodTooFine(60, slow, interval: 300).description
        #expect(text.contains("read every 300 s") && text.contains("300 or more"))
    }

    @Test("the last reading stands in until the next is due, unless a user gave the limit")
    func fillLimit() throws {
        let slow = try #require(sampling(Self.even(300)))
        #expect(Preparation.csv.fillLimit(of: slow) == 450)
        #expect(Preparation.csv.fillLimit(of: sampling(Self.even(6))) == 180)
        #expect(PreparationOptions(fillLimit: 60).over(.csv).fillLimit(of: slow) == 60)
        let events = try #require(sampling(repeated([1, 60, 600])))
        #expect(Preparation.csv.fillLimit(of: events) == 900)
    }
}

@Suite("Rows of readings at uneven times") struct UnevenRowsTests {
    private func rows(_ readings: [(Int, Double)], period: Int = 60, days: Range<Int> = 0..<100_000) throws -> [Float] {
        var probe = SamplingProbe(days: days)
        for (time, power) in readings { probe.add(time: time, power: power) }
        var resampler = Resampler(period: period, fillLimit: 180, bounds: days, sampling: probe.sampling)
        for (time, power) in readings { resampler.add(time: time, power: power) }
        return try #require(resampler.ownValues()).values
    }

    /// A minute's reading of 0 W each, and 2400 W read every second from 130 s to 190 s in each of ten quarters of an hour.
    private static var bursts: [(Int, Double)] {
        let burst = Array(130..<190)
        let quiet = stride(from: 0, to: 900, by: 60).filter { !burst.contains($0) } + [190]
        var readings: [(Int, Double)] = []
        for start in stride(from: 0, to: 9000, by: 900) {
            for second in (burst + quiet).sorted() {
                readings.append((start + second, burst.contains(second) ? 2400 : 0))
            }
        }
        return readings
    }

    @Test("are means over the time for which each reading holds, so that the energy is that of the steps")
    func energy() throws {
        let rows = try rows(Self.bursts)
        // From 130 s to 180 s, and to 190 s: 50 s and 10 s of 60.
        #expect(rows[2] == 2000 && rows[3] == 400 && rows[4] == 0)
        let kWh = rows.map(Double.init).reduce(0, +) * 60 / 3.6e6
        // Ten minutes of 2400 W.
        #expect(abs(kWh - 0.4) < 1e-9)
    }

    @Test("a few readings between those that are due are weighted, too")
    func between() throws {
        var readings = (0..<40).map { ($0 * 60, 0.0) }
        readings[10].1 = 0
        readings.insert((620, 2400), at: 11)
        readings[12].1 = 0
        // On from 620 s to 660 s: 40 of the cell's 60 s.
        #expect(try rows(readings)[10] == 1600)
    }

    @Test("readings that jitter keep their plain means")
    func even() throws {
        let jitter = [0, 1, 0, -1, 0]
        var readings: [(Int, Double)] = []
        for index in 0..<60 { readings.append((600 + index * 6 + jitter[index % 5], Double(index * 7 % 11))) }
        var plain = Resampler(period: 6, fillLimit: 180, bounds: 0..<100_000)
        for (time, power) in readings { plain.add(time: time, power: power) }
        #expect(try rows(readings, period: 6) == plain.ownValues()?.values)
    }
}
