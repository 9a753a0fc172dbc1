import Runs

/// A table of readings: a line a time, a column a meter, in time order.
///
/// An empty field is a missing reading; ``LineOrder`` says what becomes of a line that is not later than the one before.
struct TableFile {
    private let path: String
    private let layout: TableLayout
    private var order: LineOrder
    /// Lines read so far.
    private var line = 0
    /// The first of the blank lines that were read last.
    private var blankLine: Int?
    private var counts = TableLines()
    private var parser: TableParser

    /// Gives the readings of every meter of `layout` to the sink of the same index.
    static func read<Sink: ReadingSink>(
        _ path: String, _ layout: TableLayout, into sinks: inout [Sink]
    ) throws(DatasetError) -> (file: DataFile, counts: TableLines) {
        let meters = layout.scales.count
        precondition(
            sinks.count == meters && meters > 0, "\(meters) meters need as many sinks, got \(sinks.count)")
        var table = TableFile(path: path, layout: layout, period: sinks[0].period)
        return try table.readAll(into: &sinks)
    }

    private init(path: String, layout: TableLayout, period: Int) {
        precondition(
            layout.columns.contains { $0.role == .time || $0.role == .timeOfDay }, "a table needs a column of times")
        self.path = path
        self.layout = layout
        order = LineOrder(period: period)
        parser = TableParser(layout)
    }

    private mutating func readAll<Sink: ReadingSink>(
        into sinks: inout [Sink]
    ) throws(DatasetError) -> (file: DataFile, counts: TableLines) {
        var blocks = try LineBlocks(path: path)
        var fields = TableFields(separator: layout.separator, capacity: layout.columns.count)
        var batch = TableBatch(meters: layout.scales.count)
        while !sinks.allSatisfy(\.hasEnough), let block = try blocks.next(after: line) {
            var cursor = block.baseAddress!
            let end = cursor + block.count
            while cursor < end {
                line += 1
                let isHeader = line < layout.firstLine
                // Almost every line is plain digits; what isn't takes the way with all the checks.
                if !isHeader, let plain = parser.plain(&cursor, into: batch.next) {
                    if blankLine != nil { throw misshapen(layout.columns.count) }
                    try add(plain, to: &batch, emptyingInto: &sinks)
                    continue
                }
                let lineEnd = fields.split(from: cursor)
                cursor = lineEnd + 1
                if isHeader { continue }
                if fields.isBlank {
                    blankLine = blankLine ?? line
                    continue
                }
                if let reading = try checked(fields, into: batch.next) {
                    try add(reading, to: &batch, emptyingInto: &sinks)
                }
            }
        }
        batch.empty(into: &sinks)
        if order.previous < 0 { throw .emptyFile(path) }
        (counts.repeated, counts.backward) = (order.repeated, order.backward)
        return (blocks.source, counts)
    }

    /// Reads a line in any form, and checks that it has the form of the table; nil for one of another meter.
    private mutating func checked(
        _ fields: borrowing TableFields, into powers: UnsafeMutablePointer<Double>
    ) throws(DatasetError) -> TableLine? {
        guard fields.count == layout.columns.count, blankLine == nil else { throw misshapen(fields.count) }
        guard parser.isOwn(fields) else { return nil }
        do throws(ReadingLine.Problem) {
            var reading = try parser.line(fields, into: powers)
            if let again = reading.again {
                // The clock shows this time twice: it is the second one if the first has passed.
                counts.inRepeatedHour += 1
                if reading.microseconds <= order.previous { reading.microseconds = again }
            }
            return reading
        } catch { throw .line(error, of: path, at: line) }
    }

    /// Adds a line whose powers stand in the batch.
    @inline(__always)
    private mutating func add<Sink: ReadingSink>(
        _ reading: TableLine, to batch: inout TableBatch, emptyingInto sinks: inout [Sink]
    ) throws(DatasetError) {
        counts.empty += reading.empty
        guard try order.isNext(reading.microseconds, line: line, path: path) else { return }
        if reading.hasIssues {
            counts.issues += 1
            if layout.dropsIssues { return }
        }
        batch.add(second: reading.microseconds / 1_000_000)
        if batch.isFull { batch.empty(into: &sinks) }
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
