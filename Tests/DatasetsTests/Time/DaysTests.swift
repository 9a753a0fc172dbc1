import Support
import Testing

@testable import Datasets

@Suite struct DaysTests {
    @Test(
        "a day is from midnight to midnight in London, summer time included",
        arguments: [
            ("2015-02-28", 1_425_081_600, 24), ("2015-07-01", 1_435_705_200, 24), ("2015-03-29", 1_427_587_200, 23),
            ("2014-10-26", 1_414_278_000, 25),
        ])
    func bounds(day: String, start: Int, hours: Int) throws {
        #expect(try LocalClock.london.day(day, option: "--from") == start..<start + hours * 3600)
        #expect(LocalClock.london.date(at: start).iso == day)
        #expect(LocalClock.london.date(at: start + hours * 3600 - 1).iso == day)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "", "2015", "2015-2-28", "2015-02-30", "2015-13-01", "28-02-2015", "2015-02-2x", "2015-02-28T00:00",
            "٢٠١٥-٠٢-٢٨",
        ])
    func refused(text: String) {
        #expect(throws: DatasetError.day(text, option: "--to")) { try LocalClock.london.day(text, option: "--to") }
    }
}
