/// Why a CSV file was not read, with the line as an editor counts it.
package enum CSVError: Error, Equatable {
    case file(FileError)
    case header(path: String, expected: String, got: String)
    case number(path: String, line: Int, column: String, got: String)
    case text(path: String, line: Int, column: String)
    case fields(path: String, line: Int, expected: Int)
    /// The file is of more than this program shows.
    case tooMany(path: String, what: String, count: Int, most: Int)
}

extension CSVError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let error): error.description
        case .header(let path, let expected, let got):
            "\(path):1: expected the header \"\(expected)\", got \"\(got)\"; is it the right file?"
        case .number(let path, let line, let column, let got):
            "\(path):\(line): expected a number in column \(column), got \"\(got)\"; correct or remove the line"
        case .text(let path, let line, let column):
            "\(path):\(line): column \(column) is not UTF-8 text with closed quotes; correct or remove the line"
        case .fields(let path, let line, let expected):
            "\(path):\(line): expected \(expected) fields; the file may be cut short: make or copy it again"
        case .tooMany(let path, let what, let count, let most):
            "\(path): has \(count) \(what), and at most \(most) are read; check that it is the right file, or make it of less"
        }
    }
}
