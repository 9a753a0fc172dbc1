import Support
import Testing

@testable import Scoring

@Suite("Local days and hours")
struct LocalHourTests {
    /// The local day and hour of every sample.
    private func places(_ zone: String, start: Int, periodS: Int, count: Int) throws -> [(day: Int, hour: Int)] {
        let hours = try LocalClock(scoring: zone).hours(start: start, periodS: periodS, count: count)
        #expect(hours.flatMap { Array($0.samples) } == Array(0..<count))
        return hours.flatMap { hour in hour.samples.map { _ in (hour.day, hour.hour) } }
    }

    @Test("leave an hour out where clocks are put forward, and repeat one where they are put back")
    func summerTime() throws {
        // London, 29 March 2015: 00:00, 02:00 and 03:00 on the clock; 25 October: 01:00 twice.
        #expect(try places("Europe/London", start: 1_427_587_200, periodS: 3600, count: 3).map(\.hour) == [0, 2, 3])
        #expect(
            try places("Europe/London", start: 1_445_727_600, periodS: 3600, count: 4).map(\.hour) == [0, 1, 1, 2])
    }

    @Test("change at local midnight, also where the zone is a part of an hour off", arguments: [1, 7, 60, 1000])
    func midnight(periodS: Int) throws {
        // Kathmandu is 5:45 ahead: midnight is at 18:15 UTC.
        let midnight = 16_000 * 86_400 - 5 * 3600 - 45 * 60
        let start = midnight - 3 * periodS
        let places = try places("Asia/Kathmandu", start: start, periodS: periodS, count: 6)
        #expect(places.map(\.day) == [15_999, 15_999, 15_999, 16_000, 16_000, 16_000])
        #expect(places.map(\.hour) == [23, 23, 23, 0, 0, 0])
    }

    @Test("are right before 1970 and for periods longer than a day")
    func edges() throws {
        #expect(try places("UTC", start: -1, periodS: 1, count: 2).map(\.day) == [-1, 0])
        #expect(try places("UTC", start: 0, periodS: 90_000, count: 3).map(\.day) == [0, 1, 2])
        #expect(try places("UTC", start: 0, periodS: 1, count: 0).isEmpty)
    }

    @Test("of a zone that there is not are an error that names it")
    func unknown() {
        let error = #expect(throws: EvaluationError.unknownTimeZone("Mars/Olympus")) {
            try LocalClock(scoring: "Mars/Olympus")
        }
        #expect(error?.description.contains("\"Mars/Olympus\"") == true)
        #expect(error?.description.contains("Europe/London") == true)
    }
}
