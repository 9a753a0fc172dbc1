import Foundation
import Runs

/// Where a table's times stand, how they are written, and on whose calendar its days are.
struct TableTimes: Sendable {
    /// What columns of times are called; the first of them that reads as times is taken.
    private static let labels = [
        "unix", "unix_time", "epoch", "timestamp", "utc", "time", "datetime", "date_time", "local_time", "localminute",
        "local_15min", "last_changed", "last_updated", "date",
    ]
    /// Unix seconds of 2000 to 2039: numbers of other times are counts of something else, such as days or ticks.
    private static let known = 946_684_800.0..<2_208_988_800.0

    /// One column, or that of the date and that of the time of day.
    let columns: [Int]
    let form: TimeForm
    let zone: TimeZone

    private let survey: TableSurvey
    private let head: TableHead

    /// `zone`: an IANA name; nil for days of UTC and times that name their zone.
    init(_ head: TableHead, _ survey: TableSurvey, _ options: CSVOptions, zone name: String?) throws(DatasetError) {
        let named = try TimeZone.named(name)
        guard let zone = named ?? TimeZone(identifier: "UTC") else {
            preconditionFailure("this system's Foundation does not know UTC")
        }
        self.zone = zone
        self.survey = survey
        self.head = head
        let choice = Choice(head: head, survey: survey, order: options.dateOrder, zone: named)
        if options.time.isEmpty {
            (columns, form) = try choice.found()
        } else {
            var asked: [Int] = []
            for text in head.column(options.time.joined(separator: ",")).map({ [String($0 + 1)] }) ?? options.time {
                guard let column = head.column(text) else {
                    throw .noColumn(text, file: head.path, option: "--csv-time", available: head.names)
                }
                asked.append(column)
            }
            (columns, form) = try choice.asked(asked)
        }
    }

    /// Whether a column's name says that it has times, whatever stands in it.
    static func isTime(_ name: String) -> Bool { labels.contains(ColumnName(name).label) }

    /// Refuses times most of which are those of the line before, and numbers that count seconds where their size says that
    /// they count parts of one.
    func check() throws(DatasetError) {
        let column = survey.columns[columns[columns.count - 1]]
        let same = column.isNumeric ? column.repeats : column.sameTexts
        if column.filled >= 20, same * 10 > column.filled * 4 {
            throw .line(
                file: head.path, line: head.rowLine,
                expected: "times that go on from line to line in \(head.source(of: columns[columns.count - 1]))",
                got: "\(same) of \(column.filled) lines with the time of the line before",
                advice: "the times may have lost digits or seconds, as in 1.711694E+12: export them in full")
        }
        guard case .unix(let perSecond) = form, perSecond > 1, column.rises >= 100,
            let first = column.first, let last = column.last, last > first
        else { return }
        let step = (last - first) / Double(column.rises) / Double(perSecond)
        if step < 0.02 {
            throw .line(
                file: head.path, line: head.rowLine, expected: "\(form.expected), at most 50 a second",
                got: "\(MessageNumber.plain((1 / step).rounded())) lines a second",
                advice: "the times may count something else: write them in Unix seconds")
        }
    }

    /// The choice of columns.
    private struct Choice {
        let head: TableHead
        let survey: TableSurvey
        let order: DateOrder?
        let zone: TimeZone?

        func found() throws(DatasetError) -> ([Int], TimeForm) {
            let names = head.names.map { ColumnName($0).label }
            let labelled = TableTimes.labels.compactMap { names.firstIndex(of: $0) }
            let timeOfDay = head.names.indices.first { survey.columns[$0].isTimeOfDay }
            for column in labelled + head.names.indices {
                let found = survey.columns[column]
                // What stays as it is, such as an identity, is no time, and dates need their time of day.
                let isStill = found.isNumeric && found.rises == 0 && found.numbers > 2
                if isStill || found.isMidnight && timeOfDay != nil { continue }
                if let form = try form(of: column) { return ([column], form) }
            }
            let date = head.names.indices.first { !survey.columns[$0].dateOrders.isEmpty }
            if let date, let timeOfDay { return try asked([date, timeOfDay]) }
            if let column = labelled.first ?? date ?? timeOfDay { throw problem(of: column) }
            // Where no name helps, the first column is most likely the one that was meant.
            throw problem(of: 0)
        }

