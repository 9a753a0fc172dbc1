import Foundation
import TestSupport
import Testing

@Suite("Bad settings")
struct BadSettingsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expectFailure(
        _ arguments: [String], environment: [String: String] = [:], status: Int32 = 64, _ words: String...
    ) throws {
        try CommandTests.expectFailure(
            try Program.run(arguments, in: folder, environment: environment), status: status, words, in: folder)
    }

    @Test("an unknown option is refused with the nearest one")
    func option() throws {
        try expectFailure(["build", "--epoch", "3"], "--epoch", "--epochs")
        try expectFailure(["build", "--epochs"], "--epochs")
        try expectFailure(["biuld"], "biuld")
        try expectFailure(["render"], "<RUN>")
    }

    @Test(
        "a bad value is refused with what was expected and got",
        arguments: [
            (["--window", "0"], "window must be a whole number of samples from 1", "\"0\""),
            (["--period", "0"], "period must be a whole number of seconds from 1", "\"0\""),
            (["--split", "80,20"], "split must be three percentages that add up to 100", "\"80,20\""),
            (["--split", "60,20,30"], "split must be three percentages that add up to 100", "\"60,20,30\""),
            (["--epochs", "three"], "epochs must be a whole number", "\"three\""),
            (["--learning-rate", "nan"], "learning_rate must be a positive number", "\"nan\""),
            (["--budget", "soon"], "budget must be a time such as 90s", "\"soon\""),
            (["--preset", "fast"], "preset must be one of demo, quick, seed, real", "\"fast\""),
            (["--data", "csv"], "expected synthetic, ukdale:DIR, refit:DIR or csv:FILE", "--data csv"),
            (["--data", "ukdal:x"], "--data ukdal:x: expected", "did you mean ukdale:x?"),
            (["--preset", "real"], "the preset real needs --data", "ukdale:DIR"),
            (["--threads", "0"], "--threads must be a whole number from 1", "\"0\""),
            (["--run-id", "../x"], "run id \"../x\": expected", "letters"),
            (["--output", ""], "--output must be a folder's path", "nothing"),
            (["--stride", "600"], "stride is 600 and window 128", "not be longer"),
            (["--width", "30", "--heads", "4"], "width is 30 and heads 4", "multiple"),
        ])
    func value(options: [String], expected: String, got: String) throws {
        try expectFailure(["build", "--preset", "quick"] + options, expected, got)
    }

    @Test(
        "a bad day is refused as the option had it",
        arguments: [
            (["--from", "2015-13-01"], "--from 2015-13-01: expected a day of the calendar"),
            (["--to", "yesterday"], "--to yesterday: expected a day of the calendar"),
            (["--from", "2015-02-25", "--to", "2015-02-24"], "--from 2015-02-25 is after --to 2015-02-24"),
        ])
    func day(options: [String], message: String) throws {
        let houses = try Houses()
        let outcome = try Program.run(
            ["build", "-q", "--appliance", "kettle"] + Houses.small + options, in: houses.folder)
        try CommandTests.expectFailure(outcome, status: 64, [message], in: houses.folder)
    }

    @Test("a folder's path without its layout is refused with what to write")
    func layout() throws {
        let houses = try Houses()
        let outcome = try Program.run(["build", "--data", "uk"], in: houses.folder)
        try CommandTests.expectFailure(outcome, status: 64, ["did you mean ukdale:uk?"], in: houses.folder)
    }

    @Test(
        "a configuration file is refused with the line that is wrong",
        arguments: [
            ("preset: quick\nepoch: 2\n", "my.yaml, line 2: there is no setting \"epoch\"; did you mean epochs?"),
            ("preset: quick\nepochs: two\n", "my.yaml, line 2: epochs must be a whole number"),
            ("preset: quick\nepochs: [2\nseed: 1\n", "my.yaml, line 3: this is not YAML"),
            ("preset: quick\nepochs: 2\nepochs: 3\n", "my.yaml, line 3: this is not YAML: epochs is written twice"),
            ("a list of nothing\n", "my.yaml: a configuration is lines of \"key: value\""),
        ])
    func file(text: String, message: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder("my.yaml")))
        try expectFailure(["build", "--config", "my.yaml"], message)
    }

    @Test("a configuration file that is missing, or a folder, is refused")
    func noFile() throws {
        try expectFailure(["build", "--config", "my.yaml"], status: 66, "my.yaml: no such file")
        try FileManager.default.createDirectory(atPath: folder("my.yaml"), withIntermediateDirectories: true)
        try expectFailure(["build", "--config", "my.yaml"], status: 66, "my.yaml: expected a file, got a folder")
    }

    @Test(
        "a variable of the environment is refused by its name",
        arguments: [
            ("NILM_REPORT_X", "1", "NILM_REPORT_X: there is no setting \"x\"; the keys are preset"),
            ("NILM_REPORT_EPOCH", "1", "NILM_REPORT_EPOCH: there is no setting \"epoch\"; did you mean"),
            ("NILM_REPORT_EPOCHS", "many", "NILM_REPORT_EPOCHS: epochs must be a whole number"),
            ("NILM_REPORT_THREADS", "many", "NILM_REPORT_THREADS must be a whole number"),
            ("SOURCE_DATE_EPOCH", "today", "SOURCE_DATE_EPOCH must be whole Unix seconds, got \"today\""),
        ])
    func variable(name: String, value: String, message: String) throws {
        try expectFailure(["build"], environment: [name: value], message)
    }

    @Test(
        "an output folder that cannot be written is refused before any work",
        arguments: ["/proc/nilm-report", "file/below", "file"])
    func output(path: String) throws {
        try Data("precious".utf8).write(to: URL(fileURLWithPath: folder("file")))
        let outcome = try Program.run(["build", "--preset", "seed", "--output", path], in: folder)
        try CommandTests.expectFailure(
            outcome, status: 73, ["\(path): cannot be written", "another folder"], in: folder)
        #expect(outcome.errorLines.count == 1)
        #expect(try String(contentsOfFile: folder("file"), encoding: .utf8) == "precious")
    }
}
