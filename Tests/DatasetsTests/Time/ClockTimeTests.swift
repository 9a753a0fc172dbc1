import Foundation
import Testing

@testable import Datasets

@Suite("Dates with a time of day") struct ClockTimeTests {
    private func parsed(_ text: String, order: DateOrder = .yearMonthDay) -> ClockTime? {
        Array((text + "\n").utf8).withUnsafeBufferPointer { ClockTime(.init(rebasing: $0.dropLast()), order: order) }
    }

    @Test(
        "are read in every form",
        arguments: [
            ("2015-02-28T12:30:05Z", 1_425_126_605, 0, 0), ("2015-02-28 12:30:05", 1_425_126_605, 0, nil),
            ("2015-02-28T12:30", 1_425_126_600, 0, nil), ("2015-02-28T12:30Z", 1_425_126_600, 0, 0),
            ("2015-02-28 12:30:05.25", 1_425_126_605, 250_000, nil),
            ("2015-02-28 12:30:05,123456789+01:00", 1_425_126_605, 123_456, 3600),
            ("2015-02-28 12:30:05-0530", 1_425_126_605, 0, -19800), ("2015-02-28 12:30:05+01", 1_425_126_605, 0, 3600),
            ("1970-01-01 00:00:00", 0, 0, nil), ("2000-02-29 00:00:00", 951_782_400, 0, nil),
            ("2099-12-31 23:59:59", 4_102_444_799, 0, nil),
        ] as [(String, Int, Int, Int?)])
    func forms(text: String, clock: Int, microseconds: Int, offset: Int?) {
        let time = parsed(text)
        #expect(time?.clock == clock)
        #expect(time?.microseconds == microseconds)
        #expect(time?.offset == offset)
    }

    @Test(
        "are read in each order of a date, with or without seconds, zeros and a half of the day",
        arguments: [
            ("28/02/2015 12:30", DateOrder.dayMonthYear, 1_425_126_600),
            ("2/28/2015 12:30", .monthDayYear, 1_425_126_600),
            ("28.2.2015 12:30:05", .dayMonthYear, 1_425_126_605), ("2015/2/28 9:05", .yearMonthDay, 1_425_114_300),
            ("02/28/2015 12:30 AM", .monthDayYear, 1_425_083_400),
            ("02/28/2015 1:30:00 pm", .monthDayYear, 1_425_130_200),
            ("2015-02-28 12:30:05 UTC", .yearMonthDay, 1_425_126_605),
            ("28/02/15 12:30", .dayMonthYear, 1_425_126_600), ("2015-02-27 24:00", .yearMonthDay, 1_425_081_600),
        ])
    func orders(text: String, order: DateOrder, clock: Int) { #expect(parsed(text, order: order)?.clock == clock) }

    @Test("are refused in another order than theirs")
    func otherOrders() {
        #expect(parsed("28/02/2015 12:30", order: .monthDayYear) == nil)
        #expect(parsed("02/28/2015 12:30", order: .dayMonthYear) == nil)
        #expect(parsed("02-03-2015 12:30") == nil)
        #expect(parsed("02/28/2015 13:30 PM", order: .monthDayYear) == nil)
    }

    @Test("every day from 1970 to 2099 has the number that the calendar gives it")
    func everyDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: 0, to: 47_482, by: 7) {
            let fields = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86400))
            let text = String(format: "%04d-%02d-%02d 00:00", fields.year!, fields.month!, fields.day!)
            #expect(parsed(text)?.clock == day * 86400, "\(text)")
        }
    }

    @Test(
        "are refused when they are none",
        arguments: [
            "", "2015", "2015-02-28", "2015-02-29 00:00", "2015-13-01 00:00", "2015-00-10 00:00", "2015-01-32 00:00",
            "2015-01-00 00:00", "2015-02-28 24:01", "2015-02-28 25:00", "2015-02-28 12:60", "2015-02-28 12:30:60",
            "2015-02-28 12:30:05.",
            "2015-02-28 12:30:05z", "2015-02-28 12:30:05Zx", "2015-02-28 12:30:05+19:00",
            "2015-02-28 12:30:05+", "2015-02-28 12:30:05+1", "2015-02-28 12:30:05+01:", "2015-02-28 12:30:05+01:60",
            "28/02/2015 12:30:05", "1969-12-31 23:59", "2100-01-01 00:00", "2015-02-28_12:30",
            "2015-02-28 12:30:0", "٢015-02-28 12:30:05",
        ])
    func refused(text: String) {
        #expect(parsed(text) == nil)
    }
}
