import Foundation

/// Where a CSV file's times stand, how they are written, and on whose calendar its days are.
struct CSVTimes {
    let column: Int
    let form: TimeForm
    let zone: TimeZone

    /// `zone`: an IANA name; nil for days of UTC and times that name their zone.
    init(_ head: TableHead, column: Int, zone name: String?) throws(DatasetError) {
        let named = try name.map { name throws(DatasetError) in
            guard let zone = TimeZone(identifier: name) else { throw .unknownTimeZone(name) }
            return zone
        }
        guard let zone = named ?? TimeZone(identifier: "UTC") else {
            preconditionFailure("this system's Foundation does not know UTC")
        }
        let first = column < head.row.count ? head.row[column] : ""
        guard let form = TimeForm(of: first, zone: named) else {
            throw .line(
                file: head.path, line: head.rowLine,
                expected: "a time in column \(head.names[column]), as a number since 1970 or such as "
                    + "2015-02-28T12:30:05Z", got: ReadingLine.quoted(first),
                advice: "name the column of times with --csv-time, or write them so")
        }
        self.column = column
        self.form = form
        self.zone = zone
    }
}
