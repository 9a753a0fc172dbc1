import Foundation
import Runs
import Support
import Testing

@testable import Datasets

@Suite("An audit of readings") struct ReadingAuditTests {
    private static let kettle = Appliances.kind(named: "kettle")

    /// Readings as time and watts; gaps are longer than 60 s, glitches beyond 4 kW.
    private func audit(
        _ readings: [(Int, Double)], of kind: ApplianceKind? = kettle, zone: String? = nil, days: Range<Int>? = nil,
        period: Int = 10
    ) -> ReadingAudit {
        let grid = Grid(
            period: period, days: days ?? 0..<ReadingLine.latestSecond, preparation: Preparation(fillLimitS: 60))
        var audit = ReadingAudit(of: kind, on: grid, zone: zone.flatMap { TimeZone(identifier: $0) })
        for (time, power) in readings { audit.add(time: time, power: power) }
        audit.finish()
        return audit
    }

    @Test("a reading holds until the next one, but not over a gap")
    func holds() {
        let audit = audit([(0, 100), (10, 300), (40, 50), (101, 7), (111, 9)])
        #expect(audit.readings == 5)
        #expect(audit.span == 0...111)
        // 100 W for 10 s, 300 W for 30 s, 7 W for 10 s; of the 61 s behind 50 W nothing is known.
        #expect(audit.coveredSeconds == 50)
        #expect(audit.wattSeconds == 10_070)
        #expect(audit.gaps.count == 1 && audit.gaps.seconds == 61)
        #expect(Array(audit.gaps.longest) == [LongestGaps.Gap(start: 40, seconds: 61)])
        #expect(audit.minimum == 7 && audit.maximum == 300)
    }

    @Test("an interval as long as the limit is no gap")
    func limit() {
        let audit = audit([(0, 1), (60, 1), (121, 1)])
        #expect(audit.gaps.count == 1)
        #expect(audit.coveredSeconds == 60)
    }

    @Test("nothing, and a single reading, have no time")
    func few() {
        let none = audit([])
        #expect(none.span == nil && none.coveredSeconds == 0 && none.intervals.median == nil)
        let one = audit([(5, 3)])
        #expect(one.span == 5...5 && one.coveredSeconds == 0 && one.maximum == 3 && one.rows.rows == 1)
    }

    @Test("glitches are counted with the furthest from zero, and are no readings")
    func glitches() {
        let audit = audit([(0, 10), (10, 4000.5), (20, -9000), (30, 4000), (40, 0)])
        #expect(audit.glitches == 2 && audit.largestGlitch == -9000)
        #expect(audit.readings == 3 && audit.maximum == 4000)
        #expect(audit.wattSeconds == 10 * 30 + 4000 * 10)
        // The whole house may draw more than an appliance.
        #expect(self.audit([(0, 5000)], of: nil).glitches == 0)
    }

    @Test("readings outside of the days are left out")
    func days() {
        let audit = audit([(0, 1), (100, 2), (110, 3), (200, 4)], days: 100..<200)
        #expect(audit.readings == 2 && audit.span == 100...110 && audit.maximum == 3)
    }

    @Test(
        "intervals have a median, and those far from it are odd",
        arguments: [
            ([6, 6, 6, 6], 6, 0), ([6, 6, 6, 12], 6, 0.25), ([6, 6, 7, 9, 3], 6, 0), ([6, 6, 2, 10, 6], 6, 0.4),
            ([1, 1, 5000], 1, 1.0 / 3), ([0, 0, 1], 0, 1.0 / 3),
        ] as [([Int], Int, Double)])
    func intervals(seconds: [Int], median: Int, odd: Double) throws {
        var counts = IntervalCounts()
        for interval in seconds { counts.add(interval) }
        #expect(counts.median == median)
        #expect(abs(try #require(counts.oddShare) - odd) < 1e-12)
    }

    @Test("intervals beyond an hour have no median")
    func rare() {
        var counts = IntervalCounts()
        for _ in 0..<3 { counts.add(86400) }
        #expect(counts.median == nil && counts.oddShare == nil && counts.total == 3)
    }

    @Test("all gaps are counted, and the longest kept, the earliest of equal ones first")
    func longest() {
        var gaps = LongestGaps()
        let count = 10 * LongestGaps.capacity
        for index in 0..<count { gaps.add(start: index, seconds: 100 + index % 7) }
        gaps.add(start: count, seconds: 5000)
        #expect(gaps.count == count + 1)
        let longest = Array(gaps.longest)
        #expect(longest.count == LongestGaps.capacity)
        #expect(longest[0] == LongestGaps.Gap(start: count, seconds: 5000))
        #expect(longest[1] == LongestGaps.Gap(start: 6, seconds: 106))
        #expect(longest.dropFirst().allSatisfy { $0.seconds == 106 })
        #expect(longest.dropFirst().map(\.start) == longest.dropFirst().map(\.start).sorted())
    }

    @Test("hours are those of the zone, in summer and in winter")
    func hours() throws {
        // 2015-03-29 00:30 UTC, in the night in which London's clocks go from 1 to 2.
        let start = 1_427_589_000
        let hours = try #require(
            audit((0...180).map { (start + 60 * $0, Double($0 / 30)) }, zone: "Europe/London").hours?.watts)
        // 00:30 to 01:00 is hour 0; an hour later clocks show 2.
        #expect(hours[0] == 0)
        #expect(hours[1] == nil)
        #expect(hours[2] == 1.5)
        #expect(hours[3] == 3.5)
        #expect(hours.count == 24)
        #expect(audit([(0, 1), (10, 1)]).hours == nil)
    }

    @Test("a zone of half hours has its own hours")
    func halfHours() throws {
        // Midnight UTC is 05:30 in Kolkata.
        let hours = try #require(audit([(0, 4), (60, 4), (1800, 8), (1860, 8)], zone: "Asia/Kolkata").hours?.watts)
        #expect(hours[5] == 4 && hours[6] == 8)
        #expect(hours.count { $0 != nil } == 2)
    }
}
