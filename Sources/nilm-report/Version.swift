/// This program's version.
enum Version {
    static let number = "0.1.0"
    /// As `--version` and the manifest have it.
    static let text = "nilm-report \(number)"
}
