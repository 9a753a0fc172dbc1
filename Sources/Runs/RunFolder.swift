import Configuration
import Files
import Foundation

/// A complete run on disk.
package struct RunFolder: Sendable {
    /// The link to the newest run in an output folder.
    package static let latest = "latest"
    package static let configurationName = "config.yaml"
    package static let modelName = "model.safetensors"
    package static let attentionName = "data/attention.safetensors"

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
        self.path = path
    }

    /// Reads what figures and page are drawn from; every file read must have the sha256 that the manifest says.
    ///
    /// - Parameter parse: reads the text of config.yaml.
    package func contents(
        configuration parse: (String) throws -> RunConfiguration
    ) throws(RunFolderError) -> RunContents {
        let results: Results
        let resultsPath = try checked(ResultsFile.name)
        do throws(JSONFileError) { results = try ResultsFile.read(path: resultsPath) } catch { throw .json(error) }
        let series: [PredictionSeries]
        let seriesPath = try checked(Predictions.name)
        do throws(CSVError) {
            series = try Predictions.read(path: seriesPath, periodS: results.run.data.periodS)
        } catch {
            throw .csv(error)
        }
        var attention: [String: Safetensors.Tensor] = [:]
        if !results.attention.isEmpty {
            let attentionPath = try checked(Self.attentionName)
            do throws(SafetensorsError) {
                attention = try Safetensors(contentsOf: attentionPath).tensors
            } catch {
                throw .tensors(error)
            }
        }
        let configuration = try configuration(configurationPath: checked(Self.configurationName), parse)
        return RunContents(results: results, configuration: configuration, series: series, attention: attention)
    }

    private func configuration(
        configurationPath path: String, _ parse: (String) throws -> RunConfiguration
    ) throws(RunFolderError) -> RunConfiguration {
        do {
            return try parse(String(decoding: FileReader.bytes(of: path), as: UTF8.self))
        } catch {
            throw .configuration(path: path, problem: "\(error)")
        }
    }

    /// Writes a file into the run, whole or not at all; the manifest is stale until ``writeManifest(provenance:)``.
    package func write(_ bytes: [UInt8], to name: String) throws(RunFolderError) {
        try Self.write(bytes, to: name, in: path)
    }

    /// Writes the manifest again, after files of the run were drawn again.
    package func writeManifest(provenance: Provenance) throws(RunFolderError) {
        try Self.writeManifest(run: manifest.run, provenance: provenance, in: path)
    }

    static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(RunFolderError) {
        let path = folder + "/" + name
        let parent = (path as NSString).deletingLastPathComponent
        do throws(FileError) {
            try Folder.create(parent)
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw .file(error)
        }
    }

    static func writeManifest(run: String, provenance: Provenance, in folder: String) throws(RunFolderError) {
        let files: [DataFile]
        do throws(FileError) { files = try Manifest.files(in: folder) } catch { throw .file(error) }
        let bytes: [UInt8]
        do throws(JSONFileError) {
            bytes = try Manifest(run: run, provenance: provenance, files: files).bytes()
        } catch {
            throw .json(error)
        }
        try write(bytes, to: Manifest.name, in: folder)
    }

    /// The path of one of the run's files, if it is there and as the manifest says.
    private func checked(_ name: String) throws(RunFolderError) -> String {
        let file = path + "/" + name
        guard let listed = manifest.files.first(where: { $0.path == name }) else { throw .missing(path: file) }
        let hash: String
        do throws(FileError) {
            hash = try FileHash.sha256(of: file)
        } catch .missing {
            throw .missing(path: file)
        } catch {
            throw .file(error)
        }
        guard hash == listed.sha256 else { throw .changed(path: file) }
        return file
    }
}
