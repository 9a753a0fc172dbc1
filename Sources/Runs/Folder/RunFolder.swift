import Foundation
import Support

/// A complete run on disk.
package struct RunFolder: Sendable {
    /// The link to the newest run in an output folder.
    package static let latest = "latest"
    package static let configurationName = "config.yaml"
    package static let modelName = "model.safetensors"
    package static let attentionName = "data/attention.safetensors"

    /// Whether a file of this name is one that a run may have, beside what is drawn or made of its results alone.
    package static func hasPlace(for name: String) -> Bool {
        let isModel = name.hasPrefix("model") && name.hasSuffix(".safetensors") && !name.contains("/")
        return isModel
            || [
                ResultsFile.name, configurationName, attentionName, Predictions.name, BaselineFitFile.name,
                TrainingRowsFile.name,
            ].contains(name)
    }

    package let path: String
    package let manifest: Manifest

    /// Opens the run at `path`, which may be a link such as `output/latest`.
    package init(path: String) throws(RunFolderError) {
        let manifestPath = path + "/" + Manifest.name
        do throws(JSONFileError) {
            manifest = try Manifest.read(path: manifestPath)
        } catch {
            if case .file(.missing) = error { throw .notARun(path: path) }
            throw .json(error)
        }
        self.path = Folder.withoutTrailingSlash(path)
    }

    /// Reads what figures and page are drawn from; every file read must have the sha256 that the manifest says.
    package func contents() throws(RunFolderError) -> RunContents {
        let results = try results()
        // Its text is shown beside them.
        _ = try configurationText()
        let series: [PredictionSeries]
        let seriesPath = try verifiedPath(of: Predictions.name)
        do throws(CSVError) {
            series = try Predictions.read(path: seriesPath, periodS: results.run.data.periodS)
        } catch {
            throw .csv(error)
        }
        var attention: [String: Safetensors.Tensor] = [:]
        if !results.attention.isEmpty {
            let attentionPath = try verifiedPath(of: Self.attentionName)
            do throws(SafetensorsError) {
                attention = try Safetensors(contentsOf: attentionPath).tensors
            } catch {
                throw .tensors(error)
            }
        }
        return RunContents(results: results, series: series, attention: attention)
    }

    /// What results.json says.
    package func results() throws(RunFolderError) -> Results {
        let path = try verifiedPath(of: ResultsFile.name)
        do throws(JSONFileError) { return try ResultsFile.read(path: path) } catch { throw .json(error) }
    }

    /// The text of config.yaml; nil for imported predictions, which have none.
    package func configurationText() throws(RunFolderError) -> String? {
        guard manifest.files.contains(where: { $0.path == Self.configurationName }) else { return nil }
        let file = try verifiedPath(of: Self.configurationName)
        do throws(FileError) {
            return String(decoding: try FileReader.bytes(of: file, most: FileReader.mostText), as: UTF8.self)
        } catch {
            throw .file(error)
        }
    }

    /// Writes the manifest again, after files of the run were drawn again; those of `hashed` keep the hash that they have
    /// there, so that a file that was changed since stays a changed one.
    package func writeManifest(provenance: Provenance, hashed: [DataFile] = []) throws(RunFolderError) {
        try Self.writeManifest(run: manifest.run, provenance: provenance, in: path, hashed: hashed)
    }

    /// Writes a file of the run in `folder`, finished or a draft; `name` may have folders in front, which are made.
    package static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(RunFolderError) {
        let path = folder + "/" + name
        do throws(FileError) {
            try Folder.create((path as NSString).deletingLastPathComponent)
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw .file(error)
        }
    }

    /// Removes a folder of the run in `folder`, if it is there.
    package static func remove(_ name: String, in folder: String) throws(RunFolderError) {
        let path = folder + "/" + name
        guard FileManager.default.fileExists(atPath: path) else { return }
        do throws(FileError) { try Folder.remove(path) } catch { throw .file(error) }
    }

    /// The files of the run in `folder` with size and hash, sorted by path; without the manifest. The hashes of
    /// `hashed` are taken as they are.
    package static func files(in folder: String, hashed: [DataFile] = []) throws(RunFolderError) -> [DataFile] {
        do throws(FileError) {
            return try Manifest.files(in: folder, hashed: hashed)
        } catch {
            throw .file(error)
        }
    }

    static func writeManifest(
        run: String, provenance: Provenance, in folder: String, hashed: [DataFile] = []
    ) throws(RunFolderError) {
        let manifest = Manifest(run: run, provenance: provenance, files: try files(in: folder, hashed: hashed))
        let bytes: [UInt8]
        do throws(JSONFileError) { bytes = try manifest.bytes() } catch { throw .json(error) }
        try write(bytes, to: Manifest.name, in: folder)
    }

    /// Refuses a run of which a file that `isChecked` names is not as the manifest says.
    package func verify(where isChecked: (String) -> Bool) throws(RunFolderError) {
        let checked = manifest.files.map(\.path).filter(isChecked)
        _ = try concurrentMap(checked.count) { index throws(RunFolderError) in try verifiedPath(of: checked[index]) }
    }

    /// The path of one of the run's files, if it is there and as the manifest says. One that has another size is not read.
    package func verifiedPath(of name: String) throws(RunFolderError) -> String {
        let file = path + "/" + name
        guard let listed = manifest.files.first(where: { $0.path == name }) else { throw .missing(path: file) }
        let (bytes, hash): (Int, String?)
        do throws(FileError) {
            let reader = try FileReader(path: file)
            bytes = reader.size
            hash = bytes == listed.bytes ? try FileHash.sha256(of: reader) : nil
        } catch .missing {
            throw .missing(path: file)
        } catch {
            throw .file(error)
        }
        guard let hash else { throw .otherSize(path: file, bytes: bytes, listed: listed.bytes) }
        guard hash == listed.sha256 else { throw .changed(path: file) }
        return file
    }
}
