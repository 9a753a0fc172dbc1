import Foundation
import Support
import Testing

@testable import Datasets

@Suite("The clock on a house's wall")
struct WallClockTests {
    private let london = LocalClock.london.zone

    @Test(
        "shows the place in the week that begins on Monday, in winter and in summer",
        arguments: [
            // Monday 23 February 2015, 00:00:00 in London, and a second before it.
            (1_424_649_600, 0), (1_424_649_599, 604_799),
            // Wednesday 1 July 2015, 12:00 in London: 11:00 UTC.
            (1_435_748_400, 2 * 86_400 + 43_200),
            // Thursday 1 January 1970, 01:00: the United Kingdom kept summer time all year.
            (0, 3 * 86_400 + 3600), (-4 * 86_400, 6 * 86_400 + 3600),
        ])
    func second(start: Int, second: Int) {
        #expect(WallClock(start: start, period: 6, zone: london).second == second)
    }

    @Test("is that of a window's first row, and none without a zone")
    func windows() {
        func windows(_ zone: TimeZone?) -> Windows {
            let rows = [Float](repeating: 1, count: 10)
            let segment = Segment(
                house: "house_1", start: 1_424_649_600, period: 60, zone: zone, aggregate: rows, truth: rows)
            return Windows(of: [segment], length: 4, stride: 3)
        }
        #expect(windows(london).wallClock(of: 2) == WallClock(second: 6 * 60, period: 60))
        #expect(windows(nil).wallClock(of: 2) == nil)
    }

    @Test("stays at its place in the week where dates are taken away")
    func shared() throws {
        let clock = try #require(SharedClock(first: 1_435_748_400, timeZone: "Europe/London"))
        let segment = Segment(
            house: "house_1", start: 1_435_748_400, period: 6, zone: london, aggregate: [1], truth: [1])
        var data = ApplianceData(appliance: "kettle", test: [segment])
        clock.move(&data)
        #expect(data.test[0].wallClock(at: 0) == segment.wallClock(at: 0))
        #expect(data.test[0].start != segment.start)
    }
}
