/// The fields of one line of a table, found without copying. A field in double quotes may hold the separator.
struct TableFields: ~Copyable {
    private let separator: UInt8
    /// Of the current line: the first `capacity` fields.
    private let fields: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>
    /// Fields of the current line, kept or not.
    private(set) var count = 0

    init(separator: UInt8, capacity: Int) {
        self.separator = separator
        fields = .allocate(capacity: max(1, capacity))
        fields.initialize(repeating: UnsafeBufferPointer(start: nil, count: 0))
    }

    deinit { fields.deallocate() }

    /// Without its quotes; a byte that belongs to no number follows it. Valid until the line's block is gone.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        precondition(index < min(count, fields.count), "the line has \(count) fields, not a number \(index)")
        return fields[index]
    }

    /// Whether the line has nothing but spaces.
    var isBlank: Bool { count == 1 && fields[0].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

    /// Finds the fields of the line at `line`; returns the place of its newline, which must be there.
    mutating func split(from line: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        let newline = UInt8(ascii: "\n")
        let quote = UInt8(ascii: "\"")
        // A file that was put together of several has the mark of a byte order in front of each.
        let isMarked = line.pointee == TextEncoding.mark[0] && line[1] == TextEncoding.mark[1]
        var start = isMarked ? line + TextEncoding.mark.count : line
        var cursor = start
        count = 0
        while true {
            if cursor.pointee == quote, cursor == start {
                cursor += 1
                while cursor.pointee != quote, cursor.pointee != newline { cursor += 1 }
            }
            while cursor.pointee != separator, cursor.pointee != newline { cursor += 1 }
            let isLast = cursor.pointee == newline
            var end = cursor
            if isLast, end > start, (end - 1).pointee == UInt8(ascii: "\r") { end -= 1 }
            if end - start >= 2, start.pointee == quote, (end - 1).pointee == quote {
                start += 1
                end -= 1
            }
            if count < fields.count { fields[count] = UnsafeBufferPointer(start: start, count: end - start) }
            count += 1
            if isLast { return cursor }
            cursor += 1
            start = cursor
        }
    }
}

/// What a line of a table says besides its powers.
struct TableLine: Equatable {
    /// Since 1970.
    var microseconds = 0
    /// The second moment at which the clock shows this time, if it has two; in microseconds, too.
    var again: Int?
    /// Meters without a reading.
    var empty = 0
    /// Whether the data set marks it as wrong.
    var hasIssues = false
}
