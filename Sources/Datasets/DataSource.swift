import Foundation
import Support

/// Where a run's data come from, as `--data` names it.
package enum DataSource: Equatable, Sendable {
    case synthetic
    /// A folder of `house_N` folders in UK-DALE's layout.
    case ukdale(directory: String)
    /// A folder of REFIT's tables.
    case refit(directory: String)
    /// One house's table.
    case csv(file: String)

    /// The forms that `--data` has, for help and messages.
    package static let forms = "synthetic, ukdale:DIR, refit:DIR or csv:FILE"

    /// From one of ``forms``; a leading `~` of a path is the home folder, which shells don't expand there.
    package init(parsing text: String) throws(DatasetError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.count == 2 ? (String(parts[1]) as NSString).expandingTildeInPath : nil
        switch (parts[0], place) {
        case ("synthetic", nil): self = .synthetic
        case ("ukdale", let directory?) where !directory.isEmpty: self = .ukdale(directory: directory)
        case ("refit", let directory?) where !directory.isEmpty: self = .refit(directory: directory)
        case ("csv", let file?) where !file.isEmpty: self = .csv(file: file)
        default: throw .unknownSource(text, nearest: try Self.nearest(to: text, name: String(parts[0]), place: place))
        }
    }

    private static func nearest(to text: String, name: String, place: String?) throws(DatasetError) -> String? {
        // A path alone lacks only the name of its layout.
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: text, isDirectory: &isFolder) {
            guard isFolder.boolValue else { return "csv:\(text)" }
            let hasTables = try HouseFiles.names(in: text).contains { $0.lowercased().hasSuffix(".csv") }
            return hasTables ? "refit:\(text)" : "ukdale:\(text)"
        }
        guard let nearest = Spelling.nearest(to: name, among: ["synthetic", "ukdale", "refit", "csv"]) else {
            return nil
        }
        if nearest == "synthetic" { return nearest }
        let missing = nearest == "csv" ? "FILE" : "DIR"
        return "\(nearest):\(place.flatMap { $0.isEmpty ? nil : $0 } ?? missing)"
    }

    /// The houses behind the source; nil for synthetic data, which have none.
    package func open(_ options: ReaderOptions = ReaderOptions()) throws(DatasetError) -> (any HouseReader)? {
        switch self {
        case .synthetic:
            guard options.timeZone == nil else { throw .synthetic("it has no clock; leave --time-zone out") }
            return nil
        case .ukdale(let directory):
            return try UKDALE(directory: directory, mains: options.mains, zone: options.timeZone)
        case .refit(let directory): return try REFIT(directory: directory, zone: options.timeZone)
        case .csv(let file): return try CSVMeter(file: file, options: options.csv, zone: options.timeZone)
        }
    }
}
