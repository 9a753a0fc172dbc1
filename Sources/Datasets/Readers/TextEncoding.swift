import Support

/// How the text of a file is written: UTF-8, or UTF-16 as spreadsheets and PowerShell write it.
enum TextEncoding: Equatable {
    case utf8
    case utf16(isBigEndian: Bool)

    /// By the first bytes: a mark, or the zeros of UTF-16 between ASCII.
    init(_ first: UnsafeRawBufferPointer) {
        let start = (0..<4).map { $0 < first.count ? first[$0] : 1 }
        switch (start[0], start[1], start[2], start[3]) {
        case (0xFF, 0xFE, _, _): self = .utf16(isBigEndian: false)
        case (0xFE, 0xFF, _, _): self = .utf16(isBigEndian: true)
        case (0, 1..., 0, 1...): self = .utf16(isBigEndian: true)
        case (1..., 0, 1..., 0): self = .utf16(isBigEndian: false)
        default: self = .utf8
        }
    }

    /// The content of a small file as UTF-8, without a mark at its beginning.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        let text: [UInt8]
        switch bytes.withUnsafeBytes(TextEncoding.init) {
        case .utf8: text = bytes
        case .utf16(let isBigEndian):
            var decoder = UTF16Decoder(isBigEndian: isBigEndian)
            text = bytes.withUnsafeBytes { decoder.decode($0) }
        }
        return text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text
    }

    /// The mark of a byte order in UTF-8.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// Turns UTF-16 that comes in pieces into UTF-8.
struct UTF16Decoder {
    let isBigEndian: Bool
    /// The first byte of a unit, and the first unit of a pair, whose others are to come.
    private var byte: UInt8?
    private var high: UInt16?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// The UTF-8 of the next bytes; what is no UTF-16 becomes U+FFFD.
    mutating func decode(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for next in bytes {
            guard let first = byte else {
                byte = next
                continue
            }
            byte = nil
            let unit = isBigEndian ? UInt16(first) << 8 | UInt16(next) : UInt16(next) << 8 | UInt16(first)
            if unit < 0x80 {
                if high != nil { add("\u{FFFD}", to: &text) }
                high = nil
                text.append(UInt8(unit))
            } else {
                add(unit, to: &text)
            }
        }
        return text
    }

    private mutating func add(_ unit: UInt16, to text: inout [UInt8]) {
        if let first = high {
            high = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(unit) - 0xDC00
                return add(Unicode.Scalar(value) ?? "\u{FFFD}", to: &text)
            }
            add("\u{FFFD}", to: &text)
        }
        if UTF16.isLeadSurrogate(unit) { high = unit } else { add(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &text) }
    }

    private func add(_ scalar: Unicode.Scalar, to text: inout [UInt8]) { text.append(contentsOf: String(scalar).utf8) }
}

/// Files that are no text, known by their first bytes, with what their owner can do.
enum ForeignFile {
    /// The name of the format and the advice; nil for what may be text.
    static func recognised(_ first: UnsafeRawBufferPointer) -> (format: String, advice: String)? {
        known.first { first.starts(with: $0.signature) }.map { ($0.format, $0.advice) }
    }

    private static let unpack = "unpack it, or send it through a pipe, such as"

    private static let known: [(signature: [UInt8], format: String, advice: String)] = [
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a file packed by xz", "\(unpack) xz -dc FILE | nilm-report ... csv:-"),
        (Array("BZh".utf8), "a file packed by bzip2", "\(unpack) bzip2 -dc FILE | nilm-report ... csv:-"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a file packed by zstd", "\(unpack) zstd -dc FILE | nilm-report ... csv:-"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive", "unpack it and name the table inside"),
        (
            [0x50, 0x4B, 0x03, 0x04], "a zip archive, as a spreadsheet's .xlsx is, too",
            "unpack it and name the table inside, or save the sheet as CSV"
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], "a spreadsheet", "save the sheet as CSV"),
        (
            Array("PAR1".utf8), "a Parquet file",
            "write it as CSV, such as duckdb -csv -c \"from 'FILE'\" | nilm-report ... csv:-"
        ),
        ([0x89, 0x48, 0x44, 0x46], "an HDF5 file", "write its meters as CSV, a column a meter"),
        (Array("SQLite format 3".utf8), "an SQLite database", "write its readings as CSV, a column a meter"),
        (Array("%PDF".utf8), "a PDF file", "ask for the readings as a table"),
    ]
}
