import Files
import Foundation

/// A run that is being assembled in a hidden folder beside its place, which it takes only when it is complete.
package struct RunDraft: Sendable {
    package let id: RunID
    /// The output folder.
    package let output: String
    private let force: Bool

    /// Where the files go until the run is complete.
    package var path: String { output + "/.\(id.text).partial" }
    /// The run's place.
    package var destination: String { output + "/" + id.text }

    /// Makes the folder, before any long work: an output folder that cannot be written is an error here.
    ///
    /// - Parameter force: replace a run, or the rest of one, that has the same id.
    package init(id: RunID, output: String, force: Bool = false) throws(RunFolderError) {
        self.id = id
        self.output = Folder.withoutTrailingSlash(output)
        self.force = force
        let isThere = FileManager.default.fileExists(atPath: destination)
        guard force || !isThere else { throw .exists(path: destination) }
        do throws(FileError) {
            try Folder.create(self.output)
            if force, FileManager.default.fileExists(atPath: path) { try Folder.remove(path) }
            if try Folder.createNew(path) { return }
        } catch {
            throw .file(error)
        }
        throw .unfinished(path: path)
    }

    /// Writes a file of the run; `name` may have folders in front, which are made.
    package func write(_ bytes: [UInt8], to name: String) throws(RunFolderError) {
        try RunFolder.write(bytes, to: name, in: path)
    }

    package func write(_ text: String, to name: String) throws(RunFolderError) {
        try write(Array(text.utf8), to: name)
    }

    /// Writes the manifest, moves the folder to its place and points `latest` at it.
    package func complete(provenance: Provenance) throws(RunFolderError) -> RunFolder {
        try RunFolder.writeManifest(run: id.text, provenance: provenance, in: path)
        // It may have been made by another process since the draft began.
        let isThere = FileManager.default.fileExists(atPath: destination)
        guard force || !isThere else { throw .exists(path: destination) }
        do throws(FileError) {
            if isThere { try Folder.remove(destination) }
            try Folder.move(path, to: destination)
            try Folder.link(output + "/" + RunFolder.latest, to: id.text)
        } catch {
            throw .file(error)
        }
        return try RunFolder(path: destination)
    }

    /// Removes what was assembled.
    package func discard() throws(RunFolderError) {
        do throws(FileError) { try Folder.remove(path) } catch { throw .file(error) }
    }
}
