import Foundation
import Support
import Testing

@testable import Support

@Suite("Dates without a zone")
struct CivilDateTests {
    @Test("the day number and the date are each other's inverse over 400 years")
    func roundTrip() {
        let wrong = (-100_000...60_000).filter { CivilDate(daysSince1970: $0).daysSince1970 != $0 }
        #expect(wrong.isEmpty)
    }

    @Test(
        "known dates",
        arguments: [
            (0, "1 Jan 1970", 3), (-1, "31 Dec 1969", 2), (11_016, "29 Feb 2000", 1), (15_795, "31 Mar 2013", 6),
            (-25_509, "28 Feb 1900", 2), (-25_508, "1 Mar 1900", 3),
        ])
    func known(day: Int, text: String, weekday: Int) {
        #expect(CivilDate(daysSince1970: day).text.english == text)
        #expect(CivilDate(daysSince1970: day).weekday == weekday)
    }
}
