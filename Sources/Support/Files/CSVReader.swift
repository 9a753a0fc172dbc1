/// Reads a CSV file with a known header field by field, in the order of the columns; made for long files of numbers.
///
/// Ask for each field of a row by its kind, then ``endRow()``.
package struct CSVReader: Sendable {
    private let path: String
    private let columns: [String]
    private let bytes: [UInt8]
    private var position = 0
    /// Where the rows to be read end.
    private var end: Int
    private var column = 0
    private var line = 1
    /// The text without quotes last read of each column: a long table has the same names in most of its rows.
    private var formerTexts: [(range: Range<Int>, text: String)?]

    /// Opens the file at `path`, whose first row must be `header`.
    package init(path: String, header: [String]) throws(CSVError) {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path) } catch { throw .file(error) }
        try self.init(bytes: bytes, path: path, header: header)
    }

    /// Reads bytes in memory; `path` is what errors call them.
    package init(bytes: [UInt8], path: String, header: [String]) throws(CSVError) {
        self.bytes = bytes
        end = bytes.count
        self.path = path
        columns = header
        formerTexts = Array(repeating: nil, count: header.count)
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let got = String(decoding: first.prefix(200), as: UTF8.self)
        let expected = header.joined(separator: ",")
        guard got == expected else { throw .header(path: path, expected: expected, got: got) }
        position = first.count
        column = columns.count
        try endRow()
    }

    package var isAtEnd: Bool { position >= end }

    /// Readers of the rows that are left, of at least `leastBytes` each, for several threads; one where a field has
    /// quotes, which may hold a line end. Lines in their errors are counted from each one's beginning.
    package func pieces(leastBytes: Int) -> [CSVReader] {
        if bytes[position...].contains(UInt8(ascii: "\"")) { return [self] }
        var pieces: [CSVReader] = []
        var start = position
        while start < end {
            let next = bytes[min(start + leastBytes, end)..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end - 1
            var piece = self
            (piece.position, piece.end) = (start, next + 1)
            pieces.append(piece)
            start = next + 1
        }
        return pieces
    }

    package mutating func integer() throws(CSVError) -> Int {
        try startField()
        if let value = quickly({ Digits.integer(&$0, limit: 18) }) { return value }
        let field = plainField()
        guard let value = Int(field) else { throw badNumber(field) }
        return value
    }

    /// A whole number within bounds.
    package mutating func integer(in bounds: Range<Int>) throws(CSVError) -> Int {
        let value = try integer()
        guard bounds.contains(value) else { throw badNumber("\(value)") }
        return value
    }

    /// A finite number, rounded once to the nearest Float.
    package mutating func float() throws(CSVError) -> Float {
        try startField()
        return try startedFloat()
    }

    /// As ``float()``; nil for an empty field.
    package mutating func optionalFloat() throws(CSVError) -> Float? {
        try startField()
        if position < bytes.count, Self.ends(bytes[position]) { return nil }
        return try startedFloat()
    }

    private mutating func startedFloat() throws(CSVError) -> Float {
        if let value = quickly(Digits.float) { return value }
        let field = plainField()
        guard let value = Float(field), value.isFinite else { throw badNumber(field) }
        return value
    }

    /// A text, without the quotes and the guard against formulas.
    package mutating func text() throws(CSVError) -> String {
        try startField()
        let start = position
        if let former = formerTexts[column - 1], bytes[start...].starts(with: bytes[former.range]) {
            let end = start + former.range.count
            if end < bytes.count, Self.ends(bytes[end]) {
                position = end
                return former.text
            }
        }
        let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
        let value = isQuoted ? try quoted() : String(validating: bytes[takeRange()], as: UTF8.self)
        guard let value else { throw .text(path: path, line: line, column: columns[column - 1]) }
        let text = value.hasPrefix("'") ? String(value.dropFirst()) : value
        formerTexts[column - 1] = isQuoted ? nil : (start..<position, text)
        return text
    }

    /// Ends a row: every column must have been read and the line must end here.
    package mutating func endRow() throws(CSVError) {
        precondition(column == columns.count, "read \(columns.count) fields before ending the row, not \(column)")
        if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else {
            throw .fields(path: path, line: line, expected: columns.count)
        }
        position += 1
        column = 0
        line += 1
    }

    /// Steps over the comma before any but the first field.
    private mutating func startField() throws(CSVError) {
        precondition(column < columns.count, "the row has \(columns.count) fields; end it")
        if column > 0 {
            guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else {
                throw .fields(path: path, line: line, expected: columns.count)
            }
            position += 1
        }
        column += 1
    }

    private mutating func plainField() -> String {
        String(decoding: bytes[takeRange()], as: UTF8.self)
    }

    /// The number that `read` takes from the whole field at the position; nil, and nothing taken, if the field has
    /// another form or is so near to the end of the file that `read` might look behind it.
    private mutating func quickly<Value>(_ read: (inout UnsafePointer<UInt8>) -> Value?) -> Value? {
        guard position + Self.longestNumber <= bytes.count, bytes[bytes.count - 1] == UInt8(ascii: "\n") else {
            return nil
        }
        return bytes.withUnsafeBufferPointer { bytes in
            var cursor = bytes.baseAddress! + position
            guard let value = read(&cursor), Self.ends(cursor.pointee) else { return nil }
            position = cursor - bytes.baseAddress!
            return value
        }
    }

    /// More bytes than ``Digits`` looks at from the start of any number it takes; a longer row of digits is stopped by
    /// the end of the file's last line.
    private static let longestNumber = 64

    /// The bytes up to the next comma or line end.
    private mutating func takeRange() -> Range<Int> {
        let start = position
        while position < bytes.count, !Self.ends(bytes[position]) { position += 1 }
        return start..<position
    }

    private static func ends(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// A field in quotes, nil if it is not UTF-8; the position is at its first quote.
    private mutating func quoted() throws(CSVError) -> String? {
        var content: [UInt8] = []
        var newlines = 0
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == byte else {
                    defer { line += newlines }
                    return String(validating: content, as: UTF8.self)
                }
                position += 1
            }
            if byte == UInt8(ascii: "\n") { newlines += 1 }
            content.append(byte)
        }
        throw .text(path: path, line: line, column: columns[column - 1])
    }

    private func badNumber(_ field: String) -> CSVError {
        .number(path: path, line: line, column: columns[column - 1], got: String(field.prefix(40)))
    }
}

/// Why a CSV file was not read, with the line as an editor counts it.
package enum CSVError: Error, Equatable {
    case file(FileError)
    case header(path: String, expected: String, got: String)
    case number(path: String, line: Int, column: String, got: String)
    case text(path: String, line: Int, column: String)
    case fields(path: String, line: Int, expected: Int)
    /// The file is of more than this program shows.
    case tooMany(path: String, what: String, count: Int, most: Int)
}

extension CSVError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let error): error.description
        case .header(let path, let expected, let got):
            "\(path):1: expected the header \"\(expected)\", got \"\(got)\"; is it the right file?"
        case .number(let path, let line, let column, let got):
            "\(path):\(line): expected a number in column \(column), got \"\(got)\"; correct or remove the line"
        case .text(let path, let line, let column):
            "\(path):\(line): column \(column) is not UTF-8 text with closed quotes; correct or remove the line"
        case .fields(let path, let line, let expected):
            "\(path):\(line): expected \(expected) fields; the file may be cut short: make or copy it again"
        case .tooMany(let path, let what, let count, let most):
            "\(path): has \(count) \(what), and at most \(most) are read; check that it is the right file, or make it of less"
        }
    }
}
