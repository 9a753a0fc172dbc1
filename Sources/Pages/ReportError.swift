import Plots
import Runs
import Support

/// Why a page was not made.
package enum ReportError: Error, Equatable {
    /// What is wrong with templates of one's own, or with those of this program.
    case templates([TemplateProblem])
    /// Exported templates would replace a file.
    case exists(path: String)
    case file(FileError)
    case json(JSONFileError)
    case figure(id: String, problem: String)
    case figures(FigureError)
    case unknownTimeZone(String)
    case folder(RunFolderError)
}

extension ReportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .templates(let problems):
            (problems.first?.description ?? "templates are wrong")
                + (problems.count > 1 ? " (and \(problems.count - 1) more: see nilm-report templates check)" : "")
        case .exists(let path): "\(path): is there already; choose another folder or give --force"
        case .file(let error): error.description
        case .json(let error): error.description
        case .figure(let id, let problem): "figure \(id): \(problem)"
        case .figures(let error): error.description
        case .unknownTimeZone(let name):
            "results.json: run.data.time_zone: \"\(name)\" is not an IANA time zone of this system"
        case .folder(let error): error.description
        }
    }
}