        func asked(_ columns: [Int]) throws(DatasetError) -> ([Int], TimeForm) {
            if columns.count == 1 {
                guard let form = try form(of: columns[0]) else { throw problem(of: columns[0]) }
                return (columns, form)
            }
            guard columns.count == 2, let date = columns.first(where: { !survey.columns[$0].dateOrders.isEmpty }),
                let time = columns.first(where: { survey.columns[$0].isTimeOfDay })
            else {
                throw .line(
                    file: head.path, line: head.rowLine,
                    expected: "a date and a time of day in the two columns of --csv-time",
                    got: columns.map { ReadingLine.quoted(row($0)) }.joined(separator: " and "),
                    advice: "name one column of times, or that of dates and that of times of day")
            }
            return ([date, time], .clock(try order(of: date, survey.columns[date].dateOrders), zone: zone))
        }

        /// How a column writes its times; nil if it has none.
        private func form(of column: Int) throws(DatasetError) -> TimeForm? {
            let found = survey.columns[column]
            if found.isNumeric, let first = found.first, first > 0 {
                let form = TimeForm(ofNumber: first)
                if case .unix(let perSecond) = form, TableTimes.known.contains(first / Double(perSecond)) {
                    return form
                }
            }
            let orders = found.clockOrders
            return orders.isEmpty ? nil : .clock(try order(of: column, orders), zone: zone)
        }

        private func order(of column: Int, _ orders: [DateOrder]) throws(DatasetError) -> DateOrder {
            if let order {
                guard orders.contains(order) else {
                    throw .line(
                        file: head.path, line: head.rowLine,
                        expected: "dates in the order \(order.rawValue) in \(head.source(of: column))",
                        got: ReadingLine.quoted(row(column)), advice: "leave --csv-date-order out, or mend the dates")
                }
                return order
            }
            if let order = survey.columns[column].order(among: orders) { return order }
            // Points are written between a day and a month only.
            if row(column).prefix(6).contains("."), orders.contains(.dayMonthYear) { return .dayMonthYear }
            throw .dateOrderUnclear(file: head.path, column: head.source(of: column), example: row(column))
        }

        private func row(_ column: Int) -> String { column < head.row.count ? head.row[column] : "" }

        /// Why a column has no times.
        private func problem(of column: Int) -> DatasetError {
            let found = survey.columns[column]
            let source = head.source(of: column)
            func line(_ got: String, _ advice: String) -> DatasetError {
                .line(
                    file: head.path, line: head.rowLine,
                    expected: "a time in \(source), as a number since 1970 or such as 2015-02-28T12:30:05Z", got: got,
                    advice: advice)
            }
            if found.isTimeOfDay {
                return line(
                    "a time of day, \(row(column))", "name the columns of date and time with --csv-time DATE,TIME")
            }
            if !found.dateOrders.isEmpty {
                return line(
                    "a date, \(row(column))", "name the columns of date and time with --csv-time DATE,TIME")
            }
            if found.isNumeric, found.minimum >= 20_000, found.maximum < 80_000, found.falls == 0 {
                return line(
                    "\(row(column)), a spreadsheet's count of days",
                    "format the column as yyyy-mm-dd hh:mm:ss and save the table again")
            }
            if found.isNumeric, found.minimum >= 0, found.falls == 0, found.maximum < 1e8 {
                return line(
                    "\(row(column)), which may be a row's number",
                    "name the column of times with --csv-time, or add one")
            }
            if found.isNumeric {
                return line(
                    "\(row(column)), which is no time from 2000 to 2039",
                    "the times may have lost digits or count another unit: write them in Unix seconds")
            }
            return line(
                ReadingLine.quoted(row(column)), "name the column of times with --csv-time, or write them so")
        }
    }
}
