import Foundation
import Support

/// A run that is being assembled in a hidden folder beside its place, which it takes only when it is complete.
package struct RunDraft: Sendable {
    package let id: RunID
    /// The output folder.
    package let output: String
    /// What the run was when it began.
    package let beginning: RunBeginning
    /// Whether it goes on from where a process left it.
    package let isResumed: Bool
    /// What the file system can't do for it, sentences to be said as warnings.
    package let remarks: [String]
    private let force: Bool
    private let partial: PartialRun
    /// Given back with the last copy of this value.
    private let lock: FolderLock

    /// When it began.
    package var created: UTCTime { UTCTime(seconds: beginning.created) }
    /// Where the files go until the run is complete.
    package var path: String { partial.run }
    /// Where that is kept from which an interrupted run goes on.
    package var checkpoint: String { partial.checkpoint }

    /// Makes the folder, before any long work: an output folder that cannot be written, or in which no run can be put in its
    /// place, is an error here.
    ///
    /// What interrupted training of this id left goes on, if it began as `beginning` says; another is an error.
    /// - Parameters:
    ///   - isTraining: When it is interrupted, it can be gone on with.
    ///   - force: Replace a run that has the same id.
    ///   - restart: Forget what an interrupted run of this id left.
    package init(
        id: RunID, output: String, force: Bool = false, restart: Bool = false, beginning: RunBeginning,
        isTraining: Bool = false
    ) throws(RunFolderError) {
        self.id = id
        self.output = Folder.withoutTrailingSlash(output)
        self.force = force
        partial = PartialRun(id: id.text, output: self.output)
        // From here on there is something that a signal must not leave half done.
        Interruption.waitForGoodPlace()
        do throws(FileError) {
            try Folder.create(self.output)
        } catch {
            throw .file(error)
        }
        try Self.checkLatest(in: self.output)
        let remark: String?
        (lock, remark) = try Self.lock(partial)
        remarks = [remark].compactMap { $0 }
        do throws(RunFolderError) {
            (self.beginning, isResumed) = try Self.begin(
                beginning, in: partial, force: force, restart: restart, isTraining: isTraining)
        } catch {
            if !Folder.exists(partial.checkpoint) { try Self.remove(partial) }
            throw error
        }
    }

    /// The interrupted run `id` in an output folder, or for nil the newest that has the configuration of `beginning`.
    package static func interrupted(
        _ id: RunID?, in output: String, as beginning: RunBeginning
    ) throws(RunFolderError) -> RunID {
        let output = Folder.withoutTrailingSlash(output)
        let nothing = RunFolderError.nothingToResume(output: output, id: id)
        guard Folder.exists(output) else { throw nothing }
        if let id {
            guard Folder.exists(PartialRun(id: id.text, output: output).beginning) else { throw nothing }
            return id
        }
        var newest: (id: RunID, created: Int)?
        for partial in try Self.partials(in: output) where Folder.exists(partial.beginning) {
            let other = try Self.read(partial)
            guard other.configuration == beginning.configuration, other.created >= newest?.created ?? .min else {
                continue
            }
            newest = (try RunID(partial.id), other.created)
        }
        guard let newest else { throw nothing }
        return newest.id
    }

    /// Writes a file of the run; `name` may have folders in front, which are made.
    package func write(_ bytes: [UInt8], to name: String) throws(RunFolderError) {
        try check()
        try RunFolder.write(bytes, to: name, in: path)
    }

    /// Refuses to go on if the hidden folder, or its checkpoint, has become a link or somebody else's.
    package func check() throws(RunFolderError) {
        do throws(FileError) { try partial.check() } catch { throw .file(error) }
    }

    package func write(_ text: String, to name: String) throws(RunFolderError) {
        try write(Array(text.utf8), to: name)
    }

    /// Writes the manifest, moves the folder to its place and points `latest` at it. Where there can be no link, the run is
    /// complete all the same, and `onWarning` is told.
    package func complete(
        provenance: Provenance, onWarning: (String) -> Void = { _ in }
    ) throws(RunFolderError) -> RunFolder {
        try check()
        try RunFolder.writeManifest(run: id.text, provenance: provenance, in: path)
        // Made by other means than this program's.
        guard force || !Folder.exists(partial.destination) else { throw .exists(path: partial.destination) }
        do throws(FileError) { try partial.place() } catch { throw .file(error) }
        // From here on there is a run, whatever else can't be done.
        do throws(FileError) {
            try partial.settle()
        } catch {
            onWarning("\(error); the run \(partial.destination) is complete")
        }
        do throws(FileError) {
            try Folder.link(output + "/" + RunFolder.latest, to: id.text)
            try Folder.sync(output)
        } catch {
            onWarning(
                "\(error.reason(of: output + "/" + RunFolder.latest)), so it does not lead to this run, which is complete; "
                    + "name its own folder, \(partial.destination)")
        }
        return try RunFolder(path: partial.destination)
    }

    /// Removes what was assembled, and what it could be gone on from.
    package func discard() throws(RunFolderError) { try Self.remove(partial) }
}

