import Runs

/// A meter's file in UK-DALE's layout: lines of a time in Unix seconds, a space, and watts, in time order.
///
/// A missing reading is a missing line; ``LineOrder`` says what becomes of one that is not later than the one before.
/// Lines may end in CR LF and the file in blank lines. `mains.dat` has the same
/// form with more numbers behind: active power, then apparent power and voltage.
struct ChannelFile {
    /// Numbers behind the active power of mains.dat.
    static let mainsColumns = 2

    let path: String
    /// Numbers behind the power, which are checked and not used.
    private let more: Int
    /// Lines read so far.
    private var line = 0
    /// The first of the blank lines that were read last.
    private var blankLine: Int?
    private var order: LineOrder

    /// Gives every reading of the file at `path` to `sink`; returns the file's size and hash, and how many lines were left
    /// out.
    static func read(
        _ path: String, more: Int = 0, into sink: inout some ReadingSink
    ) throws(DatasetError) -> (file: DataFile, lines: TableLines) {
        var file = ChannelFile(path: path, more: more, period: sink.period)
        return try file.readAll(into: &sink)
    }

    private init(path: String, more: Int, period: Int) {
        self.path = path
        self.more = more
        order = LineOrder(period: period)
    }

    private mutating func readAll(
        into sink: inout some ReadingSink
    ) throws(DatasetError) -> (file: DataFile, lines: TableLines) {
        var blocks = try LineBlocks(path: path)
        while !sink.hasEnough, let block = try blocks.next(after: line) {
            var cursor = block.baseAddress!
            let end = cursor + block.count
            while cursor < end {
                line += 1
                // Almost every line is plain digits; what isn't takes the way with all the checks.
                if let plain = ReadingLine.plain(&cursor, more: more) {
                    try add(plain, to: &sink)
                } else {
                    // A file that was put together of several has the mark of a byte order in front of each.
                    if cursor.pointee == TextEncoding.mark[0], cursor[1] == TextEncoding.mark[1] {
                        cursor += TextEncoding.mark.count
                    }
                    var lineEnd = cursor
                    while lineEnd.pointee != UInt8(ascii: "\n") { lineEnd += 1 }
                    let text = UnsafeBufferPointer(start: cursor, count: lineEnd - cursor)
                    let reading: ReadingLine?
                    do throws(ReadingLine.Problem) {
                        reading = try ReadingLine(text, more: more)
                    } catch { throw .line(error, of: path, at: line) }
                    if let reading {
                        try add(reading, to: &sink)
                    } else if blankLine == nil {
                        blankLine = line
                    }
                    cursor = lineEnd + 1
                }
            }
        }
        if order.previous < 0 { throw .emptyFile(path) }
        var lines = TableLines()
        (lines.repeated, lines.backward) = (order.repeated, order.backward)
        return (blocks.source, lines)
    }

    @inline(__always)
    private mutating func add(_ reading: ReadingLine, to sink: inout some ReadingSink) throws(DatasetError) {
        if let blankLine {
            throw .line(
                file: path, line: blankLine, expected: "a time and a power", got: "a blank line between readings",
                advice: "delete it, or fetch the file again")
        }
        guard try order.isNext(reading.microseconds, line: line, path: path) else { return }
        sink.add(time: reading.microseconds / 1_000_000, power: reading.power)
    }
}
