import Foundation
import Support
import Testing

@testable import Datasets

@Suite("A clock on the wall") struct ShownTimesTests {
    /// What a clock of London shows, as seconds on a clock that was never set.
    private func clock(_ text: String) throws -> Int {
        try #require(Array((text + "\n").utf8).withUnsafeBufferPointer { ClockTime(.init(rebasing: $0.dropLast())) })
            .clock
    }

    private func moments(_ text: String, in zone: String = "Europe/London") throws -> ShownTimes.Moments {
        var clock = ShownTimes(try #require(LocalClock(zone: zone)))
        return clock.moments(at: try self.clock(text))
    }

    @Test(
        "a time of winter is UTC in London, one of summer an hour earlier",
        arguments: [
            ("2013-01-15 12:00:00", 1_358_251_200), ("2013-07-15 12:00:00", 1_373_886_000),
            ("2013-03-31 00:59:59", 1_364_691_599), ("2013-03-31 02:00:00", 1_364_691_600),
            ("2013-10-27 00:59:59", 1_382_831_999), ("2013-10-27 02:00:00", 1_382_839_200),
        ])
    func once(text: String, unix: Int) throws {
        #expect(try moments(text) == ShownTimes.Moments(first: unix, second: nil))
    }

    @Test(
        "the hour that autumn repeats is there twice, an hour apart", arguments: ["01:00:00", "01:30:00", "01:59:59"])
    func twice(time: String) throws {
        let moments = try moments("2013-10-27 " + time)
        let first = try #require(moments.first)
        #expect(moments.second == first + 3600)
        #expect(first >= 1_382_832_000 && first < 1_382_835_600)
    }

    @Test("the hour that spring leaves out is not there", arguments: ["01:00:00", "01:59:59"])
    func never(time: String) throws {
        #expect(try moments("2013-03-31 " + time) == ShownTimes.Moments(first: nil, second: nil))
    }

    @Test("zones of other hours and halves", arguments: [("Asia/Kolkata", 19800), ("America/New_York", -18000)])
    func other(zone: String, offset: Int) throws {
        #expect(try moments("2015-01-15 12:00:00", in: zone).first == 1_421_323_200 - offset)
    }

    @Test("one clock answers for many times, in and out of the hours where it is set")
    func repeated() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        var clock = ShownTimes(LocalClock(zone: zone))
        // Every five minutes of the two days of 2013 in which the clock is set.
        for start in [1_364_601_600, 1_382_745_600] {
            for unix in stride(from: start, to: start + 2 * 86400, by: 300) {
                let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(unix)))
                let moments = clock.moments(at: unix + offset)
                #expect([moments.first, moments.second].contains(unix))
            }
        }
    }
}