extension RunDraft {
    /// A link that can't be replaced is better known before the work than after it.
    private static func checkLatest(in output: String) throws(RunFolderError) {
        let path = output + "/" + RunFolder.latest
        if Folder.exists(path), !Folder.isLink(path) { throw .noLink(path: path) }
    }

    private static func lock(_ partial: PartialRun) throws(RunFolderError) -> (FolderLock, remark: String?) {
        do throws(FileError) {
            if let taken = try partial.take() { return (taken.lock, taken.remark) }
        } catch {
            throw .file(error)
        }
        throw .inUse(path: partial.destination)
    }

    /// Brings the folder into order and begins, or goes on.
    private static func begin(
        _ beginning: RunBeginning, in partial: PartialRun, force: Bool, restart: Bool, isTraining: Bool
    ) throws(RunFolderError) -> (RunBeginning, isResumed: Bool) {
        do throws(FileError) {
            try partial.tidy()
            if restart, Folder.exists(partial.checkpoint) { try Folder.remove(partial.checkpoint) }
        } catch {
            throw .file(error)
        }
        guard force || !Folder.exists(partial.destination) else { throw .exists(path: partial.destination) }
        do throws(FileError) { try partial.rehearse() } catch { throw .file(error) }
        if Folder.exists(partial.beginning) {
            guard isTraining else { throw .unfinished(path: partial.path) }
            let old = try read(partial)
            if let difference = old.difference(from: beginning) {
                throw .otherRun(path: partial.path, difference: difference)
            }
            return (old, true)
        }
        if isTraining {
            try create(partial.checkpoint)
            let bytes: [UInt8]
            do throws(JSONFileError) { bytes = try beginning.bytes() } catch { throw .json(error) }
            do throws(FileError) { try AtomicFile.write(bytes, to: partial.beginning) } catch { throw .file(error) }
        }
        return (beginning, false)
    }

    private static func partials(in output: String) throws(RunFolderError) -> [PartialRun] {
        do throws(FileError) {
            var free: [PartialRun] = []
            for partial in try PartialRun.all(in: output) {
                do throws(FileError) { try partial.check() } catch .foreign { continue }
                switch try FolderLock.take(partial.path) {
                case .taken, .unlocked: free.append(partial)
                // One that is being worked on was not interrupted.
                case .held, .gone: break
                }
            }
            return free
        } catch {
            throw .file(error)
        }
    }

    private static func read(_ partial: PartialRun) throws(RunFolderError) -> RunBeginning {
        do throws(JSONFileError) { return try RunBeginning.read(path: partial.beginning) } catch {
            // A file that can't be read is no damaged one.
            if case .file(let error) = error { throw .file(error) }
            throw .damagedBeginning(error)
        }
    }

    private static func create(_ folder: String) throws(RunFolderError) {
        do throws(FileError) { try Folder.create(folder) } catch { throw .file(error) }
    }

    private static func remove(_ partial: PartialRun) throws(RunFolderError) {
        guard Folder.exists(partial.path) else { return }
        do throws(FileError) { try partial.remove() } catch { throw .file(error) }
    }
}
