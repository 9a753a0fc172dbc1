import Foundation
import Support

/// Where a run's data come from, as `--data` names it.
package enum DataSource: Equatable, Sendable {
    case synthetic
    /// Measured data, in a folder or a file.
    case measured(SourceFormat, path: String)

    /// The forms that `--data` has, for help and messages.
    package static let forms =
        "synthetic, " + SourceFormat.all.dropLast().map(\.form).joined(separator: ", ") + " or "
        + (SourceFormat.all.last?.form ?? "")

    /// From one of ``forms``; a leading `~` of a path is the home folder, which shells don't expand there.
    package init(parsing text: String) throws(DatasetError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts.count == 2 ? (parts[1] as NSString).expandingTildeInPath : nil
        if text == "synthetic" {
            self = .synthetic
        } else if let path, !path.isEmpty, let format = SourceFormat.all.first(where: { $0.name == parts[0] }) {
            self = .measured(format, path: path)
        } else {
            throw .unknownSource(text, nearest: try Self.nearest(to: text, name: parts[0], path: path))
        }
    }

    private static func nearest(to text: String, name: String, path: String?) throws(DatasetError) -> String? {
        // A path alone lacks only the name of its layout.
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: text, isDirectory: &isFolder) {
            let place: SourceFormat.Place = isFolder.boolValue ? .folder : .file
            let names = isFolder.boolValue ? try HouseFiles.names(in: text) : []
            let formats = SourceFormat.all.filter { $0.place == place }
            return (formats.first { $0.recognises(names) } ?? formats.first).map { "\($0.name):\(text)" }
        }
        let nearest = Spelling.nearest(to: name, among: ["synthetic"] + SourceFormat.all.map(\.name))
        guard let format = SourceFormat.all.first(where: { $0.name == nearest }) else { return nearest }
        return path.flatMap { $0.isEmpty ? nil : "\(format.name):\($0)" } ?? format.form
    }

    /// The houses behind the source; nil for synthetic data, which have none.
    package func open(_ options: ReaderOptions = ReaderOptions()) throws(DatasetError) -> (any HouseReader)? {
        switch self {
        case .synthetic:
            guard options.timeZone == nil else { throw .synthetic("it has no clock; leave --time-zone out") }
            return nil
        case .measured(let format, let path): return try format.open(path, options)
        }
    }
}
