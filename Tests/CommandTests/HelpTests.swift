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
        for command in ["build", "train", "evaluate", "render", "compare", "check", "inspect", "templates", "doctor"] {
            #expect(text.contains("\n  \(command) "))
        }
        #expect(text.contains("nilm-report build"))
        for command in ["render", "inspect", "doctor"] {
            #expect(try help([command]).contains("USAGE: nilm-report \(command)"))
        }
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
