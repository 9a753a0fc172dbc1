/// A table of readings: a line a time, a column a meter, in time order.
///
/// An empty field is a missing reading. A line with the time of the one before is left out, and so is one that is up to
/// an hour earlier, as loggers write them after a clock was set back; both are counted. What is further out of order is
/// refused.
struct TableFile {
    /// Microseconds that a line may be earlier than the one before.
    private static let tolerance = 3_600_000_000

    private let path: String
    private let layout: TableLayout
    private let timeColumn: Int
    /// Seconds between rows of the grid.
    private let period: Int
    /// Lines read so far.
    private var line = 0
    /// The first of the blank lines that were read last.
    private var blankLine: Int?
    /// Microseconds since 1970; -1 before the first line of readings.
    private var previous = -1
    private var firstSecond = 0
    private var counts = LineCounts()
    private var parser: TableParser
    /// Of the current line, watts; NaN for none.
    private var powers: [Double]

    /// Gives the readings of every meter of `layout` to the sink of the same index.
    static func read<Sink: ReadingSink>(
        _ path: String, _ layout: TableLayout, into sinks: inout [Sink]
    ) throws(DatasetError) -> (file: Dataset.SourceFile, counts: LineCounts) {
        let meters = layout.scales.count
        precondition(
            sinks.count == meters && meters > 0, "\(meters) meters need as many sinks, got \(sinks.count)")
        var table = TableFile(path: path, layout: layout, period: sinks[0].period)
        return try table.readAll(into: &sinks)
    }

    private init(path: String, layout: TableLayout, period: Int) {
        guard let timeColumn = layout.columns.firstIndex(where: { $0.role == .time }) else {
            preconditionFailure("a table needs a column of times")
        }
        self.path = path
        self.layout = layout
        self.timeColumn = timeColumn
        self.period = period
        parser = TableParser(layout)
        powers = Array(repeating: .nan, count: layout.scales.count)
    }

    private mutating func readAll<Sink: ReadingSink>(
        into sinks: inout [Sink]
    ) throws(DatasetError) -> (file: Dataset.SourceFile, counts: LineCounts) {
        var blocks = try LineBlocks(path: path)
        var fields = TableFields(separator: layout.separator, capacity: layout.columns.count)
        var batch = TableBatch(meters: layout.scales.count)
        while let block = try blocks.next(after: line) {
            var cursor = block.baseAddress!
            let end = cursor + block.count
            if line == 0, block.starts(with: [0xEF, 0xBB, 0xBF]) { cursor += 3 }
            while cursor < end {
                line += 1
                let lineEnd = fields.split(from: cursor)
                cursor = lineEnd + 1
                if line == 1, layout.hasHeader { continue }
                if fields.isBlank {
                    blankLine = blankLine ?? line
                    continue
                }
                try add(fields, to: &batch)
            }
            if batch.isFull { batch.empty(into: &sinks) }
        }
        batch.empty(into: &sinks)
        if previous < 0 { throw .emptyFile(path) }
        return (blocks.source, counts)
    }

    private mutating func add(_ fields: borrowing TableFields, to batch: inout TableBatch) throws(DatasetError) {
        guard fields.count == layout.columns.count, blankLine == nil else { throw misshapen(fields.count) }
        var microseconds: Int
        var hasIssues = false
        do throws(ReadingLine.Problem) {
            let time = try parser.time(fields[timeColumn])
            microseconds = time.microseconds
            if let again = time.again {
                // The clock shows this time twice: it is the second one if the first has passed.
                counts.inRepeatedHour += 1
                if microseconds <= previous { microseconds = again }
            }
            for column in layout.columns.indices {
                switch layout.columns[column].role {
                case .unused, .time: break
                case .meter(let index):
                    let power = try parser.power(fields[column], scale: layout.scales[index])
                    if power.isNaN { counts.empty += 1 }
                    powers[index] = power
                case .issues: hasIssues = try parser.isMarked(fields[column])
                }
            }
        } catch { throw .line(error, of: path, at: line) }
        guard try isNext(microseconds) else { return }
        if hasIssues {
            counts.issues += 1
            if layout.dropsIssues { return }
        }
        batch.add(second: microseconds / 1_000_000, powers)
    }

    /// Whether a line of this time can be used; it is then the last one.
    private mutating func isNext(_ microseconds: Int) throws(DatasetError) -> Bool {
        if microseconds <= previous {
            if microseconds == previous {
                counts.repeated += 1
                return false
            }
            guard previous - microseconds <= Self.tolerance else {
                throw .timeNotIncreasing(
                    file: path, line: line, previous: ReadingLine.text(ofMicroseconds: previous),
                    got: ReadingLine.text(ofMicroseconds: microseconds))
            }
            counts.backward += 1
            return false
        }
        let second = microseconds / 1_000_000
        if previous < 0 { firstSecond = second }
        guard second - firstSecond < Resampler.maximumRows * period else {
            throw .gridTooLong(file: path, line: line, seconds: second - firstSecond, period: period)
        }
        previous = microseconds
        return true
    }

    /// Why a line has not the form of the table.
    private func misshapen(_ count: Int) -> DatasetError {
        if let blankLine {
            return .line(
                file: path, line: blankLine, expected: "a line of readings", got: "a blank line between readings",
                advice: "delete it, or fetch the file again")
        }
        return .line(
            file: path, line: line, expected: "\(layout.columns.count) fields", got: "\(count)",
            advice: "the file may have been cut off: fetch it again, or delete the line")
    }
}
