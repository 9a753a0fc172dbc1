import Foundation

/// Writes a file so that its place holds the old content or the new, never a part.
package enum AtomicFile {
    /// Writes `bytes` beside `path`, flushes them to the disk and renames. On an error the place is as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let target = URL(fileURLWithPath: path)
        let folder = target.deletingLastPathComponent().path
        let partial = folder + "/.\(target.lastPathComponent).\(UUID().uuidString).partial"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .writing(path, errno) }
        var failure = fill(descriptor, with: bytes)
        if close(descriptor) != 0, failure == nil { failure = errno }
        if failure == nil, rename(partial, path) != 0 { failure = errno }
        if let failure {
            unlink(partial)
            throw .writing(path, failure)
        }
    }

    /// Writes a text as UTF-8.
    package static func write(_ text: String, to path: String) throws(FileError) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes everything and flushes; returns the system's error number if it could not.
    private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0, errno != EINTR { return errno }
                written += max(count, 0)
            }
            return fsync(descriptor) == 0 ? nil : errno
        }
    }
}
