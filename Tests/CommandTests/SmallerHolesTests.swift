import Foundation
import Runs
import TestSupport
import Testing

@Suite("What strangers put into runs, files and the environment") struct SmallerHolesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func makeRun() throws {
        let lines = (0..<300).map { "\(1_424_736_000 + 6 * $0),\($0 % 50 < 9 ? 2100 : 90),\($0 % 50 < 9 ? 2000 : 0),1" }
        try Data((["time,aggregate,kettle_truth,kettle_prediction"] + lines).joined(separator: "\n").utf8)
            .write(to: URL(fileURLWithPath: folder("p.csv")))
        try SharedRuns.make(["import", "p.csv", "--run-id", "a", "--window", "40", "-q"], in: folder)
    }

    @Test("a folder of a run that is a link keeps its files in the manifest when the run is drawn again")
    func linkedData() throws {
        try makeRun()
        let before = try RunFolder(path: folder("output/a")).manifest.files.map(\.path)
        try FileManager.default.moveItem(atPath: folder("output/a/data"), toPath: folder("elsewhere"))
        #expect(symlink("../../elsewhere", folder("output/a/data")) == 0)
        let outcome = try Program.run(["render", "output/a"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(before.contains { $0.hasPrefix("data/") })
        #expect(try RunFolder(path: folder("output/a")).manifest.files.map(\.path) == before)
        #expect(try Program.run(["verify", "output/a"], in: folder).status == 0)
    }

    @Test("what is extracted commands neither a terminal nor a CI system, and is as it is in a file")
    func extracted() throws {
        try makeRun()
        let page = try String(contentsOfFile: folder("output/a/report.html"), encoding: .utf8)
        let attack = "#\u{1B}]0;title\u{7}\u{9B}2J\u{202E}\n::stop-commands::x\n  ::error::y\n##[error]z\n"
        let json = String(decoding: try JSONEncoder().encode(attack), as: UTF8.self)
        let changed = page.replacing(
            "id=\"data-configuration\">null", with: "id=\"data-configuration\">\(json)")
        #expect(changed != page)
        try Data(changed.utf8).write(to: URL(fileURLWithPath: folder("page.html")))
        let program = try Program.path()
        func shell(_ line: String) throws {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/bash")
            shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
            shell.arguments = ["-c", line]
            try shell.run()
            shell.waitUntilExit()
        }
        func got() throws -> String { try String(contentsOfFile: folder("got"), encoding: .utf8) }
        let command = "'\(program)' extract page.html --part config"
        try shell("unset CI GITHUB_ACTIONS; \(command) > got")
        #expect(try got() == attack)
        try shell("unset CI GITHUB_ACTIONS; \(command) | cat > got")
        #expect(try got() == attack)
        try shell("GITHUB_ACTIONS=true \(command) > got")
        #expect(try got() == attack)
        try shell("GITHUB_ACTIONS=true \(command) | cat > got")
        let text = try got()
        #expect(text.contains("stop-commands") && text.contains("title"))
        #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"].contains($0) })
        #expect(!text.contains(/(?m)^\s*::/) && !text.contains("##["), "\(text)")
    }

    @Test(
        "times that no year has are refused",
        arguments: ["9223372036854775807", "253402300800", "-1", "1e18", "", " 1"])
    func sourceDate(text: String) throws {
        let outcome = try Program.run(
            ["build"] + Program.small, in: folder, environment: ["SOURCE_DATE_EPOCH": text])
        #expect(outcome.status == 64 && outcome.errors.contains("SOURCE_DATE_EPOCH"), "\(outcome.errors)")
    }

    @Test("a wrong language is called by where it stands") func language() throws {
        let variable = try Program.run(
            ["build"] + Program.small, in: folder, environment: ["NILM_REPORT_LANGUAGE": "xx"])
        #expect(variable.status == 64)
        #expect(variable.errors.contains("environment variable NILM_REPORT_LANGUAGE must be"), "\(variable.errors)")
        let option = try Program.run(
            ["build", "--language", "xx"] + Program.small, in: folder, environment: ["NILM_REPORT_LANGUAGE": "es"])
        #expect(option.status == 64 && option.errors.contains("--language must be"), "\(option.errors)")
    }

    @Test(
        "numbers beyond what a shape can have are refused",
        arguments: ["--band", "--stride", "--budget", "--window", "--epochs"],
        ["9223372036854775807", "-9223372036854775808", "1e308"])
    func settings(option: String, value: String) throws {
        let outcome = try Program.run(["build"] + Program.small + ["\(option)=\(value)"], in: folder)
        try expectFailure(outcome, status: 64, [String(option.dropFirst(2))], in: folder)
    }

    @Test(
        "and so are those of made data", arguments: ["--windows", "--window", "--period"],
        ["9223372036854775807", "-1", "0"])
    func synthesized(option: String, value: String) throws {
        let outcome = try Program.run(["synthesize", "csv:m.csv", "\(option)=\(value)"], in: folder)
        #expect(outcome.status == 64 && outcome.errors.contains(option), "\(outcome.errors)")
        #expect(try folder.names().isEmpty)
    }

    @Test(
        "a table of predictions with times that no year has is refused by every command that reads it",
        arguments: ["9223372036854775807", "-1", "253402300800", "-9223372036854775808"])
    func times(text: String) throws {
        try makeRun()
        let path = folder("output/a/data/predictions.csv")
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        var fields = lines[9].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        fields[2] = text
        lines[9] = fields.joined(separator: ",")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        // Its hash is made right: who edits a table can edit a manifest.
        let folder = try RunFolder(path: self.folder("output/a"))
        try folder.writeManifest(provenance: folder.manifest.provenance)
        for command in [
            ["render", "output/a"], ["compare", "output/a", "output/a"], ["verify", "output/a"],
        ] {
            let outcome = try Program.run(command, in: self.folder)
            #expect([1, 65].contains(outcome.status) && outcome.errors.contains(text), "\(command) \(outcome.errors)")
        }
    }
}
