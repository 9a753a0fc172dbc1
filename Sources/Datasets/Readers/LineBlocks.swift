import Runs
import Support

/// A text file in blocks of whole lines: memory stays at one block however long the file is. Gzip is decompressed, and
/// UTF-16 becomes UTF-8.
struct LineBlocks: ~Copyable {
    /// Bytes read at a time, and so the longest line.
    static let blockSize = 1 << 18

    private var file: HashingReader
    private let path: String
    private let buffer: UnsafeMutableRawBufferPointer
    /// The bytes of `buffer` that were read, and those of them that were handed out.
    private var filled = 0
    private var used = 0
    /// Of a file in UTF-16, and what it made that found no room yet.
    private var decoder: UTF16Decoder?
    private var decoded: ArraySlice<UInt8> = []
    private var isAtStart = true

    init(path: String) throws(DatasetError) {
        do throws(FileError) { file = try HashingReader(path: path) } catch { throw .file(error) }
        self.path = path
        buffer = .allocate(byteCount: Self.blockSize + 1 + Digits.readAhead, alignment: 64)
    }

    deinit { buffer.deallocate() }

    /// The next lines, each ended by a newline (a missing one at the end of the file is added), or nil at the end.
    /// They are valid until the next call. `line` lines were handed out before: for the message about one too long.
    mutating func next(after line: Int) throws(DatasetError) -> UnsafeBufferPointer<UInt8>? {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[used..<filled]))
        filled -= used
        used = 0
        var atEnd = false
        // The last byte may stay free: the reader wants two to look for the mark of gzip.
        while filled < Self.blockSize - 1, !atEnd {
            let count = try fill(UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<Self.blockSize]))
            filled += count
            atEnd = count == 0
        }
        if filled == 0 { return nil }
        let newline = UInt8(ascii: "\n")
        if atEnd, buffer[filled - 1] != newline {
            buffer[filled] = newline
            filled += 1
        }
        guard let last = buffer[..<filled].lastIndex(of: newline) else {
            throw .line(
                file: path, line: line + 1, expected: "a line of readings",
                got: "more than \(Self.blockSize - 1) bytes without a line end",
                advice: "check that it is a text file")
        }
        used = last + 1
        return UnsafeBufferPointer(buffer[..<used].bindMemory(to: UInt8.self))
    }

    /// Fills the front of `free` with the next bytes of the text; returns how many, 0 at the end.
    private mutating func fill(_ free: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
        if decoder == nil {
            let count = try read(into: free)
            guard isAtStart else { return count }
            isAtStart = false
            let first = UnsafeRawBufferPointer(rebasing: free[..<count])
            if let (format, advice) = ForeignFile.recognised(first) {
                throw .notText(file: path, format: format, advice: advice)
            }
            guard case .utf16(let isBigEndian) = TextEncoding(first) else { return count }
            var decoder = UTF16Decoder(isBigEndian: isBigEndian)
            decoded = decoder.decode(first)[...]
            self.decoder = decoder
        }
        if decoded.isEmpty {
            let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
            defer { raw.deallocate() }
            let count = try read(into: raw)
            decoded = decoder?.decode(UnsafeRawBufferPointer(rebasing: raw[..<count]))[...] ?? []
        }
        let count = min(free.count, decoded.count)
        free.copyBytes(from: decoded.prefix(count))
        decoded = decoded.dropFirst(count)
        return count
    }

    private mutating func read(into free: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
        do throws(FileError) { return try file.read(into: free) } catch { throw .file(error) }
    }

    /// Size and hash of the file, whose lines must all have been handed out.
    var source: DataFile { DataFile(path: path, bytes: file.bytesRead, sha256: file.sha256) }
}
