import Foundation

/// Writes, in pieces, to the place that a person named for a result.
///
/// A regular file there is replaced in one step and keeps its mode, and a new one appears whole or not at all. A symbolic
/// link stays, and what it leads to is written. A device, a pipe and an open descriptor (`/dev/null`, `>(command)`,
/// `/dev/fd/1`) are written to as they are. The program's own places, where a link must not lead elsewhere, are
/// ``AtomicFileWriter``'s.
package struct OutputFileWriter: ~Copyable {
    private var file: AtomicFileWriter

    package init(path: String) throws(FileError) {
        if let number = Self.descriptor(named: path) {
            let copy = dup(number)
            guard copy >= 0 else { throw .writing(path, errno) }
            file = AtomicFileWriter(stream: copy, calledBy: path)
            return
        }
        var status = stat()
        let isThere = stat(path, &status) == 0
        guard isThere || errno == ENOENT else { throw .writing(path, errno) }
        if isThere, status.st_mode & S_IFMT != S_IFREG {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .writing(path, errno) }
            file = AtomicFileWriter(stream: descriptor, calledBy: path)
        } else {
            file = try AtomicFileWriter(
                path: try Self.target(of: path), calledBy: path, mode: isThere ? status.st_mode & 0o777 : nil)
        }
    }

    package mutating func write(_ bytes: [UInt8]) throws(FileError) { try file.write(bytes) }

    /// Puts a file in its place.
    package consuming func commit() throws(FileError) { try file.commit() }

    /// The number of one of this process's descriptors that the system has a name for.
    static func descriptor(named path: String) -> Int32? {
        switch path {
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default: break
        }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            return Int32(path.dropFirst(folder.count))
        }
        return nil
    }

    /// What a path leads to after all symbolic links at its end, which need not be there.
    private static func target(of path: String) throws(FileError) -> String {
        var path = path
        for _ in 0..<40 {
            guard Folder.isLink(path) else { return path }
            var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &buffer, buffer.count)
            guard count > 0 else { throw .writing(path, errno) }
            let target = String(decoding: buffer[..<count], as: UTF8.self)
            // Of a name without a folder in front the folder is the current one.
            let folder = (path as NSString).deletingLastPathComponent
            path = target.hasPrefix("/") || folder.isEmpty ? target : folder + "/" + target
        }
        throw .writing(path, ELOOP)
    }
}
