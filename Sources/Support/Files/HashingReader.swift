/// Reads a file once from start to end, and knows the sha256 of its bytes then. A gzip file, which is told by its first
/// two bytes whatever its name, is decompressed on the way; the hash is that of the file as it is on disk.
package struct HashingReader: ~Copyable {
    private static let pieceSize = 1 << 16

    private let file: FileReader
    private var sum = SHA256Sum()
    /// Bytes of the file that were read.
    package private(set) var bytesRead = 0
    /// What was read from a gzip file and not decompressed yet.
    private var piece: UnsafeMutableRawBufferPointer
    private var pending = 0..<0
    private var inflater: Inflater?

    package var path: String { file.path }

    package init(path: String) throws(FileError) {
        file = try FileReader(path: path)
        piece = .allocate(byteCount: Self.pieceSize, alignment: 64)
    }

    deinit { piece.deallocate() }

    /// Fills the front of `buffer` with the next bytes; returns how many, 0 at the end. `buffer` must hold 2 bytes.
    package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        if bytesRead == 0 { return try readFirst(into: buffer) }
        return inflater == nil ? try readPlain(into: buffer) : try inflate(into: buffer)
    }

    /// Of the bytes that were read: the file's, when it has been read to its end.
    package var sha256: String { sum.hexadecimal() }

    private mutating func readFirst(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        precondition(buffer.count >= 2, "a buffer of \(buffer.count) bytes does not hold a gzip file's mark")
        // The system may give one byte of a file that has more.
        var count = try readPlain(into: buffer)
        if count == 1 { count += try readPlain(into: UnsafeMutableRawBufferPointer(rebasing: buffer[1...])) }
        guard count >= 2, buffer[0] == 0x1f, buffer[1] == 0x8b else { return count }
        inflater = Inflater()
        if count > piece.count {
            piece.deallocate()
            piece = .allocate(byteCount: count, alignment: 64)
        }
        piece.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        pending = 0..<count
        return try inflate(into: buffer)
    }

    private mutating func readPlain(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        try Interruption.check(reading: path)
        let count = try file.read(into: buffer)
        // While the bytes are in the cache: a pass of its own would read them again.
        sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        bytesRead += count
        return count
    }

    private mutating func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        while true {
            if pending.isEmpty {
                pending = 0..<(try readPlain(into: piece))
                if pending.isEmpty {
                    guard inflater?.isInsideMember != true else {
                        throw .damaged(path: path, reason: "the gzip stream ends early")
                    }
                    return 0
                }
            }
            do throws(Inflater.Damage) {
                guard
                    let step = try inflater?.step(from: UnsafeRawBufferPointer(rebasing: piece[pending]), into: buffer)
                else { preconditionFailure("inflating needs an inflater") }
                pending = pending.lowerBound + step.taken..<pending.upperBound
                if step.made > 0 { return step.made }
            } catch { throw .damaged(path: path, reason: "gzip: \(error.reason)") }
        }
    }
}
