import ArgumentParser
import Foundation
import Kernels
import Support

/// The program: subcommands, and what their errors mean to a shell.
@main
struct NILMReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nilm-report",
        abstract:
            "Tells how well a model disaggregates an appliance's power from a meter's total, in one shareable report.",
        discussion: """
            Start with `nilm-report build`: it needs no data and leaves a report in output/latest/report.html.
            """,
        version: Version.text,
        subcommands: [
            Build.self, Train.self, Evaluate.self, Predict.self, Import.self, Render.self, Compare.self, Check.self,
            ExperimentCommand.self, Inspect.self, Verify.self,
            Extract.self, Export.self, Synthesize.self, Doctor.self, TemplatesCommand.self, Manual.self,
        ])

    static func main() {
        // A reader that closes the pipe is no reason to die without a word.
        signal(SIGPIPE, SIG_IGN)
        // Nor is a limit on the size of files: writing fails, which is said.
        signal(SIGXFSZ, SIG_IGN)
        Interruption.listen {
            Console.log(LogLine(.info, Failure.interrupted.message))
            _exit(Failure.interrupted.exitCode.rawValue)
        }
        do {
            try chooseInstructionSet()
            BLASKernels.configure()
            try checkCommand()
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Takes the kernels that NILM_REPORT_INSTRUCTION_SET names, if it does.
    private static func chooseInstructionSet() throws(Failure) {
        let name = "NILM_REPORT_INSTRUCTION_SET"
        guard let text = ProcessInfo.processInfo.environment[name] else { return }
        guard let set = InstructionSet(rawValue: text), InstructionSet.available.contains(set) else {
            let names = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
            throw Failure("\(name) must be what this CPU has, one of \(names), got \"\(text)\"", exitCode: .usage)
        }
        InstructionSet.choose(set)
    }

    /// Helps with a misspelt command, which the parser takes for an argument too many.
    private static func checkCommand() throws(Failure) {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
        let names = configuration.subcommands.map { $0._commandName } + ["help"]
        if names.contains(word) { return }
        let nearest = Spelling.nearest(to: word, among: names)
        throw Failure(
            "there is no command \"\(word)\"; "
                + (nearest.map { "did you mean \($0)?" } ?? "the commands are \(names.joined(separator: ", "))"),
            exitCode: .usage)
    }

    /// Ends the program with one message and the exit code that belongs to it.
    private static func end(with error: any Error) -> Never {
        if error is CleanExit || error is ExitCode { exit(withError: error) }
        guard let failure = Failure(error) else {
            // What ArgumentParser refuses, with its own usage text; its exit code for that is 64.
            exit(withError: error)
        }
        Console.log(LogLine(failure.exitCode == .interrupted ? .info : .error, failure.message))
        Foundation.exit(failure.exitCode.rawValue)
    }
}
