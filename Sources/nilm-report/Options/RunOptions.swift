import ArgumentParser
import Foundation
import Kernels
import Runs
import Support

/// The options that decide where a run goes, but none of its numbers.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder that the run's own folder is made in.", valueName: "DIR"))
    var output = ProcessInfo.processInfo.environment["NILM_REPORT_OUTPUT"] ?? "output"
    @Option(name: .customLong("run-id"), help: "The run's name; without, UTC time and a hash of the configuration.")
    var runID: String?
    @Flag(help: "Replace a run that has the same name.")
    var force = false

    /// A folder for the run, made before any long work. `inputs` are hashes of what it uses beside the configuration.
    ///
    /// `isTraining`: when interrupted it can be gone on with, and with `resume` it must be one that was. `isShared`: it
    /// says no real time.
    func draft(
        configuration: String, inputs: [String] = [], isTraining: Bool = false, resume: Bool = false,
        isShared: Bool = false
    ) throws -> RunDraft {
        guard !output.isEmpty else { throw Failure("--output must be a folder's path, got nothing", exitCode: .usage) }
        while true {
            let beginning = try Self.beginning(configuration: configuration, isShared: isShared)
            var id = try runID.map(RunID.init)
            if resume { id = try RunDraft.interrupted(id, in: output, as: beginning) }
            let name =
                id
                ?? RunID(
                    created: UTCTime(seconds: beginning.created), configuration: configuration, inputs: inputs)
            do throws(RunFolderError) {
                return try RunDraft(
                    id: name, output: output,
                    force: force, restart: force && !resume, beginning: beginning, isTraining: isTraining)
            } catch {
                // Two runs that begin in the same second would have the same name.
                guard id == nil, error.isTaken, !SourceDate.isSet, !isShared else { throw error }
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }

    /// What a run of these settings is that begins now.
    static func beginning(configuration: String, isShared: Bool = false) throws -> RunBeginning {
        // Also of a shared run, so that a value that is no time is refused before any work.
        let created = try SourceDate.time() ?? UTCTime(seconds: Int(Date().timeIntervalSince1970))
        return RunBeginning(
            tool: Version.text, configuration: configuration,
            created: (isShared ? Sharing.created : created).seconds,
            instructionSet: Kernels.best.instructionSet.rawValue, isShared: isShared)
    }
}

extension RunFolderError {
    /// Whether another run has the name.
    fileprivate var isTaken: Bool {
        switch self {
        case .exists, .inUse: true
        default: false
        }
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
    enum LogFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "auto (one line on a terminal, else plain), plain or none.")
    var progress = Style.auto
    @Option(help: "Lines on standard error: text, or json, an object a line.")
    var logFormat = LogFormat.text
    @Flag(name: [.customShort("q"), .long], help: "Say nothing but warnings, errors and the result.")
    var quiet = false
    @Flag(name: [.customShort("v"), .long], help: "Say more.")
    var verbose = false

    /// Says from now on what is to be said, in the format that was asked for.
    func makeProgress() -> Progress {
        Console.isJSON = logFormat == .json
        let style: Progress.Style =
            switch progress {
            case .none: .none
            case .plain: .plain
            case .auto: Console.errorIsTerminal && logFormat == .text ? .line : .plain
            }
        return Progress(style: quiet ? .none : style, isVerbose: verbose)
    }
}
