import Foundation
import Wording

/// Where a run's data come from, as `--data` names it.
package enum DataSource: Equatable, Sendable {
    case synthetic
    /// A folder of `house_N` folders in UK-DALE's layout.
    case ukdale(directory: String)

    /// From `synthetic` or `ukdale:DIR`; a leading `~` in DIR is the home folder, which shells don't expand there.
    package init(parsing text: String) throws(DatasetError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.count == 2 ? (String(parts[1]) as NSString).expandingTildeInPath : nil
        switch (parts[0], place) {
        case ("synthetic", nil): self = .synthetic
        case ("ukdale", let directory?) where !directory.isEmpty: self = .ukdale(directory: directory)
        default:
            // A folder's path alone lacks only the name of its layout.
            if FileManager.default.fileExists(atPath: text) { throw .unknownSource(text, nearest: "ukdale:\(text)") }
            let nearest = Spelling.nearest(to: String(parts[0]), among: ["synthetic", "ukdale"])
            let directory = place.flatMap { $0.isEmpty ? nil : $0 } ?? "DIR"
            throw .unknownSource(text, nearest: nearest.map { $0 == "ukdale" ? "ukdale:\(directory)" : $0 })
        }
    }
}
