import Foundation
import TestSupport
import Testing

@Suite("The command line's comfort")
struct ComfortTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "a misspelt word is answered with the one that was probably meant",
        arguments: [
            (["biuld"], "did you mean build?"), (["build", "--preset", "dmeo"], "did you mean demo?"),
            (["build", "--schedule", "cosin"], "did you mean cosine?"), (["build", "--epoch", "2"], "--epochs"),
            (["frobnicate"], "the commands are build, train"),
        ])
    func misspelt(arguments: [String], help: String) throws {
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(help), "\(outcome.errors)")
    }

    @Test("--dry-run says what would be done, and writes nothing")
    func dryRun() throws {
        let outcome = try Program.run(["build", "--dry-run"] + Program.small, in: folder)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        for words in [
            "reads   synthetic: no files, ", "trains  pulse: model nilm, ",
            " parameters; 8 windows of 32, 4 for validation",
            "2 epochs, 2 steps; a step takes ", "writes  output/", "time    about ", "memory  about ",
        ] {
            #expect(outcome.output.contains(words), "\(outcome.output)")
        }
        #expect(try names(in: folder.path).isEmpty)
    }

    @Test("--log-format json makes every line on standard error an object with time, level and message")
    func json() throws {
        let outcome = try Program.run(["build", "--log-format", "json"] + Program.small, in: folder)
        #expect(outcome.status == 0 && outcome.output.contains("report.html  "))
        let lines = try outcome.errorLines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        for line in lines {
            #expect(line["time"] is String && line["level"] is String && line["message"] is String)
        }
        #expect(lines.contains { $0["epoch"] as? Int == 2 && $0["loss"] is Double && $0["validation_mae_w"] is Double })
        #expect(lines.contains { $0["level"] as? String == "warning" })
        let wrong = try Program.run(["build", "--log-format", "json", "--seed", "x"], in: folder)
        #expect(wrong.status == 64 && wrong.errors.contains(#""level":"error","message":"--seed: seed must be"#))
    }

    @Test("help has the presets' values of a setting")
    func defaults() throws {
        let help = try Program.run(["build", "--help"], in: folder).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(help.contains("Passes over the training windows. (default: 5; quick: 4; real: 50)"), "\(help)")
    }

    @Test("completions are made for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let outcome = try Program.run(["--generate-completion-script", shell], in: folder)
        #expect(outcome.status == 0 && outcome.output.contains("learning-rate"))
    }
}
