import Foundation
import Support
import TestSupport
import Testing

@Suite("Places for results that are no files") struct OutputPlaceTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let lines = (0..<300).map { "\(1_424_736_000 + 6 * $0),\($0 % 50 < 9 ? 2100 : 90),\($0 % 50 < 9 ? 2000 : 0),1" }
        try Data((["time,aggregate,kettle_truth,kettle_prediction"] + lines).joined(separator: "\n").utf8)
            .write(to: URL(fileURLWithPath: folder("p.csv")))
        let outcome = try Program.run(["import", "p.csv", "--run-id", "a", "--window", "40", "-q"], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private var commands: [[String]] {
        [
            ["compare", "output/a", "output/a", "--output"], ["extract", "output/a/report.html", "--output"],
            ["inspect", "--data", "csv:p.csv", "--html"], ["inspect", "--data", "csv:p.csv", "--json"],
        ]
    }

    @Test("are written to and stay: a device, a pipe, standard output") func places() throws {
        #expect(symlink("/dev/null", folder("null")) == 0 && mkfifo(folder("pipe"), 0o600) == 0)
        let reader = open(folder("pipe"), O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        for command in commands {
            let toNull = try Program.run(command + ["null"], in: folder)
            #expect(toNull.status == 0, "\(command) \(toNull.errors)")
            let toOutput = try Program.run(command + ["/dev/fd/1"], in: folder)
            #expect(toOutput.status == 0 && toOutput.output.utf8.count > 1000, "\(command) \(toOutput.errors)")
        }
        var status = stat()
        #expect(lstat(folder("null"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #expect(lstat(folder("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test("a link stays, and what it leads to is written, also where both are named without a folder") func link()
        throws
    {
        for (link, target) in [("link", "target"), ("in/link", "target"), ("in/link", "../target")] {
            try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: true)
            let place = (link as NSString).deletingLastPathComponent
            let written = folder(place.isEmpty ? target : place + "/" + target)
            try Data().write(to: URL(fileURLWithPath: written))
            unlink(folder(link))
            #expect(symlink(target, folder(link)) == 0)
            let outcome = try Program.run(["extract", "output/a/report.html", "--output", link], in: folder)
            #expect(outcome.status == 0 && Folder.isLink(folder(link)), "\(outcome.errors)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: written)).count > 1000, "\(link) to \(target)")
            unlink(written)
        }
    }

    @Test("a shell's >(command) gets the page") func substitution() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/bash")
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        shell.arguments = [
            "-c", "'\(try Program.path())' extract output/a/report.html --output >(cat > got); wait $!",
        ]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder("got"))).count > 1000)
    }
}
