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

    /// The median of the times between the lines at the start of the file, seconds, at least 1; nil where there are
    /// less than two lines.
    func step(_ head: TableHead) throws(DatasetError) -> Int? {
        var layout = TableLayout(
            separator: head.separator, columns: head.names.map { ($0, .unused) }, hasHeader: head.hasHeader, time: form,
            scales: [], dropsIssues: false)
        layout.columns[column].role = .time
        var parser = TableParser(layout)
        var blocks = try LineBlocks(path: head.path)
        var fields = TableFields(separator: head.separator, capacity: head.names.count)
        guard let block = try blocks.next(after: 0) else { return nil }
        var cursor = block.baseAddress!
        let end = cursor + block.count
        var (line, previous): (Int, Int?) = (0, nil)
        var steps: [Int] = []
        while cursor < end {
            line += 1
            cursor = fields.split(from: cursor) + 1
            // What is wrong with a line is said when all are read.
            if line < head.rowLine || fields.count != head.names.count { continue }
            do throws(ReadingLine.Problem) {
                let time = try parser.time(fields[column]).microseconds
                if let previous, time > previous { steps.append(time - previous) }
                previous = time
            } catch { throw .line(error, of: head.path, at: line) }
        }
        guard !steps.isEmpty else { return nil }
        steps.sort()
        return max(1, (steps[steps.count / 2] + 500_000) / 1_000_000)
    }
}
