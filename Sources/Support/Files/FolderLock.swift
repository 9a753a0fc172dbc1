import Foundation

/// A folder that no other process may take. It is given back with this value, or when its process ends, however.
package final class FolderLock: Sendable {
    /// What became of taking a folder.
    package enum Attempt: Sendable {
        case taken(FolderLock)
        /// The file system has no locks: nobody else is kept out.
        case unlocked(FolderLock, reason: String)
        /// Another process, or another value of this one, has it.
        case held
        /// It is not there, or was replaced meanwhile.
        case gone
    }

    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Takes the folder at `path`, without waiting.
    package static func take(_ path: String) throws(FileError) -> Attempt {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor < 0 {
            let code = errno
            if code == ENOENT { return .gone }
            try Folder.checkOwn(path)
            throw .writing(path, code)
        }
        let lock = FolderLock(descriptor: descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            switch code {
            case EWOULDBLOCK: return .held
            // NFS has EBADF for a folder, which can't be opened to write; a sandbox may have EPERM.
            case ENOLCK, ENOSYS, EOPNOTSUPP, ENOTSUP, EINVAL, EBADF, EPERM:
                return .unlocked(lock, reason: String(cString: strerror(code)))
            default: throw .writing(path, code)
            }
        }
        var (own, there) = (stat(), stat())
        guard fstat(descriptor, &own) == 0, lstat(path, &there) == 0, own.st_ino == there.st_ino,
            own.st_dev == there.st_dev
        else { return .gone }
        return .taken(lock)
    }
}
