import Foundation
import Support

/// manifest.json, written last: every file of a run, and what made it. A folder without one is not a complete run.
package struct Manifest: Codable, Equatable, Sendable {
    package static let name = "manifest.json"
    package static let currentSchema = "nilm-report/manifest/1"

    package var schema = Manifest.currentSchema
    package var run: String
    package var provenance: Provenance
    /// Every file of the folder but this one, by path.
    package var files: [DataFile]
    /// sha256 of this file with nothing here; nil in files of versions that did not seal it.
    package var checksum: String?

    package init(run: String, provenance: Provenance, files: [DataFile]) {
        self.run = run
        self.provenance = provenance
        self.files = files
    }

    package static func read(path: String) throws(JSONFileError) -> Manifest {
        let manifest = try JSONFile.read(Manifest.self, schemas: [currentSchema], path: path)
        let check = NumberCheck(path: path)
        for (index, file) in manifest.files.enumerated() { try check.bytes(file.bytes, "files[\(index)].bytes") }
        let provenance = manifest.provenance
        try check.positive(provenance.cores, "provenance.cores")
        try check.positive(provenance.threads, "provenance.threads")
        try check.bytes(provenance.peakRssBytes, "provenance.peak_rss_bytes")
        for (index, duration) in provenance.durations.enumerated() {
            try check.size(duration.seconds, "provenance.durations[\(index)].seconds")
        }
        return manifest
    }

    /// With its checksum.
    package func bytes() throws(JSONFileError) -> [UInt8] {
        var sealed = self
        sealed.checksum = ""
        sealed.checksum = FileHash.sha256(try JSONFile.bytes(of: sealed))
        return try JSONFile.bytes(of: sealed)
    }

    /// The files below `folder` with size and hash, sorted by path; hidden ones and the manifest itself are left out.
    /// A file that `hashed` lists with its size is not read for its hash again, and one that only a link to a folder
    /// leads to is taken from there.
    package static func files(in folder: String, hashed: [DataFile] = []) throws(FileError) -> [DataFile] {
        // A walk does not enter a link, which `latest` is.
        let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        guard let walk = FileManager.default.enumerator(atPath: place) else { throw .missing(path: folder) }
        let known = Dictionary(hashed.map { ($0.path, $0) }) { first, _ in first }
        var files: [DataFile] = []
        for case let path as String in walk where path != name {
            if (path as NSString).lastPathComponent.hasPrefix(".") {
                walk.skipDescendants()
                continue
            }
            let full = folder + "/" + path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), isFolder.boolValue { continue }
            let bytes = try FileReader(path: full).size
            if let listed = known[path], listed.bytes == bytes {
                files.append(listed)
            } else {
                // What somebody else put there is hashed, too, but not for hours.
                guard bytes <= FileReader.mostBytes else {
                    throw .tooLarge(path: full, bytes: bytes, most: FileReader.mostBytes)
                }
                files.append(DataFile(path: path, bytes: bytes, sha256: try FileHash.sha256(of: full)))
            }
        }
        // Behind a link to a folder, which the walk does not enter.
        let seen = Set(files.map(\.path))
        for file in hashed where !seen.contains(file.path) && file.path != name {
            if FileManager.default.fileExists(atPath: folder + "/" + file.path) { files.append(file) }
        }
        return files.sorted { $0.path < $1.path }
    }
}
