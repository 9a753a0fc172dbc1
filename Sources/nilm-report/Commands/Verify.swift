import ArgumentParser
import Pages
import Runs
import Support

/// Whether a run is whole.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Check a run: every file's checksum, nothing missing or added, a page that loads nothing, and the same "
            + "bytes when drawn again.",
        discussion: """
            Exit code 1 lists every fault. A page that was drawn with templates of one's own needs them again.

            Example: nilm-report verify output/latest
            """)

    @Argument(help: ArgumentHelp("The run's folder.", valueName: "RUN"))
    var folder: String
    @Option(help: ArgumentHelp("The folder of templates that the page was drawn with.", valueName: "DIR"))
    var templates: String?

    func run() throws {
        let verification = try RunVerification(of: folder, templates: templates.map(Templates.overlaid) ?? .compiled)
        // What was not read because of a signal is no fault.
        try Interruption.check()
        for fault in verification.faults { Console.log(LogLine(.error, fault)) }
        guard verification.faults.isEmpty else { throw ExitCode(ExitStatus.failed.rawValue) }
        for line in verification.checked { Console.print("ok    " + line) }
        for line in verification.unchecked { Console.log(LogLine(.warning, "not checked: " + line)) }
    }
}
