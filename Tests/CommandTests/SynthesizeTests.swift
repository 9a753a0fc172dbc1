import Foundation
import Runs
import TestSupport
import Testing

@Suite("synthesize and --open")
struct SynthesizeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "what it writes is data to build a report of",
        arguments: [("csv:made/meter.csv", "made/meter.csv"), ("ukdale:made", "made/house_1")])
    func written(target: String, path: String) throws {
        try FileManager.default.createDirectory(atPath: folder("made"), withIntermediateDirectories: true)
        let outcome = try Program.run(["synthesize", target, "--windows", "40", "--window", "64"], in: folder)
        #expect(outcome.status == 0 && outcome.output == path + "\n", "\(outcome.errors)")
        let built = try Program.run(
            ["build", "-q", "--run-id", "a"] + Houses.small + ["--data", target, "--appliance", "pulse"], in: folder)
        #expect(built.status == 0, "\(built.errors)")
        let results = try ResultsFile.read(path: folder("output/a/results.json"))
        #expect(results.run.data.parts.map(\.rows).reduce(0, +) == 40 * 64)
    }

    @Test("what is there already stays, unless it is to be replaced")
    func existing() throws {
        let arguments = ["synthesize", "csv:meter.csv", "--windows", "2", "--window", "64"]
        #expect(try Program.run(arguments, in: folder).status == 0)
        let first = try Data(contentsOf: URL(fileURLWithPath: folder("meter.csv")))
        let again = try Program.run(arguments + ["--seed", "1"], in: folder)
        #expect(again.status == 73 && again.errors.contains("meter.csv: is there already"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder("meter.csv"))) == first)
        #expect(try Program.run(arguments + ["--seed", "1", "--force"], in: folder).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder("meter.csv"))) != first)
    }

    @Test(
        "a layout or a number that can't be is refused",
        arguments: [
            ["refit:made"], ["meter.csv"], ["csv:meter.csv", "--windows", "0"], ["csv:meter.csv", "--window", "3"],
        ])
    func refused(arguments: [String]) throws {
        let outcome = try Program.run(["synthesize"] + arguments, in: folder)
        #expect(outcome.status == 64 && !outcome.errors.isEmpty)
        #expect(try names(in: folder.path).isEmpty)
    }

    @Test("--open hands the report to the system's opener; without one it is a warning")
    func open() throws {
        let build = ["build", "-q", "--open", "--force", "--run-id", "a"] + Program.small
        try FileManager.default.createDirectory(atPath: folder("bin"), withIntermediateDirectories: true)
        let opener = folder("bin/xdg-open")
        try Data("#!/bin/sh\necho \"$1\" > opened\n".utf8).write(to: URL(fileURLWithPath: opener))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: opener)
        let path = folder("bin") + ":/usr/bin:/bin"
        let outcome = try Program.run(build, in: folder, environment: ["PATH": path])
        #expect(outcome.status == 0 && !outcome.errors.contains("could not open"), "\(outcome.errors)")
        #expect(try String(contentsOfFile: folder("opened"), encoding: .utf8) == "output/a/report.html\n")

        try Data("#!/bin/sh\nexit 3\n".utf8).write(to: URL(fileURLWithPath: opener))
        let failed = try Program.run(build, in: folder, environment: ["PATH": path])
        #expect(failed.status == 0 && failed.errors.contains("could not open output/a/report.html"))
    }
}
