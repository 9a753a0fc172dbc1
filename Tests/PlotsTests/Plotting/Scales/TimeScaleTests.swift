import Support
import Testing

@testable import Plots

@Suite("Time axes in the data's zone")
struct TimeScaleTests {
    /// 31 March 2013 00:00 in London, an hour before clocks went from 01:00 to 02:00.
    private static let springMidnight = 1_364_688_000
    /// 27 October 2013 00:00 in London (still summer time), two hours before clocks went from 02:00 back to 01:00.
    private static let autumnMidnight = 1_382_828_400

    private func labels(from start: Int, hours: Int, count: Int, zone: String = "Europe/London") throws -> [String] {
        let clock = try #require(LocalClock(zone: zone))
        let scale = TimeScale(Double(start)...Double(start + 3600 * hours), clock: clock)
        return scale.ticks(about: count).map(\.label)
    }

    @Test("the hour that summer time takes away has no tick")
    func spring() throws {
        #expect(
            try labels(from: Self.springMidnight, hours: 5, count: 6)
                == ["00:00", "02:00", "03:00", "04:00", "05:00", "06:00"])
    }

    @Test("the hour that winter time gives back has two")
    func autumn() throws {
        #expect(
            try labels(from: Self.autumnMidnight, hours: 5, count: 6)
                == ["00:00", "01:00", "01:00", "02:00", "03:00", "04:00"])
    }

    @Test("six-hour ticks stay at local 00, 06, 12 and 18 over the change")
    func localHours() throws {
        let labels = try labels(from: Self.springMidnight - 86_400, hours: 72, count: 12)
        #expect(labels.first == "00:00")
        #expect(Set(labels) == ["00:00", "06:00", "12:00", "18:00"])
    }

    @Test("days begin at local midnight on both sides of the change")
    func midnights() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let start = Self.springMidnight - 2 * 86_400
        let ticks = TimeScale(Double(start)...Double(start + 5 * 86_400), clock: clock).ticks(about: 6)
        #expect(ticks.map(\.label) == ["29 Mar", "30 Mar", "31 Mar", "1 Apr", "2 Apr", "3 Apr"])
        #expect(ticks.map { clock.secondsOfDay(at: Int($0.value)) } == Array(repeating: 0, count: 6))
        #expect(ticks[3].value - ticks[2].value == 23 * 3600)
        #expect(ticks.map(\.detail) == ["2013", nil, nil, nil, nil, nil])
    }

    @Test("lengths are elapsed time: the short day is shorter")
    func elapsed() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let start = Double(Self.springMidnight)
        let scale = TimeScale(start...start + 47 * 3600, clock: clock)
        #expect(abs(scale.fraction(of: start + 23 * 3600) - 23.0 / 47) < 1e-12)
    }

    @Test("a date stands under the first hour and under each midnight")
    func dates() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let start = Double(Self.springMidnight - 3 * 3600)
        let ticks = TimeScale(start...start + 6 * 3600, clock: clock).ticks(about: 6)
        #expect(ticks.map(\.detail) == ["30 Mar 2013", nil, nil, "31 Mar", nil, nil, nil])
    }

    @Test(
        "every span has ticks inside of it, in order and no more than asked for",
        arguments: [1, 7, 60, 511, 3600, 30_000, 86_400, 300_000, 3_000_000, 40_000_000, 400_000_000])
    func spans(seconds: Int) throws {
        for zone in ["Europe/London", "Asia/Kolkata", "America/Sao_Paulo", "UTC"] {
            let clock = try #require(LocalClock(zone: zone))
            let start = Double(Self.springMidnight + 12_345)
            let scale = TimeScale(start...start + Double(seconds), clock: clock)
            for count in [2, 5, 12] {
                let ticks = scale.ticks(about: count)
                #expect(ticks.count <= count + 2)
                #expect(ticks.allSatisfy { scale.domain.contains($0.value) })
                #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
            }
        }
    }

    @Test("a day whose midnight does not exist starts at the change")
    func missingMidnight() throws {
        // Clocks in Sao Paulo went from 00:00 to 01:00 on 4 November 2018.
        let clock = try #require(LocalClock(zone: "America/Sao_Paulo"))
        let start = clock.start(of: CivilDate(year: 2018, month: 11, day: 4))
        #expect(clock.timeText(at: start) == "01:00")
        #expect(clock.date(at: start - 1) == CivilDate(year: 2018, month: 11, day: 3))
    }

    @Test("the title names the zone and both distances from UTC")
    func title() throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let start = Double(Self.springMidnight)
        #expect(TimeScale(start...start + 60, clock: clock).title.english == "Europe/London time (UTC+0)")
        #expect(
            TimeScale(start...start + 86_400, clock: clock).title.english == "Europe/London time (UTC+0, later UTC+1)")
    }

    @Test("an unknown zone is an error that says what to do", arguments: ["Mars/Olympus", "", "London"])
    func unknownZone(name: String) {
        #expect(LocalClock(zone: name) == nil)
        #expect("\(PlottingError.unknownTimeZone(name))".contains("IANA"))
    }
}
