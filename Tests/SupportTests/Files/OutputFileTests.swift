import Foundation
import TestSupport
import Testing

@testable import Support

@Suite("A place that a person named for a result") struct OutputFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func kind(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("a file is replaced in one step and keeps its mode", arguments: [mode_t(0o600), 0o640, 0o664, 0o755])
    func modeKept(mode: mode_t) throws {
        try AtomicFile.write("old and long", to: folder("f"))
        chmod(folder("f"), mode)
        do {
            var file = try OutputFileWriter(path: folder("f"))
            try file.write(Array("new".utf8))
            // Until then the old content is there.
            #expect(try FileReader.bytes(of: folder("f")) == Array("old and long".utf8))
            try file.commit()
        }
        #expect(try FileReader.bytes(of: folder("f")) == Array("new".utf8))
        #expect(self.mode(folder("f")) == mode)
        #expect(try folder.names() == ["f"])
    }

    @Test("a device stays one", arguments: ["/dev/null"])
    func device(path: String) throws {
        // Not the system's own: who tests this as root would lose it before the mend.
        let link = folder("null")
        #expect(symlink(path, link) == 0)
        try OutputFile.write("x", to: link)
        #expect(kind(link) == S_IFLNK && kind(path) == S_IFCHR)
        #expect(try folder.names() == ["null"])
    }

    @Test("a pipe with a name gets the bytes, and stays") func pipe() throws {
        let path = folder("p")
        #expect(mkfifo(path, 0o600) == 0)
        // Open for both, so that neither end waits for the other.
        let reader = open(path, O_RDWR)
        defer { close(reader) }
        try OutputFile.write("through", to: path)
        var bytes = [UInt8](repeating: 0, count: 16)
        #expect(read(reader, &bytes, bytes.count) == 7 && String(decoding: bytes[..<7], as: UTF8.self) == "through")
        #expect(kind(path) == S_IFIFO)
        #expect(try folder.names() == ["p"])
    }

    @Test("what a link leads to is written, and the link stays", arguments: [true, false])
    func link(isThere: Bool) throws {
        try FileManager.default.createDirectory(atPath: folder("d"), withIntermediateDirectories: false)
        if isThere { try AtomicFile.write("old", to: folder("d/target")) }
        #expect(symlink("d/second", folder("first")) == 0 && symlink("target", folder("d/second")) == 0)
        try OutputFile.write("new", to: folder("first"))
        #expect(kind(folder("first")) == S_IFLNK && kind(folder("d/second")) == S_IFLNK)
        #expect(kind(folder("d/target")) == S_IFREG)
        #expect(try FileReader.bytes(of: folder("d/target")) == Array("new".utf8))
    }

    @Test("links in a circle are an error") func circle() throws {
        #expect(symlink("b", folder("a")) == 0 && symlink("a", folder("b")) == 0)
        #expect(throws: FileError.self) { try OutputFile.write("x", to: folder("a")) }
        #expect(try folder.names() == ["a", "b"])
    }

    @Test("a descriptor is written where it stands") func descriptor() throws {
        let file = open(folder("f"), O_RDWR | O_CREAT, 0o600)
        defer { close(file) }
        #expect(write(file, "before ", 7) == 7)
        try OutputFile.write("after", to: "/dev/fd/\(file)")
        #expect(try FileReader.bytes(of: folder("f")) == Array("before after".utf8))
        #expect(throws: FileError.self) { try OutputFile.write("x", to: "/dev/fd/9999") }
        #expect(OutputFileWriter.descriptor(named: "/dev/stdout") == 1)
    }

    @Test("the program's own files replace a link and leave what it led to") func own() throws {
        try AtomicFile.write("mine", to: folder("victim"))
        #expect(symlink("victim", folder("f")) == 0)
        try AtomicFile.write("new", to: folder("f"))
        #expect(kind(folder("f")) == S_IFREG)
        #expect(try FileReader.bytes(of: folder("victim")) == Array("mine".utf8))
    }
}
