import CSupport

/// This program's version.
enum Version {
    static let number = "0.1.0"
    /// What it was built from: `61578e72c0de`, with `+dirty` for changed sources.
    static let commit: String? = {
        let commit = String(cString: nilm_report_commit())
        return commit.isEmpty ? nil : commit
    }()
    /// As `--version`, the manifest and pages have it.
    static let text = "nilm-report \(number) (\(commit ?? "commit unknown"))"
}
