import Foundation

/// A file open for reading, from its start; closed when the value goes away. A pipe is read like a file, as often as one
/// wants, and `-` is standard input.
package struct FileReader: ~Copyable {
    package let path: String
    /// Bytes, when it was opened.
    package let size: Int
    private let descriptor: Int32

    package init(path: String) throws(FileError) {
        // A pipe into which nobody writes yet would keep `open` waiting, whatever signal comes.
        var descriptor = open(path == "-" ? "/dev/stdin" : path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .reading(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .reading(path, code)
        }
        if status.st_mode & S_IFMT == S_IFIFO {
            let pipe = descriptor
            defer { close(pipe) }
            descriptor = try PipeContents.open(pipe, status, path: path)
            guard fstat(descriptor, &status) == 0 else {
                let code = errno
                close(descriptor)
                throw .reading(path, code)
            }
        }
        // A device has no size to trust, and a folder opens without an error.
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(path: path)
        }
        self.path = path
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills the front of `buffer` with the next bytes; returns how many, 0 at the end of the file.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw .reading(path, errno) }
        }
    }

    /// Bytes of the longest file that is read whole: tables of many years and networks are shorter.
    package static let mostBytes = 4 << 30
    /// Bytes of the longest text that is read whole, such as JSON, YAML or a page. A day of an appliance in a house takes
    /// half a kilobyte of results.json: these are nine appliances of twenty houses for seven years. A JSON text takes some
    /// six times its size while it is read.
    package static let mostText = 256 << 20

    /// The whole content of the file at `path`, to its end whatever size the system gave: the kernel's own files say 0.
    /// A file of more than `most` bytes is refused before any of it is read.
    package static func bytes(of path: String, most: Int = mostBytes) throws(FileError) -> [UInt8] {
        let file = try FileReader(path: path)
        guard file.size <= most else { throw .tooLarge(path: path, bytes: file.size, most: most) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { piece.deallocate() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        while true {
            let count = try file.read(into: piece)
            if count == 0 { return bytes }
            guard bytes.count + count <= most else {
                throw .tooLarge(path: path, bytes: bytes.count + count, most: most)
            }
            bytes.append(contentsOf: piece[..<count])
        }
    }
}
