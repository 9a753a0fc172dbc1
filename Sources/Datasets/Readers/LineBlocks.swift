import Files

/// A text file in blocks of whole lines: memory stays at one block however long the file is. Gzip is decompressed.
struct LineBlocks: ~Copyable {
    /// Bytes read at a time, and so the longest line.
    static let blockSize = 1 << 18

    private var file: HashingReader
    private let path: String
    private let buffer: UnsafeMutableRawBufferPointer
    /// The bytes of `buffer` that were read, and those of them that were handed out.
    private var filled = 0
    private var used = 0

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
            let free = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<Self.blockSize])
            do throws(FileError) {
                let count = try file.read(into: free)
                filled += count
                atEnd = count == 0
            } catch { throw .file(error) }
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

    /// Size and hash of the file, whose lines must all have been handed out.
    var source: Dataset.SourceFile { Dataset.SourceFile(path: path, bytes: file.bytesRead, sha256: file.sha256) }
}
