/// Builds a CSV file, field by field: RFC 4180 quotes, LF line ends, numbers in their shortest exact form.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front; ``CSVReader`` takes it off again.
package struct CSVWriter {
    package private(set) var bytes: [UInt8] = []
    private let columns: Int
    private var column = 0

    /// Starts a file whose first row is `header`.
    package init(header: [String]) {
        columns = header.count
        for name in header { text(name) }
        endRow()
    }

    /// What was written since the last call, for a file that is written in pieces.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    package mutating func text(_ value: String) {
        separate()
        let guarded = CSVWriter.needsGuard(value.utf8.first) ? "'" + value : value
        if guarded.utf8.contains(where: CSVWriter.needsQuotes) {
            bytes.append(UInt8(ascii: "\""))
            for byte in guarded.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        } else {
            bytes.append(contentsOf: guarded.utf8)
        }
    }

    package mutating func integer(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// The shortest digits that give the same Double again; an empty field for nil.
    package mutating func real(_ value: Double?) {
        separate()
        if let value { append(value.description) }
    }

    /// The shortest digits that give the same Float again; an empty field for nil.
    package mutating func real(_ value: Float?) {
        separate()
        if let value { append(value.description) }
    }

    package mutating func endRow() {
        precondition(column == columns, "a row needs \(columns) fields, got \(column)")
        column = 0
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Whether a text with this first byte is one that a spreadsheet may run, or that looks guarded already.
    static func needsGuard(_ first: UInt8?) -> Bool {
        guard let first else { return false }
        return switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    private mutating func separate() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        column += 1
    }

    /// Appends a number's description without a trailing ".0", which most watts would carry.
    private mutating func append(_ number: String) {
        bytes.append(contentsOf: number.utf8)
        if number.hasSuffix(".0") { bytes.removeLast(2) }
    }
}
