import ArgumentParser
import Configuration
import Foundation
import Pages
import Plots
import Runs
import Scoring
import Support

/// Pass or fail, for CI.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whether a run meets its gates and is not worse than an earlier one; for CI.",
        discussion: """
            A gate is METRIC OPERATOR NUMBER, for every appliance, or APPLIANCE.METRIC OPERATOR NUMBER. The metrics are \
            the keys of results.json, such as mae_w, f1, energy_error_percent, and skill. A value that is not defined does \
            not pass. Without --gate the gates of the run's configuration are taken.

            Against --baseline a metric is worse if the change is larger than max(tolerance, relative tolerance x earlier \
            value) and the interval of a paired bootstrap over the days of the test part excludes zero. What can't be \
            told from chance is a warning.

            Nothing in the run's folder is changed. Exit codes: 0 passed, 2 a gate is not met or a metric is worse, 3 not \
            comparable with the baseline.

            Examples:
              nilm-report check output/latest --gate 'mae_w<30' --gate 'kettle.f1>=0.8'
              nilm-report check output/latest --baseline main/results.json --output ci
            """)

    @Argument(help: ArgumentHelp("The run's folder.", valueName: "RUN"))
    var folder: String
    @OptionGroup var gateOptions: GateOptions
    @OptionGroup var baseline: BaselineOptions
    @Option(
        help: ArgumentHelp(
            "Folder to write summary.md, junit.xml, metrics.txt and badge.svg with these checks to.", valueName: "DIR"))
    var output: String?

    func run() throws {
        let folder = try RunFolder(path: folder)
        // Only figures need these; but a number is passed of a whole run alone.
        try folder.verify { [Predictions.name, RunFolder.attentionName].contains($0) }
        var contents = RunContents(results: try folder.results(), series: [], attention: [:])
        var gates = gateOptions.gates
        if gates.isEmpty { gates = try folder.configuration()?.gates ?? [] }
        let check = try baseline.check(gates: gates)
        guard !check.gates.isEmpty || check.baseline != nil else {
            throw Failure(
                "\(folder.path): has no gates of its own; give --gate, such as --gate 'skill>0', or --baseline",
                exitCode: .usage)
        }
        try check.check(appliances: contents.results.appliances.map(\.name))
        check.apply(to: &contents.results)
        let summary = try Report.summary(
            ReportInput(
                contents: contents, configuration: nil, provenance: folder.manifest.provenance, figures: [], files: [])
        )
        if let output {
            try Folder.create(output)
            for (name, text) in [
                (Report.summaryName, summary), (JUnit.name, JUnit.text(of: contents.results)),
                (OpenMetrics.name, OpenMetrics.text(of: contents.results)),
                (Badge.name, Badge.svg(of: contents.results)),
            ] {
                try AtomicFile.write(text, to: Folder.withoutTrailingSlash(output) + "/" + name)
            }
        }
        let findings = CheckFindings(of: contents.results)
        for finding in findings.cases {
            Console.print("\(finding.isFailure ? "FAIL" : "ok  ")  \(finding.title)  \(finding.text)")
        }
        for warning in findings.warnings {
            Console.log(LogLine(.warning, "\(warning.title): \(warning.text)"))
        }
        CheckReport.publish(contents.results, summary: summary)
        try CheckReport.conclude(contents.results)
    }
}
