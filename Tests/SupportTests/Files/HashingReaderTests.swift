import TestSupport
import Testing

@testable import Support

@Suite("Reading with a hash") struct HashingReaderTests {
    /// The text of two lines, packed by gzip.
    private static let packed: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xcb, 0xcf, 0x4b, 0xe5, 0x2a, 0x29, 0xcf, 0xe7,
        0x02, 0x00, 0xe6, 0x0b, 0xba, 0x12, 0x08, 0x00, 0x00, 0x00,
    ]

    /// All that is read of a file, through a buffer of this size, and the hash.
    private func read(_ path: String, buffer size: Int = 100) throws -> (bytes: [UInt8], sha256: String, size: Int) {
        var reader = try HashingReader(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        defer { buffer.deallocate() }
        var bytes: [UInt8] = []
        while true {
            let count = try reader.read(into: buffer)
            if count == 0 { return (bytes, reader.sha256, reader.bytesRead) }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    @Test("plain bytes come as they are, with their hash", arguments: [0, 1, 2, 99, 100, 101, 1000])
    func plain(count: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try AtomicFile.write(bytes, to: folder("f"))
        let result = try read(folder("f"))
        #expect(result.bytes == bytes)
        #expect(result.size == count)
        #expect(result.sha256 == FileHash.sha256(bytes))
    }

    @Test("gzip is unpacked whatever the file's name, and the hash is that of the packed file", arguments: [2, 3, 100])
    func gzip(size: Int) throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write(Self.packed, to: folder("f.csv"))
        let result = try read(folder("f.csv"), buffer: size)
        #expect(String(decoding: result.bytes, as: UTF8.self) == "one\ntwo\n")
        #expect(result.sha256 == FileHash.sha256(Self.packed))
        #expect(result.size == Self.packed.count)
    }

    @Test("members of gzip behind one another are one text") func members() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write(Self.packed + Self.packed, to: folder("f"))
        #expect(String(decoding: try read(folder("f")).bytes, as: UTF8.self) == "one\ntwo\none\ntwo\n")
    }

    @Test("gzip cut off at any byte is refused") func cut() throws {
        let folder = try TemporaryFolder()
        for count in 2..<Self.packed.count {
            try AtomicFile.write(Array(Self.packed[..<count]), to: folder("f"))
            let error = #expect(throws: FileError.self) { try read(folder("f")) }
            #expect(error?.description.contains("is damaged (the gzip stream ends early)") == true)
        }
    }

    @Test("gzip whose checksum or size does not fit is refused") func flipped() throws {
        let folder = try TemporaryFolder()
        for index in Self.packed.count - 8..<Self.packed.count {
            var bytes = Self.packed
            bytes[index] ^= 16
            try AtomicFile.write(bytes, to: folder("f"))
            #expect(throws: FileError.self, "byte \(index)") { try read(folder("f")) }
        }
    }
}
