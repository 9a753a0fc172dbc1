/// Reads a CSV file with a known header field by field, in the order of the columns; made for long files of numbers.
///
/// Ask for each field of a row by its kind, then ``endRow()``.
package struct CSVReader {
    private let path: String
    private let columns: [String]
    private let bytes: [UInt8]
    private var position = 0
    private var column = 0
    private var line = 1

    /// Opens the file at `path`, whose first row must be `header`.
    package init(path: String, header: [String]) throws(CSVError) {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path) } catch { throw .file(error) }
        try self.init(bytes: bytes, path: path, header: header)
    }

    /// Reads bytes in memory; `path` is what errors call them.
    package init(bytes: [UInt8], path: String, header: [String]) throws(CSVError) {
        self.bytes = bytes
        self.path = path
        columns = header
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let got = String(decoding: first.prefix(200), as: UTF8.self)
        let expected = header.joined(separator: ",")
        guard got == expected else { throw .header(path: path, expected: expected, got: got) }
        position = first.count
        column = columns.count
        try endRow()
    }

    package var isAtEnd: Bool { position >= bytes.count }

    package mutating func integer() throws(CSVError) -> Int {
        let field = try plainField()
        guard let value = Int(field) else { throw badNumber(field) }
        return value
    }

    /// A finite number, rounded once to the nearest Float.
    package mutating func float() throws(CSVError) -> Float {
        // In two steps: as an argument the field would be read after `self` was taken, and an error name the column before.
        let field = try plainField()
        return try number(in: field)
    }

    /// As ``float()``; nil for an empty field.
    package mutating func optionalFloat() throws(CSVError) -> Float? {
        let field = try plainField()
        return field.isEmpty ? nil : try number(in: field)
    }

    private func number(in field: String) throws(CSVError) -> Float {
        guard let value = Float(field), value.isFinite else { throw badNumber(field) }
        return value
    }

    /// A text, without the quotes and the guard against formulas.
    package mutating func text() throws(CSVError) -> String {
        try startField()
        let value: String?
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            value = try quoted()
        } else {
            value = String(validating: bytes[takeRange()], as: UTF8.self)
        }
        guard let value else { throw .text(path: path, line: line, column: columns[column - 1]) }
        return value.hasPrefix("'") ? String(value.dropFirst()) : value
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

    private mutating func plainField() throws(CSVError) -> String {
        try startField()
        return String(decoding: bytes[takeRange()], as: UTF8.self)
    }

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
