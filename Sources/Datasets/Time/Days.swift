import Foundation

/// Days of the calendar in one time zone.
package struct Days: Sendable {
    private let calendar: Calendar

    /// The IANA name of the zone.
    package var zone: String { calendar.timeZone.identifier }
    package var timeZone: TimeZone { calendar.timeZone }

    package init(in zone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// Of the British data sets.
    static let london: Days = {
        guard let zone = TimeZone(identifier: "Europe/London") else {
            preconditionFailure("this system's Foundation does not know the time zone Europe/London")
        }
        return Days(in: zone)
    }()

    /// Unix seconds of the midnights at which a day `YYYY-MM-DD` begins and ends; `option` named it.
    func bounds(of text: String, option: String) throws(DatasetError) -> Range<Int> {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigit = { (character: Character) in character.isASCII && character.isNumber }
        guard fields.map(\.count) == [4, 2, 2], fields.allSatisfy({ $0.allSatisfy(isDigit) }),
            let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2])
        else { throw .day(text, option: option) }
        let components = DateComponents(year: year, month: month, day: day)
        // The calendar takes 30 February for 2 March: ask it back.
        guard let start = calendar.date(from: components),
            calendar.dateComponents([.year, .month, .day], from: start) == components,
            let end = calendar.date(byAdding: .day, value: 1, to: start)
        else { throw .day(text, option: option) }
        return Int(start.timeIntervalSince1970)..<Int(end.timeIntervalSince1970)
    }

    /// The day `YYYY-MM-DD` on which a time in Unix seconds falls.
    func name(of time: Int) -> String {
        let date = Date(timeIntervalSince1970: Double(time))
        let fields = calendar.dateComponents([.year, .month, .day], from: date)
        let padded = { (value: Int?, width: Int) in
            let digits = String(value ?? 0)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return [padded(fields.year, 4), padded(fields.month, 2), padded(fields.day, 2)].joined(separator: "-")
    }
}

extension TimeZone {
    /// The zone that a user names; nil for none.
    static func named(_ name: String?) throws(DatasetError) -> TimeZone? {
        guard let name else { return nil }
        guard let zone = TimeZone(identifier: name) else { throw .unknownTimeZone(name) }
        return zone
    }
}
