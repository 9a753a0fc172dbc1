import Runs

/// What data the run used and what it left out.
struct DataView {
    struct Part {
        let part: String
        let house: String
        let appliance: String
        let from: String
        let to: String
        let rows: String
        let missing: String
        let used: String
        let gaps: String
    }

    let facts: [FactView]
    let hasParts: Bool
    let parts: [Part]
    let hasFiles: Bool
    let files: [FileView]
    let filesSummary: String

    init(_ data: DataSummary, times: TimeText) {
        facts = [
            FactView("Source", data.source), FactView("Sampling period", "\(data.periodS) s"),
            FactView("Time zone", data.timeZone ?? "none: these data have no clock"),
            FactView("sha256 of the data", data.sha256),
        ]
        parts = data.parts.map { part in
            Part(
                part: part.part, house: part.house, appliance: part.appliance, from: times.text(part.start),
                to: times.text(part.end), rows: AmountText.count(part.rows),
                missing: AmountText.count(part.missingRows), used: AmountText.count(part.windows),
                gaps: AmountText.count(part.windowsWithGaps))
        }
        hasParts = !parts.isEmpty
        files = data.files.map(FileView.init)
        hasFiles = !files.isEmpty
        filesSummary = files.count == 1 ? "The file read" : "The \(files.count) files read"
    }
}

/// A file with its size and hash.
struct FileView {
    let path: String
    let size: String
    let sha256: String

    init(_ file: DataFile) {
        path = file.path
        size = AmountText.count(file.bytes)
        sha256 = file.sha256
    }
}

/// A list of files, which may be empty.
struct FilesView {
    let hasRows: Bool
    let rows: [FileView]

    init(_ files: [DataFile]) {
        rows = files.map(FileView.init)
        hasRows = !rows.isEmpty
    }
}
