import Files
import Foundation

/// The hidden folder in which a run is assembled, `.ID.partial` beside the run's place.
///
/// It has `run/`, which becomes the run's folder by being renamed, `checkpoint/`, from which an interrupted run goes on,
/// and for a moment `replaced/`, a run that gives way. The process that works in it has it locked.
struct PartialRun: Sendable {
    let id: String
    let output: String

    var path: String { output + "/.\(id)\(Self.suffix)" }
    var run: String { path + "/run" }
    var checkpoint: String { path + "/checkpoint" }
    var beginning: String { checkpoint + "/" + RunBeginning.name }
    private var replaced: String { path + "/replaced" }
    /// The run's place.
    var destination: String { output + "/" + id }

    private static let suffix = ".partial"

    /// Those in an output folder, locked or not.
    static func all(in output: String) throws(FileError) -> [PartialRun] {
        try Folder.names(in: output).filter { $0.hasPrefix(".") && $0.hasSuffix(suffix) }.map {
            PartialRun(id: String($0.dropFirst().dropLast(suffix.count)), output: output)
        }
    }

    /// Makes the folder if it is not there, and takes it; nil if another process has it.
    func take() throws(FileError) -> FolderLock? {
        while true {
            _ = try Folder.createNew(path)
            switch try FolderLock.take(path) {
            case .taken(let lock): return lock
            case .held: return nil
            // Another process has just completed its run, or discarded it.
            case .gone: continue
            }
        }
    }

    /// Brings a folder that a process left at any moment into order: only its checkpoint stays, beside an empty `run/`.
    func tidy() throws(FileError) {
        // It ended between putting the run in its place and removing this folder.
        if Folder.exists(destination), !Folder.exists(run), Folder.exists(checkpoint) { try Folder.remove(checkpoint) }
        // It ended between taking the old run away and putting the new one in its place.
        if Folder.exists(replaced) {
            if Folder.exists(destination) {
                try Folder.remove(replaced)
            } else {
                try Folder.move(replaced, to: destination)
            }
        }
        if Folder.exists(run) { try Folder.remove(run) }
        try Folder.create(run)
    }

    /// Puts the run in its place, where another one may be, and removes this folder.
    func place() throws(FileError) {
        if Folder.exists(destination) {
            try Folder.move(destination, to: replaced)
            do throws(FileError) {
                try Folder.move(run, to: destination)
            } catch {
                try Folder.move(replaced, to: destination)
                throw error
            }
        } else {
            try Folder.move(run, to: destination)
        }
        try Folder.remove(path)
    }
}
