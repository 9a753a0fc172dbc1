import Support

/// Why results.json or manifest.json was not read or written.
package enum JSONFileError: Error, Equatable {
    case file(FileError)
    case schema(path: String, expected: String, got: String)
    case key(path: String, key: String, problem: String)
    case notJSON(path: String, problem: String)
    /// A value that JSON cannot hold, such as NaN.
    case notWritable(problem: String)
}

extension JSONFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let error): error.description
        case .schema(let path, let expected, let got):
            "\(path): expected the schema \(expected), got \"\(got)\"; it was written by another version of this "
                + "program or is another kind of file"
        case .key(let path, let key, let problem):
            "\(path): the key \(key) \(problem); the file is damaged or was edited: copy it again or make the run again"
        case .notJSON(let path, let problem):
            "\(path): \(problem); the file is damaged or cut short: copy it again or make the run again"
        case .notWritable(let problem): "cannot be written as JSON: \(problem)"
        }
    }
}
