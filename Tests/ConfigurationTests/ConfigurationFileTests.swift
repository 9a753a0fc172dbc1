import Testing

@testable import Configuration

@Suite("Configuration files")
struct ConfigurationFileTests {
    private func configuration(_ text: String) throws -> RunConfiguration {
        try ConfigurationFile.configuration(text: text, path: "c.yaml")
    }

    private func error(_ text: String) throws -> ConfigurationError {
        try #require(throws: ConfigurationError.self) { try configuration(text) }
    }

    @Test("of every preset are read as they were written", arguments: Preset.allCases)
    func presets(preset: Preset) throws {
        var wanted = preset.configuration
        if wanted.data.isEmpty { wanted.data = "ukdale:data" }
        #expect(try configuration(ConfigurationFile.text(of: wanted)) == wanted)
    }

    @Test("keep every number's digits")
    func digits() throws {
        var wanted = Preset.demo.configuration
        wanted.learningRate = 0.1 + 0.2
        wanted.clip = 1e300
        wanted.dropout = 0x1p-60
        wanted.seed = .max
        wanted.budget = Seconds(1.0 / 3)
        wanted.split = [33.3, 33.3, 33.4]
        #expect(try configuration(ConfigurationFile.text(of: wanted)) == wanted)
    }

    @Test(
        "keep any text",
        arguments: [
            "", " ", "null", "~", "NULL", "true", "1", "1e5", "#", "a # b", "a: b", "- a", "[a, b]", "{a: b}", "a,b",
            "'", "\"",
            "\\", "\\n", "a\nb", "a\r\nb", "\t", "\u{0}", "\u{1b}[31m", "\u{7f}", "\u{80}", "\u{85}", "\u{9f}",
            "\u{a0}",
            "\u{2028}", "\u{2029}", "a\u{feff}", "\u{fffe}", "\u{ffff}", "é", "日本", "🫖", "e\u{301}", "|", ">", "&a",
            "*a",
            "!t", "%", "@", "`", "? a", "...", "---", "<<", "=", "a ", " a", "a\\", "C:\\data",
            "ukdale:../shared/a b/c",
        ])
    func hostileText(text: String) throws {
        var wanted = Preset.demo.configuration
        wanted.appliances = [text, "kettle", text]
        wanted.from = text
        wanted.data = "ukdale:" + text
        let read = try configuration(ConfigurationFile.text(of: wanted))
        // As scalars: Swift's == takes two spellings of one accent for the same.
        #expect(read.appliances.map { Array($0.unicodeScalars) } == wanted.appliances.map { Array($0.unicodeScalars) })
        #expect(read == wanted)
    }

    @Test("may be empty, or comments only", arguments: ["", "\n", "# nothing\n", "---\n"])
    func empty(text: String) throws {
        #expect(try configuration(text) == Preset.demo.configuration)
    }

    @Test("take null for nothing where nothing is allowed", arguments: ["", "null", "~"])
    func null(text: String) throws {
        #expect(try configuration("preset: real\ndata: ukdale:x\nbudget: \(text)\n").budget == nil)
        #expect(try configuration("from: \(text)\n").from == nil)
        #expect(try configuration("appliances: \(text)\n").appliances == [])
        #expect(
            try error("epochs: \(text)\n")
                == .badValue(
                    key: "epochs", words: [], expected: "a whole number from 1 to 1000000",
                    origin: .file(path: "c.yaml", line: 1)))
    }

    @Test("take \"null\" in quotes for the word")
    func quotedNull() throws {
        #expect(try configuration("from: \"null\"\n").from == "null")
        #expect(try configuration("from: ''\n").from == "")
    }

    @Test("take lists in either of YAML's forms, and one word for a list of one")
    func lists() throws {
        #expect(try configuration("appliances: [kettle, \"a, b\"]\n").appliances == ["kettle", "a, b"])
        #expect(try configuration("appliances:\n  - kettle\n  - fridge\n").appliances == ["kettle", "fridge"])
        #expect(try configuration("appliances: kettle\n").appliances == ["kettle"])
        #expect(try configuration("train_houses: []\n").trainHouses == [])
    }

    @Test("refuse a list or a mapping where a value belongs, with the line")
    func structures() throws {
        let origin = ConfigurationLayer.Origin.file(path: "c.yaml", line: 2)
        #expect(
            try error("seed: 1\nepochs: [1, 2]\n")
                == .badValue(
                    key: "epochs", words: ["1", "2"], expected: "a whole number from 1 to 1000000", origin: origin))
        #expect("\(try error("seed: 1\nappliances: [[a]]\n"))".hasPrefix("c.yaml, line 2: appliances"))
        #expect("\(try error("seed: 1\nappliances: {a: b}\n"))".hasPrefix("c.yaml, line 2: appliances"))
    }

    @Test("that are no mapping are refused", arguments: ["- a\n- b\n", "just text\n", "[a]\n", "? [a]\n: b\n"])
    func notAMapping(text: String) throws {
        #expect(try error(text) == .notAMapping(path: "c.yaml"))
    }

    @Test(
        "that are no YAML are refused with the line",
        arguments: [
            ("a: [1\nb: 2\n", 2), ("seed: 1\nepochs: \"3\n", 3), ("seed: 1\n\tepochs: 3\n", 2),
            ("seed: 1\nepochs: 3: 4\n", 2),
            ("seed: 1\nfrom: *nowhere\n", 2), ("seed: 1\n--- \nseed: 2\n", 2), ("seed: 1\nseed: 2\n", 2),
            ("seed: 1\nfrom: \u{1}\n", 2),
        ])
    func notYAML(text: String, line: Int) throws {
        guard case .notYAML("c.yaml", let got, let problem) = try error(text) else {
            Issue.record("\(try error(text))")
            return
        }
        #expect(got == line && !problem.isEmpty, "\(got): \(problem)")
        #expect(!problem.contains("\n"), "\(problem)")
    }

    @Test("that would take for ever to expand, to nest or to read are refused with the line")
    func bounded() throws {
        var bomb = "a: &a [x]\n"
        for (name, next) in zip("abcdef", "bcdefg") {
            bomb += "\(next): &\(next) [" + Array(repeating: "*\(name)", count: 9).joined(separator: ",") + "]\n"
        }
        // Two lines hold 18 aliases, one more than may be.
        #expect(
            try error(bomb + "? *g\n: 1\n")
                == .notYAML(path: "c.yaml", line: 3, problem: "a configuration has at most 16 aliases (*name)"))
        for nested in [String(repeating: "[", count: 100_000), "a: " + String(repeating: "{a: ", count: 100_000)] {
            guard case .notYAML = try error(nested) else { throw Trouble.accepted }
        }
        let long = "# " + String(repeating: "x", count: ConfigurationFile.longest)
        #expect(
            try error(long)
                == .notYAML(path: "c.yaml", line: 1, problem: "a configuration has at most 1048576 bytes"))
    }

    private enum Trouble: Error { case accepted }

    @Test("end in one line a key, in a fixed order")
    func text() {
        let lines = ConfigurationFile.text(of: Preset.demo.configuration).split(separator: "\n")
        #expect(lines.count == Setting.all.count)
        #expect(lines.map { $0.prefix { $0 != ":" } } == Setting.all.map { Substring($0.key) })
        #expect(lines.contains("split: [60, 20, 20]") && lines.contains("budget: null"))
    }
}
