import ArgumentParser
import Foundation
import Pages
import Runs
import Scoring
import Support

/// Tells whoever waits for a run's checks: the exit code, and GitHub Actions in its own words.
enum CheckReport {
    /// Ends the program with the exit code of checks that were not met.
    static func conclude(_ results: Results) throws(ExitCode) {
        switch CheckOutcome(of: results) {
        case .passed: return
        case .failed: throw ExitCode(ExitStatus.gateFailed.rawValue)
        case .notComparable: throw ExitCode(ExitStatus.notComparable.rawValue)
        }
    }

    /// Lines that GitHub Actions shows beside the job (where GITHUB_ACTIONS is true), and the summary on the job's page
    /// (where GITHUB_STEP_SUMMARY names a file). That such a file can't be written does not undo a run.
    static func publish(_ results: Results, summary: String?) {
        let environment = ProcessInfo.processInfo.environment
        if environment["GITHUB_ACTIONS"] == "true" {
            for finding in CheckFindings(of: results).all {
                let level = finding.isFailure ? "error" : "warning"
                Console.error("::\(level) title=\(property(finding.title))::\(data(finding.text))")
            }
        }
        guard let summary, let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        let bytes = Array((summary + "\n").utf8)
        let isWritten = descriptor >= 0 && write(descriptor, bytes, bytes.count) == bytes.count
        if descriptor >= 0 { close(descriptor) }
        if !isWritten {
            Console.log(LogLine(.warning, "\(path): the summary could not be added (GITHUB_STEP_SUMMARY)"))
        }
    }

    /// As a workflow command has its message and its properties:
    /// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    private static func data(_ text: String) -> String {
        text.replacing(scalars: ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(scalars: [":": "%3A", ",": "%2C"])
    }
}
