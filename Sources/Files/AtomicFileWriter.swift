import Foundation

/// Writes a file in pieces, so that its place holds the old content or the new, never a part.
///
/// The pieces go to a file beside the place, which ``commit()`` flushes to the disk and renames. Without a commit the
/// place is as it was, and nothing is left beside it.
package struct AtomicFileWriter: ~Copyable {
    private let path: String
    private let partial: String
    private let descriptor: Int32

    package init(path: String) throws(FileError) {
        let target = URL(fileURLWithPath: path)
        let folder = target.deletingLastPathComponent().path
        let partial = folder + "/.\(Self.beginning(of: target.lastPathComponent)).\(UUID().uuidString).partial"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .writing(path, errno) }
        self.path = path
        self.partial = partial
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        unlink(partial)
    }

    package mutating func write(_ bytes: [UInt8]) throws(FileError) {
        let failure: Int32? = bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0, errno != EINTR { return errno }
                written += max(count, 0)
            }
            return nil
        }
        if let failure { throw .writing(path, failure) }
    }

    /// Puts the file in its place.
    package consuming func commit() throws(FileError) {
        guard Folder.flush(descriptor), rename(partial, path) == 0 else { throw .writing(path, errno) }
    }

    /// So much of a file's name that the name of the one beside it, 46 bytes longer, is no longer than any file's of a run:
    /// a place that takes the file takes that one, too.
    private static func beginning(of name: String) -> String {
        var beginning = name
        while beginning.utf8.count > 90 { beginning.removeLast() }
        return beginning
    }
}
