import Foundation

/// What can go wrong between this program and a path: named by the path, with the system's reason and what to do.
package enum FileError: Error, Equatable {
    case missing(path: String)
    case notAFile(path: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    /// A name or a whole path has more bytes than the file system takes.
    case tooLong(path: String)
    /// A file has more bytes than are read whole.
    case tooLarge(path: String, bytes: Int, most: Int)
    /// What is to be moved there lies on another file system, or on one that moves nothing.
    case unmovable(path: String, reason: String)
    /// The content is not what its form promises.
    case damaged(path: String, reason: String)
    /// A folder of this program's own is not what it was made as: it is a link, or somebody else's.
    case foreign(path: String, reason: String)
    /// The user wants the program to end; it was reading this.
    case interrupted(path: String)
}

extension FileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path): "\(path): no such file; check the path"
        case .notAFile(let path): "\(path): expected a file, got a folder or a device; name a file"
        case .unreadable(let path, let reason): "\(path): cannot be read (\(reason)); check its permissions"
        case .unwritable(let path, let reason):
            "\(path): cannot be written (\(reason)); check permissions and free space, or choose another folder"
        case .tooLong(let path):
            "\(path): is longer than the file system takes; choose a shorter name, or a folder with a shorter path"
        case .tooLarge(let path, let bytes, let most):
            "\(path): has \(bytes) bytes, and at most \(most) of such a file are read; check that it is the right file"
        case .unmovable(let path, let reason):
            "\(path): nothing can be moved there (\(reason)); choose a folder that lies on one file system with all that "
                + "is in it"
        case .damaged(let path, let reason): "\(path): is damaged (\(reason)); fetch or make it again"
        case .foreign(let path, let reason):
            "\(path): \(reason), so nothing in it is touched; remove it, or choose another folder or --run-id"
        case .interrupted(let path): "\(path): interrupted while it was read"
        }
    }
}

extension FileError {
    /// What is wrong with a path that can't be written, without what to do.
    package func reason(of path: String) -> String {
        switch self {
        case .unwritable(_, let reason), .unmovable(_, let reason), .unreadable(_, let reason):
            "\(path): cannot be written (\(reason))"
        default: "\(path): cannot be written"
        }
    }

    /// The same of another path.
    package func at(_ path: String) -> FileError {
        switch self {
        case .missing: .missing(path: path)
        case .notAFile: .notAFile(path: path)
        case .unreadable(_, let reason): .unreadable(path: path, reason: reason)
        case .unwritable(_, let reason): .unwritable(path: path, reason: reason)
        case .tooLong: .tooLong(path: path)
        case .tooLarge(_, let bytes, let most): .tooLarge(path: path, bytes: bytes, most: most)
        case .unmovable(_, let reason): .unmovable(path: path, reason: reason)
        case .damaged(_, let reason): .damaged(path: path, reason: reason)
        case .foreign(_, let reason): .foreign(path: path, reason: reason)
        case .interrupted: .interrupted(path: path)
        }
    }

    /// The reading error of `path` for a system error number.
    static func reading(_ path: String, _ code: Int32) -> FileError {
        code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, reason: reason(code))
    }

    /// The writing error of `path` for a system error number.
    static func writing(_ path: String, _ code: Int32) -> FileError {
        switch code {
        case ENAMETOOLONG: .tooLong(path: path)
        case EXDEV: .unmovable(path: path, reason: reason(code))
        default: .unwritable(path: path, reason: reason(code))
        }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
