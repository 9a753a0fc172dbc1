import Foundation
import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func help(_ arguments: [String]) throws -> String {
        let outcome = try Program.run(arguments + ["--help"], in: folder)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        return outcome.output
    }

    @Test(
        "names every setting of config.yaml as an option, and those of running",
        arguments: ["build", "train", "evaluate"])
    func options(command: String) throws {
        _ = try Program.run(["train", "-q", "--run-id", "a"] + Program.small, in: folder)
        let settings = try String(contentsOfFile: folder("output/a/config.yaml"), encoding: .utf8)
            .split(separator: "\n").map { $0.prefix { $0 != ":" }.replacing("_", with: "-") }
        #expect(settings.contains("learning-rate"))
        let text = try help([command])
        let singular: [Substring: Substring] = ["appliances": "appliance", "gates": "gate"]
        let names = settings.map { singular[$0] ?? $0 }
        for name in names + ["config", "output", "run-id", "force", "threads", "progress", "quiet", "verbose"] {
            #expect(text.contains(try Regex("--\(name)[ \n]")), "\(name)")
        }
    }

    @Test("lists the subcommands, with a first step")
    func root() throws {
        let text = try help([])
        for command in [
            "build", "train", "evaluate", "render", "compare", "check", "inspect", "export", "templates", "doctor",
        ] {
            #expect(text.contains("\n  \(command) "))
        }
        #expect(text.contains("nilm-report build"))
        for command in ["render", "inspect", "doctor"] {
            #expect(try help([command]).contains("USAGE: nilm-report \(command)"))
        }
    }

    @Test("the manual's page has every command, option and exit code, as text that no macro takes")
    func manual() throws {
        let outcome = try Program.run(["manual"], in: folder)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let lines = outcome.output.split(separator: "\n")
        let page = outcome.output.replacing("\\-", with: "-")
        for command in ["build", "evaluate", "templates export", "synthesize", "manual"] {
            #expect(page.contains("\n.SS nilm-report \(command)\n"), "\(command)")
        }
        for line in try help(["build"]).split(separator: "\n") {
            guard let name = line.firstMatch(of: /^  (?:-[a-z], )?(--[a-z-]+)/)?.1,
                !["--version", "--help"].contains(String(name))
            else {
                continue
            }
            #expect(page.contains(name), "\(name)")
        }
        #expect(page.contains("\n.B 73\nSomething can't be written."))
        let macros = Set(lines.filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } })
        #expect(macros == [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"])
        #expect(lines.count { $0 == ".nf" } == lines.count { $0 == ".fi" })
        #expect(!lines.contains { $0.hasPrefix("'") })
        #expect(try Program.run(["manual"], in: folder).output == outcome.output)
    }

    @Test("options of data, too, say what they are without being given, and in which preset they differ")
    func defaults() throws {
        let text = try help(["build"]).split { $0.isWhitespace }.joined(separator: " ")
        #expect(text.contains("Samples in a window. (default: 512; quick: 128; real: 2048)"))
    }

    @Test("--version says name, number and commit")
    func version() throws {
        let outcome = try Program.run(["--version"], in: folder)
        #expect(outcome.status == 0)
        #expect(
            outcome.output.wholeMatch(of: /nilm-report \d+\.\d+\.\d+ \(([0-9a-f]{12}(\+dirty)?|commit unknown)\)\n/)
                != nil, "\(outcome.output)")
    }
}
