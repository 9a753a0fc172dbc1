import Figures
import Runs

/// Why a page was not made.
package enum ReportError: Error, Equatable {
    case template(file: String, problem: String)
    case missingValues(template: String, names: [String])
    case json(JSONFileError)
    case figure(id: String, problem: String)
    case figures(FigureError)
    case unknownTimeZone(String)
    case folder(RunFolderError)
}

extension ReportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .template(let file, let problem): "template \(file): \(problem)"
        case .missingValues(let template, let names):
            "template \(template): asks for values that a report does not have: \(names.joined(separator: ", "))"
        case .json(let error): error.description
        case .figure(let id, let problem): "figure \(id): \(problem)"
        case .figures(let error): error.description
        case .unknownTimeZone(let name):
            "results.json: run.data.time_zone: \"\(name)\" is not an IANA time zone of this system"
        case .folder(let error): error.description
        }
    }
}
