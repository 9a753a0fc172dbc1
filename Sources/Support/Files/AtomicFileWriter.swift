import Foundation

/// Writes a file in pieces, so that its place holds the old content or the new, never a part.
///
/// The pieces go to a file beside the place, which ``commit()`` flushes to the disk and renames. Without a commit the
/// place is as it was, and nothing is left beside it. A link in the place is replaced and never followed.
package struct AtomicFileWriter: ~Copyable {
    private let path: String
    /// What errors call it.
    private let name: String
    /// nil where what is written needs no place.
    private let partial: String?
    private let descriptor: Int32

    package init(path: String) throws(FileError) { try self.init(path: path, calledBy: path, mode: nil) }

    /// `mode` is what the file in the place has, which the new one gets; nil for the usual.
    init(path: String, calledBy name: String, mode: mode_t?) throws(FileError) {
        let target = URL(fileURLWithPath: path)
        let folder = target.deletingLastPathComponent().path
        let partial = folder + "/.\(Self.beginning(of: target.lastPathComponent)).\(UUID().uuidString).partial"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode.map { $0 & 0o700 } ?? 0o666)
        guard descriptor >= 0 else { throw .writing(name, errno) }
        if let mode, fchmod(descriptor, mode) != 0 {
            let code = errno
            close(descriptor)
            unlink(partial)
            throw .writing(name, code)
        }
        Interruption.note(temporary: partial)
        self.path = path
        self.name = name
        self.partial = partial
        self.descriptor = descriptor
    }

    /// Writes to what is open as `descriptor`, a device or a pipe, and closes it in the end.
    init(stream descriptor: Int32, calledBy name: String) {
        path = name
        self.name = name
        partial = nil
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        guard let partial else { return }
        unlink(partial)
        Interruption.forget(temporary: partial)
    }

    package mutating func write(_ bytes: [UInt8]) throws(FileError) {
        if let failure = Self.write(bytes, to: descriptor) { throw .writing(name, failure) }
    }

    /// Writes all of it; the system's error number if it can't.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0, errno != EINTR { return errno }
                written += max(count, 0)
            }
            return nil
        }
    }

    /// Puts the file in its place.
    package consuming func commit() throws(FileError) {
        guard let partial else { return }
        guard Folder.flush(descriptor), rename(partial, path) == 0 else { throw .writing(name, errno) }
    }

    /// So much of a file's name that the name of the one beside it, 46 bytes longer, is no longer than any file's of a run:
    /// a place that takes the file takes that one, too.
    private static func beginning(of name: String) -> String {
        var beginning = name
        while beginning.utf8.count > 90 { beginning.removeLast() }
        return beginning
    }
}
