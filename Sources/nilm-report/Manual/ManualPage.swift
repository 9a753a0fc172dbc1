import Support

/// The manual's page, for man(1), out of the commands' own help. The same program gives the same bytes.
struct ManualPage {
    private let program: CommandHelp
    /// As `--version` says it.
    private let version: String

    init(_ program: CommandHelp, version: String) {
        self.program = program
        self.version = version
    }

    private static let environment = [
        ("NILM_REPORT_*", "A setting of the configuration file, such as NILM_REPORT_SEED=7; options stand over it."),
        ("NILM_REPORT_OUTPUT", "As --output."), ("NILM_REPORT_THREADS", "As --threads."),
        ("NILM_REPORT_TEMPLATES", "As --templates."), ("NILM_REPORT_LANGUAGE", "As --language."),
        (
            "NILM_REPORT_INSTRUCTION_SET",
            "Kernels to compute with, portable, avx2 or avx512: to make the numbers of another CPU again."
        ),
        (
            "SOURCE_DATE_EPOCH",
            "Unix seconds that a run says it was made at, instead of now. Times, memory and threads are not noted then, so "
                + "that the run made again has the same bytes in every file."
        ),
        ("GITHUB_ACTIONS, GITHUB_STEP_SUMMARY", "Under GitHub Actions, lines that it shows, and the summary's file."),
        ("NO_COLOR", "No bold headings."),
    ]

    /// The page in the macros of man(7).
    var text: String {
        var page = Roff()
        page.title(program.commandName, section: 1, footer: version)
        page.heading("NAME")
        page.line("\(program.commandName) - \(Self.withoutPeriod(program.abstract ?? ""))")
        page.heading("SYNOPSIS")
        for command in program.leaves { page.term(command.fullName, synopsis(of: command)) }
        page.heading("DESCRIPTION")
        page.paragraphs(program.discussion ?? "")
        page.heading("COMMANDS")
        // An option of several commands is told once.
        var told: [String: String] = [:]
        for command in program.leaves {
            page.subheading(command.fullName)
            page.paragraphs(command.abstract ?? "")
            page.paragraphs(command.discussion ?? "")
            var elsewhere: [(command: String, titles: [String])] = []
            for argument in command.ownArguments {
                let text = Self.text(of: argument)
                if argument.kind != .positional, let first = told[argument.title + text] {
                    if elsewhere.last?.command != first { elsewhere.append((first, [])) }
                    elsewhere[elsewhere.count - 1].titles.append(argument.title)
                    continue
                }
                told[argument.title + text] = command.commandName
                page.term(argument.title + Self.value(of: argument), text)
            }
            for (command, titles) in elsewhere {
                page.paragraph("As for \(command): \(titles.joined(separator: "; ")).")
            }
        }
        page.heading("EXIT STATUS")
        for status in ExitStatus.allCases { page.term(String(status.rawValue), status.meaning) }
        page.heading("ENVIRONMENT")
        for (name, meaning) in Self.environment { page.term(name, meaning) }
        return page.text
    }

    /// `[options] MODEL`
    private func synopsis(of command: CommandHelp) -> String {
        let positional = command.ownArguments.filter { $0.kind == .positional }.map { argument in
            let name = (argument.valueName ?? "") + (argument.isRepeating ? "..." : "")
            return argument.isOptional ? "[\(name)]" : name
        }
        let hasOptions = command.ownArguments.contains { $0.kind != .positional }
        return ((hasOptions ? ["[options]"] : []) + positional).joined(separator: " ")
    }

    private static func value(of argument: CommandHelp.Argument) -> String {
        argument.kind == .option ? " " + (argument.valueName ?? "value") : ""
    }

    private static func text(of argument: CommandHelp.Argument) -> String {
        var parts = [argument.abstract ?? ""]
        if let values = argument.allValues, !values.isEmpty, parts == [""] {
            parts.append(values.joined(separator: ", "))
        }
        if let value = argument.defaultValue, !value.isEmpty { parts.append("(default: \(value))") }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func withoutPeriod(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
}

/// Writes the macros of man(7), with text as text: no hyphen, backslash or leading dot of it is a command.
struct Roff {
    private(set) var text = ""

    mutating func title(_ name: String, section: Int, footer: String) {
        // No date: the same program has the same page.
        text += ".TH \(Self.escaped(name.uppercased())) \(section) \"\" \"\(Self.escaped(footer))\"\n"
    }

    mutating func heading(_ title: String) { text += ".SH \(Self.escaped(title))\n" }

    mutating func subheading(_ title: String) { text += ".SS \(Self.escaped(title))\n" }

    mutating func line(_ words: String) { text += Self.escaped(words) + "\n" }

    mutating func paragraph(_ words: String) {
        text += ".PP\n"
        line(words)
    }

    /// A word with what it means, which is indented.
    mutating func term(_ term: String, _ meaning: String) {
        text += ".TP\n.B \(Self.escaped(term))\n"
        line(meaning)
    }

    /// Lines that are indented stay as they are, such as examples; others are filled.
    mutating func paragraphs(_ words: String) {
        var isExample = false
        for piece in words.split(separator: "\n", omittingEmptySubsequences: false) {
            if piece.hasPrefix("  ") != isExample {
                isExample.toggle()
                text += isExample ? ".PP\n.nf\n" : ".fi\n"
            }
            if piece.isEmpty { continue }
            if isExample { line(String(piece)) } else { paragraph(String(piece)) }
        }
        if isExample { text += ".fi\n" }
    }

    private static func escaped(_ words: String) -> String {
        let plain = words.replacing(scalars: ["\\": "\\e", "-": "\\-", "\n": " "])
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
