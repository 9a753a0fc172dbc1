import Runs

/// The files of a run for other programs that are made of its results alone.
package enum RunTexts {
    /// By name, as they are in the run's folder.
    package static func files(of results: Results) -> [(name: String, bytes: [UInt8])] {
        var files = [
            (MetricsTable.name, MetricsTable.bytes(of: results)),
            (OpenMetrics.name, Array(OpenMetrics.text(of: results).utf8)),
            (JUnit.name, Array(JUnit.text(of: results).utf8)),
            (Badge.name, Array(Badge.svg(of: results).utf8)),
        ]
        if let training = results.training { files.append((History.name, History.bytes(of: training.epochs))) }
        return files
    }
}
