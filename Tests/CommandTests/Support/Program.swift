import Dispatch
import Foundation
import TestSupport
import Testing

/// The built program, run as a shell runs it: its arguments, its working folder, its environment.
struct Program {
    /// Where the program's standard output goes.
    enum Sink { case captured, closedPipe }

    /// What happens while it runs, once a condition holds, which is asked again and again.
    enum Event {
        case none
        /// It stands still while `others` happen.
        case held(_ condition: () throws -> Bool, others: () throws -> Void)
        /// It gets a signal.
        case signal(Int32, _ condition: () throws -> Bool)
    }

    struct Outcome {
        /// The exit code; a signal's number below zero.
        let status: Int32
        let output: String
        let errors: String

        var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    enum Problem: Error, CustomStringConvertible {
        case notBuilt(path: String)
        case tookTooLong(arguments: [String], seconds: Int)

        var description: String {
            switch self {
            case .notBuilt(let path): "\(path): there is no program here; build the product nilm-report"
            case .tookTooLong(let arguments, let seconds):
                "nilm-report \(arguments.joined(separator: " ")) was not done after \(seconds) s"
            }
        }
    }

    /// Options that make a run of a second, behind which others may change them.
    static let small = [
        "--preset", "quick", "--synthetic-windows", "8,4,4", "--window", "32", "--width", "8", "--heads", "2",
        "--depth",
        "1", "--epochs", "2",
    ]

    /// No run here takes a tenth of this on an idle machine.
    private static let mostSeconds = 300

    /// Runs the program in `folder` with nothing of this program's in the environment but `environment`, under `limits`
    /// of the shell's `ulimit`, by its options.
    static func run(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
        limits: [String: Int] = [:], to sink: Sink = .captured, during event: Event = .none
    ) throws -> Outcome {
        let texts = try TemporaryFolder()
        let process = Process()
        if limits.isEmpty {
            process.executableURL = try executable()
            process.arguments = arguments
        } else {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let shell = limits.map { "ulimit \($0.key) \($0.value) && " }.joined() + #"exec "$0" "$@""#
            process.arguments = ["-c", shell, try path()] + arguments
        }
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = inherited.merging(environment) { _, own in own }
        process.standardInput = FileHandle.nullDevice
        process.standardError = try file(texts("errors"))
        switch sink {
        case .captured: process.standardOutput = try file(texts("output"))
        case .closedPipe:
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            process.standardOutput = pipe
        }
        let done = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in done.signal() }
        try process.run()
        switch event {
        case .none: break
        case .held(let condition, let others):
            while process.isRunning, try !condition() { usleep(2000) }
            if process.isRunning { kill(process.processIdentifier, SIGSTOP) }
            defer { if process.isRunning { kill(process.processIdentifier, SIGCONT) } }
            try others()
        case .signal(let number, let condition):
            while process.isRunning, try !condition() { usleep(2000) }
            if process.isRunning { kill(process.processIdentifier, number) }
        }
        if done.wait(timeout: .now() + .seconds(mostSeconds)) == .timedOut {
            process.terminate()
            throw Problem.tookTooLong(arguments: arguments, seconds: mostSeconds)
        }
        let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        return Outcome(
            status: status,
            output: sink == .captured ? try String(contentsOfFile: texts("output"), encoding: .utf8) : "",
            errors: try String(contentsOfFile: texts("errors"), encoding: .utf8))
    }

    /// What a program needs of its environment, without what would change this one's results.
    private static let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
        !name.hasPrefix("NILM_REPORT_")
            && !["OPENBLAS_CORETYPE", "SOURCE_DATE_EPOCH", "GITHUB_STEP_SUMMARY", "GITHUB_ACTIONS"].contains(name)
    }

    static func path() throws -> String { try executable().path }

    /// Beside the tests' own executable.
    static func executable() throws -> URL {
        #if os(macOS)
            let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        #else
            let tests = Bundle.main.executableURL
        #endif
        let folder = try #require(tests).deletingLastPathComponent()
        let program = folder.appendingPathComponent("nilm-report")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Problem.notBuilt(path: program.path)
        }
        return program
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
}
