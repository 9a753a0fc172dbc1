import Foundation
import Support

/// The hidden folder in which a run is assembled, `.ID.partial` beside the run's place.
///
/// It has `run/`, which becomes the run's folder by being renamed, `checkpoint/`, from which an interrupted run goes on,
/// and for a moment `replaced/`, a run that gives way. The process that works in it has it locked, where there are locks.
struct PartialRun: Sendable {
    let id: String
    let output: String

    var path: String { output + "/.\(id)\(Self.suffix)" }
    var run: String { path + "/run" }
    var checkpoint: String { path + "/checkpoint" }
    var beginning: String { checkpoint + "/" + RunBeginning.name }
    private var replaced: String { path + "/replaced" }
    /// Where `run/` is moved to and back, to see that it can be.
    private var trial: String { output + "/.\(id).trial" }
    /// The run's place.
    var destination: String { output + "/" + id }

    private static let suffix = ".partial"

    /// Those in an output folder, locked or not.
    static func all(in output: String) throws(FileError) -> [PartialRun] {
        try Folder.names(in: output).filter { $0.hasPrefix(".") && $0.hasSuffix(suffix) }.map {
            PartialRun(id: String($0.dropFirst().dropLast(suffix.count)), output: output)
        }
    }

    /// Refuses a hidden folder that is a link or somebody else's, and one that has such a folder in it: what is written,
    /// replaced and removed there must be our own. Asked again before each of these, as the folder's place may be open to
    /// others.
    func check() throws(FileError) {
        try checkBeginning()
        if Folder.exists(run) { try Folder.checkOwn(run) }
    }

    /// The same before there is a `run/` of this process; a link in its place is removed as one.
    private func checkBeginning() throws(FileError) {
        try Folder.checkOwn(path)
        if Folder.exists(checkpoint) { try Folder.checkOwn(checkpoint) }
    }

    /// Makes the folder if it is not there, and takes it; nil if another process has it. `remark` says that none is kept
    /// out of it.
    func take() throws(FileError) -> (lock: FolderLock, remark: String?)? {
        while true {
            if try !Folder.createNew(path), Folder.exists(path) { try Folder.checkOwn(path) }
            switch try FolderLock.take(path) {
            case .taken(let lock): return (lock, nil)
            case .unlocked(let lock, let reason):
                return (
                    lock,
                    "\(output): the file system has no locks (\(reason)), so nothing keeps two processes from making the "
                        + "run \(id) at once; start one at a time"
                )
            case .held: return nil
            // Another process has just completed its run, or discarded it.
            case .gone: continue
            }
        }
    }

    /// Brings a folder that a process left at any moment into order: only its checkpoint stays, beside an empty `run/`.
    func tidy() throws(FileError) {
        try checkBeginning()
        // It ended between putting the run in its place and removing this folder.
        let isPlaced = Folder.exists(destination) && !Folder.exists(run) && !Folder.exists(trial)
        if isPlaced, Folder.exists(checkpoint) { try Folder.remove(checkpoint) }
        // It ended between taking the old run away and putting the new one in its place.
        if Folder.exists(replaced) {
            if Folder.exists(destination) {
                try Folder.remove(replaced)
            } else {
                try Folder.move(replaced, to: destination)
            }
        }
        for folder in [run, trial] where Folder.exists(folder) { try Folder.remove(folder) }
        try Folder.create(run)
    }

    /// Does in small what the end of the run does: writes a file whose path is as long as any, and moves the folder. What
    /// can't be done here is an error before the long work, not after it.
    func rehearse() throws(FileError) {
        try check()
        do throws(FileError) {
            let folder = run + "/figures"
            try Folder.create(folder)
            try AtomicFile.write("", to: folder + "/" + String(repeating: "n", count: Self.longestName))
            try Folder.remove(folder)
            try Folder.move(run, to: trial)
            try Folder.move(trial, to: run)
        } catch {
            throw error.at(destination)
        }
        // A folder can't be moved into itself (EINVAL), which does nothing; one that another disk is at says so first.
        if Folder.exists(destination), !Folder.isLink(destination),
            case .unmovable? = Folder.problem(ofMoving: destination, to: destination + "/moved")
        {
            throw .unmovable(path: destination, reason: "another file system begins here")
        }
    }

    /// Bytes of the longest name of a run's files: those made of an appliance's name are cut, with room for the ending.
    private static let longestName = 140

    /// Puts the run in its place, where another one may be.
    func place() throws(FileError) {
        try check()
        try Folder.syncAll(run)
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
    }

    /// Has the disk keep the place of the run, so that a crash right behind it finds the whole run there, and removes this
    /// folder.
    func settle() throws(FileError) {
        try Folder.sync(destination)
        try Folder.sync(output)
        try remove()
    }

    /// Removes the folder with all that is in it.
    func remove() throws(FileError) {
        try Folder.checkOwn(path)
        try Folder.remove(path)
    }
}
