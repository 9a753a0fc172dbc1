import Support

/// What can go wrong with a run's folder.
package enum RunFolderError: Error, Equatable {
    case invalidID(String)
    /// There is a run with this id already.
    case exists(path: String)
    /// There is an interrupted run with this id, which this one is not.
    case unfinished(path: String)
    /// There is an interrupted run with this id, which differs from this one so.
    case otherRun(path: String, difference: String)
    /// Something else is where the link to the newest run is to be.
    case noLink(path: String)
    /// Another process is making the run.
    case inUse(path: String)
    /// There is no interrupted run to go on with.
    case nothingToResume(output: String, id: RunID?)
    /// What says how an interrupted run began is damaged.
    case damagedBeginning(JSONFileError)
    case file(FileError)
    case notARun(path: String)
    case missing(path: String)
    /// A file's content is not what the manifest says.
    case changed(path: String)
    /// A file has more or fewer bytes than the manifest says.
    case otherSize(path: String, bytes: Int, listed: Int)
    case json(JSONFileError)
    case csv(CSVError)
    case tensors(SafetensorsError)
    /// What is wrong with config.yaml, where it stands.
    case configuration(problem: String)
}

extension RunFolderError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidID(let text):
            "run id \"\(text)\": expected 1 to 100 letters, digits, \".\", \"_\" or \"-\", not starting with \".\" or "
                + "\"-\" and not \"\(RunFolder.latest)\""
        case .exists(let path): "\(path): there is a run here already; choose another --run-id or give --force"
        case .unfinished(let path):
            "\(path): an interrupted run of build is here; choose another --run-id, or give --force to forget it"
        case .otherRun(let path, let difference):
            "\(path): this interrupted run can't be gone on with: \(difference); give what it was begun with, choose "
                + "another --run-id, or give --force to start again"
        case .noLink(let path):
            "\(path): is no link to the newest run, but something else; give it another name, or choose another --output"
        case .inUse(let path): "\(path): another process is making this run; wait for it or choose another --run-id"
        case .nothingToResume(let output, let id):
            if let id {
                "\(output): there is no interrupted run \(id.text); leave --resume out to start it"
            } else {
                "\(output): there is no interrupted run of this configuration; leave --resume out to start one"
            }
        case .damagedBeginning(let error):
            "\(error); or give --force to forget what was interrupted and start again"
        case .file(let error): error.description
        case .notARun(let path): "\(path): is not a run's folder; name one that nilm-report made, with a manifest.json"
        case .missing(let path):
            "\(path): the run lacks this file, which its manifest lists; copy the whole folder or make the run again"
        case .changed(let path):
            "\(path): does not have the sha256 that the manifest says: it is damaged or was edited; copy the folder "
                + "again or make the run again"
        case .otherSize(let path, let bytes, let listed):
            "\(path): has \(bytes) bytes, not the \(listed) that the manifest says: it is damaged or was edited; copy the "
                + "folder again or make the run again"
        case .json(let error): error.description
        case .csv(let error): error.description
        case .tensors(let error): error.description
        case .configuration(let problem): problem
        }
    }
}
