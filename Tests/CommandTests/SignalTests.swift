import Foundation
import TestSupport
import Testing

@Suite("The first Ctrl-C ends every command")
struct SignalTests {
    private let houses: Houses
    private var folder: TemporaryFolder { houses.folder }

    init() throws { houses = try Houses() }

    /// Runs a command that waits for a pipe into which nobody writes, and interrupts it.
    private func interrupt(_ arguments: [String], _ signal: Int32 = SIGINT, openFor seconds: Double = 0.7) throws
        -> Program.Outcome
    {
        let begin = ContinuousClock.now
        let outcome = try Program.run(
            arguments, in: folder, during: .signal(signal) { ContinuousClock.now - begin > .seconds(seconds) })
        #expect(ContinuousClock.now - begin < .seconds(20), "\(arguments)")
        return outcome
    }

    private func makePipe(_ name: String) throws {
        try? FileManager.default.removeItem(atPath: folder(name))
        try #require(mkfifo(folder(name), 0o600) == 0)
    }

    @Test("and SIGTERM does, while a pipe in place of an input has no writer", arguments: [SIGINT, SIGTERM])
    func waiting(signal: Int32) throws {
        let made = try Program.run(
            ["build", "-q", "--run-id", "a"] + Houses.small + ["--appliance", "kettle"], in: folder)
        try #require(made.status == 0, "\(made.errors)")
        try makePipe("p")
        let table = ["--data", "csv:p", "--appliance", "kettle"]
        let commands = [
            ["inspect", "--data", "csv:p"], ["import", "p"], ["extract", "p"], ["build", "--config", "p"],
            ["predict", "--model", "output/a", "--input", "p", "--output", "out.csv"],
            ["predict", "--model", "p", "--input", "p", "--output", "out.csv"], ["experiment", "p"],
            ["build", "--preset", "real", "--dry-run"] + table, ["build", "--preset", "real", "--run-id", "b"] + table,
            ["evaluate", "output/a", "--run-id", "c"] + table, ["check", "output/a", "--baseline", "p"],
        ]
        for command in commands {
            let outcome = try interrupt(command, signal)
            #expect(outcome.status == 130 && outcome.output.isEmpty, "\(command) \(outcome.status) \(outcome.errors)")
            #expect(outcome.errorLines.last == "interrupted", "\(command) \(outcome.errors)")
        }
        // Nothing is left, and the run is as it was.
        #expect(try names(in: folder("output")) == ["a", "latest"])
        #expect(try folder.names() == ["output", "p", "uk"])
        #expect(try Program.run(["verify", "output/a"], in: folder).status == 0)
        for name in ["data/predictions.csv", "manifest.json"] {
            try makePipe("output/a/\(name)")
            for command in ["render", "verify", "check", "compare"] {
                let folders = command == "compare" ? ["output/a", "output/a"] : ["output/a"]
                let outcome = try interrupt([command] + folders, signal)
                #expect(outcome.status == 130, "\(command) \(name) \(outcome.errors)")
            }
        }
    }

    @Test("and what it was writing goes") func writing() throws {
        let outcome = try Program.run(
            ["synthesize", "csv:m.csv", "--windows", "10000000"], in: folder,
            during: .signal(SIGINT) { [folder] in try folder.names().contains { $0.hasPrefix(".m.csv") } })
        #expect(outcome.status == 130 && outcome.errors == "interrupted\n", "\(outcome.status) \(outcome.errors)")
        #expect(try folder.names() == ["uk"])
    }

    @Test("a pipe whose writer comes late is read to its end") func late() throws {
        try makePipe("p")
        let rows = (0..<600).map { "\(1_424_736_000 + 6 * $0),\($0 % 50 < 9 ? 2100 : 90),\($0 % 50 < 9 ? 2000 : 0)" }
        let text = (["time,aggregate,kettle"] + rows).joined(separator: "\n") + "\n"
        let path = folder("p")
        Thread.detachNewThread {
            usleep(500_000)
            let pipe = FileHandle(forWritingAtPath: path)
            for part in [text.prefix(1000), text.dropFirst(1000)] {
                try? pipe?.write(contentsOf: Data(part.utf8))
                usleep(300_000)
            }
            try? pipe?.close()
        }
        let outcome = try Program.run(["inspect", "--data", "csv:p"], in: folder)
        #expect(outcome.status == 0 && outcome.output.contains("600"), "\(outcome.errors) \(outcome.output)")
    }

    @Test("a limit on the size of files is an error that says so") func sizeLimit() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        shell.arguments = [
            "-c", "ulimit -f 8; '\(try Program.path())' synthesize csv:m.csv --windows 1000 2> errors; exit $?",
        ]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationReason == .exit && shell.terminationStatus == 73)
        #expect(
            try String(contentsOfFile: folder("errors"), encoding: .utf8).contains("cannot be written (File too large)")
        )
        #expect(try folder.names() == ["errors", "uk"])
    }
}
