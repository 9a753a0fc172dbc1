import Support

/// What a run's data are called.
enum DataName {
    /// As on the command line.
    static func text(_ source: String) -> Text {
        source == "synthetic" ? Text("synthetic", es: "sintéticos") : Text(asItStands: source)
    }
}
