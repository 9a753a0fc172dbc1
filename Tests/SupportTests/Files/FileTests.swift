import Foundation
import TestSupport
import Testing

@testable import Support

@Suite("Files") struct FileTests {
    @Test(
        "sha256 of known bytes",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ]) func knownHash(text: String, hash: String) throws
    {
        let folder = try TemporaryFolder()
        try AtomicFile.write(text, to: folder("f"))
        #expect(FileHash.sha256(text) == hash)
        #expect(try FileHash.sha256(of: folder("f")) == hash)
    }

    @Test("a file's hash is that of its bytes around the size of a piece", arguments: [-1, 0, 1])
    func hashInPieces(offset: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<(1 << 20) + offset).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try AtomicFile.write(bytes, to: folder("f"))
        #expect(try FileHash.sha256(of: folder("f")) == FileHash.sha256(bytes))
    }

    @Test("a hash is the known one, also of bytes that come in pieces, and can be asked for in between") func hash() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  // FIPS 180-4, of "abc"
        var sum = SHA256Sum()
        #expect(sum.hexadecimal() == FileHash.sha256(""))
        Array("ab".utf8).withUnsafeBytes { sum.add($0) }
        #expect(sum.hexadecimal() == FileHash.sha256("ab"))
        Array("c".utf8).withUnsafeBytes { sum.add($0) }
        #expect(sum.hexadecimal() == known && FileHash.sha256("abc") == known)
    }

    @Test("writing replaces the content and leaves nothing beside it") func replaces() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write("old and long", to: folder("f"))
        try AtomicFile.write("new", to: folder("f"))
        #expect(try FileReader.bytes(of: folder("f")) == Array("new".utf8))
        #expect(try folder.names() == ["f"])
    }

    @Test("a name as long as the file system takes is written, and a longer one refused with what to do")
    func longNames() throws {
        let folder = try TemporaryFolder()
        let longest = String(repeating: "名", count: 85)
        try AtomicFile.write("x", to: folder(longest))
        #expect(try folder.names() == [longest])
        let error = #expect(throws: FileError.tooLong(path: folder(longest + "n"))) {
            try AtomicFile.write("x", to: folder(longest + "n"))
        }
        #expect(error?.description.contains("choose a shorter name") == true)
        #expect(try folder.names() == [longest])
    }

    @Test("a failed write says where and leaves nothing") func failedWrite() throws {
        let folder = try TemporaryFolder()
        let path = folder("missing/f")
        #expect(throws: FileError.unwritable(path: path, reason: "No such file or directory")) {
            try AtomicFile.write("x", to: path)
        }
        try FileManager.default.createDirectory(atPath: folder("occupied/inside"), withIntermediateDirectories: true)
        #expect(throws: FileError.self) { try AtomicFile.write("x", to: folder("occupied")) }
        #expect(try folder.names() == ["occupied"])
    }

    @Test("a file that is not committed leaves nothing, and the old content in its place") func notCommitted() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write("old", to: folder("f"))
        do {
            var writer = try AtomicFileWriter(path: folder("f"))
            try writer.write(Array("new".utf8))
        }
        #expect(try folder.names() == ["f"])
        #expect(try FileReader.bytes(of: folder("f")) == Array("old".utf8))
    }

    @Test(
        "a file is read to its end even where the system gives no size", .enabled(if: hasKernelFiles, "no /proc here"))
    func kernelFile() throws {
        #expect(try !FileReader.bytes(of: "/proc/self/status").isEmpty)
    }

    private static let hasKernelFiles = FileManager.default.fileExists(atPath: "/proc/self/status")

    @Test("a file longer than is read whole is refused, before it is read and while it is") func tooLarge() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write("12345", to: folder("f"))
        #expect(try FileReader.bytes(of: folder("f"), most: 5).count == 5)
        #expect(throws: FileError.tooLarge(path: folder("f"), bytes: 5, most: 4)) {
            try FileReader.bytes(of: folder("f"), most: 4)
        }
        try #require(truncate(folder("f"), 1 << 40) == 0)
        let error = FileError.tooLarge(path: folder("f"), bytes: 1 << 40, most: FileReader.mostBytes)
        #expect(throws: error) { try FileReader.bytes(of: folder("f")) }
        #expect(error.description.contains("at most \(FileReader.mostBytes)"))
    }

    @Test("a missing file and a folder are told apart") func reading() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileError.missing(path: folder("f"))) { try FileReader.bytes(of: folder("f")) }
        #expect(throws: FileError.notAFile(path: folder.path)) { try FileReader.bytes(of: folder.path) }
        #expect(throws: FileError.notAFile(path: "/dev/zero")) { try FileHash.sha256(of: "/dev/zero") }
    }
}
