import ArgumentParser
import Foundation
import Runs

/// The options that decide where a run goes and how it is watched, but none of its numbers.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder that the run's own folder is made in.", valueName: "DIR"))
    var output = ProcessInfo.processInfo.environment["NILM_REPORT_OUTPUT"] ?? "output"
    @Option(name: .customLong("run-id"), help: "The run's name; without, UTC time and a hash of the configuration.")
    var runID: String?
    @Flag(help: "Replace a run that has the same name.")
    var force = false
    @OptionGroup var threading: ThreadOptions
    @OptionGroup var watching: ProgressOptions

    /// An empty folder for the run, made before any long work. `inputs` are hashes of what it uses beside the
    /// configuration; `created` is the time that it is to say instead of now.
    func draft(
        configuration: String, inputs: [String] = [], created time: UTCTime? = nil
    ) throws -> (draft: RunDraft, created: UTCTime) {
        guard !output.isEmpty else { throw Failure("--output must be a folder's path, got nothing", exitCode: .usage) }
        let created = try time ?? Self.created()
        let id = try runID.map(RunID.init) ?? RunID(created: created, configuration: configuration, inputs: inputs)
        return (try RunDraft(id: id, output: output, force: force), created)
    }

    /// Now, or SOURCE_DATE_EPOCH, which reproducible builds set.
    static func created() throws -> UTCTime {
        guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] else {
            return UTCTime(seconds: Int(Date().timeIntervalSince1970))
        }
        guard let seconds = Int(text), seconds >= 0 else {
            throw Failure(
                "environment variable SOURCE_DATE_EPOCH must be whole Unix seconds, got \"\(text)\"", exitCode: .usage)
        }
        return UTCTime(seconds: seconds)
    }
}

/// How many threads compute.
struct ThreadOptions: ParsableArguments {
    @Option(help: "Threads; by default one a processor. The numbers don't depend on it.")
    var threads: Int?

    /// At least 1.
    func count() throws -> Int {
        if let threads { return try checked(threads, "--threads", "\(threads)") }
        let name = "NILM_REPORT_THREADS"
        if let text = ProcessInfo.processInfo.environment[name] { return try checked(Int(text), name, text) }
        return HostSystem.cores
    }

    private func checked(_ value: Int?, _ name: String, _ text: String) throws -> Int {
        guard let value, (1...1024).contains(value) else {
            throw Failure("\(name) must be a whole number from 1 to 1024, got \"\(text)\"", exitCode: .usage)
        }
        return value
    }
}

/// What is said while a run goes on.
struct ProgressOptions: ParsableArguments {
    enum Style: String, ExpressibleByArgument, CaseIterable { case auto, plain, none }

    @Option(help: "auto (one line on a terminal, else plain), plain or none.")
    var progress = Style.auto
    @Flag(name: [.customShort("q"), .long], help: "Say nothing but warnings, errors and the result.")
    var quiet = false
    @Flag(name: [.customShort("v"), .long], help: "Say more.")
    var verbose = false

    func makeProgress() -> Progress {
        let style: Progress.Style =
            switch progress {
            case .none: .none
            case .plain: .plain
            case .auto: Console.errorIsTerminal ? .line : .plain
            }
        return Progress(style: quiet ? .none : style, isVerbose: verbose)
    }
}
