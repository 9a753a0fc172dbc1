/// sha256, mostly as 64 lower-case hexadecimal digits.
package enum FileHash {
    /// Of a file, read in pieces of 1 MiB: a file larger than memory is fine.
    package static func sha256(of path: String) throws(FileError) -> String {
        try sha256(of: FileReader(path: path))
    }

    /// Of an open file, from where it was read to.
    package static func sha256(of file: borrowing FileReader) throws(FileError) -> String {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { buffer.deallocate() }
        var sum = SHA256Sum()
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { return sum.hexadecimal() }
            sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Of bytes in memory.
    package static func sha256(_ bytes: [UInt8]) -> String { sum(of: bytes).hexadecimal() }

    /// Of a text's UTF-8 bytes.
    package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

    /// Of numbers, as little-endian bytes.
    package static func sha256(_ values: [Float]) -> String {
        var sum = SHA256Sum()
        #if _endian(little)
            values.withUnsafeBytes { sum.add($0) }
        #else
            values.map(\.bitPattern.littleEndian).withUnsafeBytes { sum.add($0) }
        #endif
        return sum.hexadecimal()
    }

    /// The 32 bytes themselves.
    package static func digest(_ bytes: [UInt8]) -> [UInt8] { sum(of: bytes).digest() }

    private static func sum(of bytes: [UInt8]) -> SHA256Sum {
        var sum = SHA256Sum()
        bytes.withUnsafeBytes { sum.add($0) }
        return sum
    }
}
