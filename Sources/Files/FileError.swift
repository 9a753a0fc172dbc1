import Foundation

/// What can go wrong between this program and a path: named by the path, with the system's reason and what to do.
package enum FileError: Error, Equatable {
    case missing(path: String)
    case notAFile(path: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    /// The content is not what its form promises.
    case damaged(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path): "\(path): no such file; check the path"
        case .notAFile(let path): "\(path): expected a file, got a folder or a device; name a file"
        case .unreadable(let path, let reason): "\(path): cannot be read (\(reason)); check its permissions"
        case .unwritable(let path, let reason):
            "\(path): cannot be written (\(reason)); check permissions and free space, or choose another folder"
        case .damaged(let path, let reason): "\(path): is damaged (\(reason)); fetch or make it again"
        }
    }
}

extension FileError {
    /// The reading error of `path` for a system error number.
    static func reading(_ path: String, _ code: Int32) -> FileError {
        code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, reason: reason(code))
    }

    /// The writing error of `path` for a system error number.
    static func writing(_ path: String, _ code: Int32) -> FileError {
        .unwritable(path: path, reason: reason(code))
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
