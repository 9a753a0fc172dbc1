import Foundation

/// Makes and removes folders.
package enum Folder {
    /// A folder's path as it is written in front of `/` and a name: `output/` becomes `output`.
    package static func withoutTrailingSlash(_ path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    /// Makes the folder at `path` and those above it; one that exists is fine.
    package static func create(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return }
        var code = errno
        if code == ENOENT {
            let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard parent != path, parent != "/" else { throw .writing(path, code) }
            try create(parent)
            if mkdir(path, 0o777) == 0 { return }
            code = errno
        }
        var status = stat()
        guard code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .writing(path, code)
        }
    }

    /// Makes the folder at `path`; returns false if something is there already.
    package static func createNew(_ path: String) throws(FileError) -> Bool {
        if mkdir(path, 0o777) == 0 { return true }
        if errno == EEXIST { return false }
        throw .writing(path, errno)
    }

    /// Whether there is anything at `path`, a link that leads nowhere included.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    package static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Bytes of the file at `path`; nil for all else, links too.
    package static func fileSize(_ path: String) -> Int? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Refuses what is no folder of our own at `path`, which is below `parent`: a link leads to a folder that somebody else
    /// chose. One that belongs to the owner of `parent` is as good as ours, as on shares where all files have one owner.
    package static func checkOwn(_ path: String) throws(FileError) {
        var (own, above) = (stat(), stat())
        guard lstat(path, &own) == 0 else { throw .writing(path, errno) }
        switch own.st_mode & S_IFMT {
        case S_IFDIR: break
        case S_IFLNK: throw .foreign(path: path, reason: "is a symbolic link and no folder of this program's")
        default: throw .foreign(path: path, reason: "is no folder")
        }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let isOurs = own.st_uid == geteuid() || (stat(parent, &above) == 0 && own.st_uid == above.st_uid)
        guard isOurs else { throw .foreign(path: path, reason: "belongs to another user") }
    }

    /// The names in the folder at `path`, sorted, hidden ones too.
    package static func names(in path: String) throws(FileError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw .unreadable(path: path, reason: "it is no folder that can be listed")
        }
    }

    /// Removes the folder with all that is in it.
    package static func remove(_ path: String) throws(FileError) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .unwritable(path: path, reason: "the folder or something in it cannot be removed")
        }
    }

    /// Gives a file or folder another path on the same disk; a file or link that is there is replaced.
    package static func move(_ path: String, to destination: String) throws(FileError) {
        guard rename(path, destination) == 0 else { throw .writing(destination, errno) }
    }

    /// Why ``move(_:to:)`` fails; nil if it does not, and has moved.
    package static func problem(ofMoving path: String, to destination: String) -> FileError? {
        do throws(FileError) {
            try move(path, to: destination)
            return nil
        } catch {
            return error
        }
    }

    /// Has the disk keep what was made, renamed and removed in the folder at `path`, so that a crash right after it loses
    /// none of that.
    package static func sync(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .writing(path, errno) }
        defer { close(descriptor) }
        guard flush(descriptor) else { throw .writing(path, errno) }
    }

    /// The same of the folder with all folders in it.
    package static func syncAll(_ path: String) throws(FileError) {
        for name in try names(in: path) {
            let inner = path + "/" + name
            if !isLink(inner), isFolder(inner) { try syncAll(inner) }
        }
        try sync(path)
    }

    /// Has the disk keep what was written; false, with the reason in `errno`, if it can't. A file system that does not know
    /// how is no failure.
    static func flush(_ descriptor: Int32) -> Bool {
        if fsync(descriptor) == 0 { return true }
        return [EINVAL, ENOSYS, EOPNOTSUPP, ENOTSUP].contains(errno)
    }

    /// Whether `path` is a folder, or a link to one.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Makes `path` a symbolic link to `target`, replacing the link that is there in one step.
    package static func link(_ path: String, to target: String) throws(FileError) {
        let new = path + "." + UUID().uuidString
        guard symlink(target, new) == 0 else { throw .writing(path, errno) }
        do throws(FileError) {
            try move(new, to: path)
        } catch {
            unlink(new)
            throw error
        }
    }
}
