import Foundation
import Runs
import TestSupport
import Testing

/// Names of appliances, houses, models, columns and files that would run, break out or mislead somewhere, through every
/// command that takes them.
@Suite("Hostile names") struct HostileNamesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What a name may try; appliances' names of letters lose their signs, those of signs alone keep them.
    private static let markup = "\"><script>alert(1)</script><img src=x onerror=alert(2)>"
    private static let signs = ["\"><!--'`|", "=+-@", "../..\r\n::%\u{1B}\u{202E}", "%\u{301}\"\u{301}{{{}}}"]

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder(name)))
    }

    /// Another program's predictions of as many appliances, without names: columns are told by their numbers.
    private func table(appliances: Int) -> String {
        let header = ["time", "aggregate"] + (0..<appliances).flatMap { ["a\($0)", "b\($0)"] }
        let lines = (0..<240).map { row in
            let powers = (0..<appliances).flatMap {
                [(row + 7 * $0) % 40 < 8 ? 1500 + $0 : 0, row % 40 < 9 ? 1400 : 1]
            }
            return ([1_424_736_000 + 6 * row, 2000 * appliances] + powers).map(String.init).joined(separator: ",")
        }
        return ([header.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }

    /// Options that call the appliances of ``table(appliances:)`` so.
    private func columns(_ names: [String]) -> [String] {
        func pairs(_ first: Int) -> String {
            names.enumerated().map { "\($1.replacing("=", with: "~"))=\(first + 2 * $0)" }.joined(separator: ",")
        }
        return ["--csv-truths", pairs(3), "--csv-predictions", pairs(4)]
    }

    private func text(_ name: String) throws -> String { try String(contentsOfFile: folder(name), encoding: .utf8) }

    @Test("of appliances, model, house and file are text in every file of a run, and its files stay in its folder")
    func imported() throws {
        let file = "\(Self.markup.replacing("/", with: "")) =1+1 %0A.csv"
        let long = String(repeating: "<b>long ", count: 1400)
        let names = Self.signs + [long]
        try write(table(appliances: names.count), to: file)
        let outcome = try Program.run(
            [
                "import", file, "--run-id", "a", "--window", "40", "--model-name", "=cmd|' /C calc'!A0 \(Self.markup)",
                "--house", "::error::\(Self.markup)", "--gate", "mae_w<1",
            ] + columns(names), in: folder,
            environment: ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder("s.md")])
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(try folder.names() == [file, "output", "s.md"].sorted())
        let results = try ResultsFile.read(path: folder("output/a/results.json"))
        #expect(results.appliances.count == names.count)

        // Lines that GitHub Actions would take for commands are this program's alone, one a gate that is not met.
        let commands = outcome.errors.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.filter { $0.hasPrefix("::") }
        #expect(commands.count >= names.count)
        #expect(
            commands.allSatisfy { $0.hasPrefix("::error title=") || $0.hasPrefix("::warning title=") }, "\(commands)")
        #expect(!outcome.errors.unicodeScalars.contains { $0 == "\r" || $0 == "\u{1B}" })

        for (name, data) in try files(in: folder("output/a")) {
            #expect(name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && name.utf8.count < 200, "\(name)")
            let text = String(decoding: data, as: UTF8.self)
            switch (name as NSString).pathExtension {
            case "html", "svg", "md": try checkPage(text, name)
            case "xml": #expect(!text.contains("<script") && !text.contains("<img"), "\(name)")
            case "csv": try checkCells(text, name)
            case "txt": checkSamples(text, name)
            case "png", "pdf", "safetensors", "json": break
            default: Issue.record("what may \(name) hold?")
            }
        }
        try checkPage(text("s.md"), "GITHUB_STEP_SUMMARY")
        #expect(try Program.run(["verify", "output/a"], in: folder).status == 0)
        #expect(try Program.run(["render", "output/a"], in: folder).status == 0)
        let checked = try Program.run(["check", "output/a", "--gate", "mae_w<1", "--output", "ci"], in: folder)
        #expect(checked.status == 2, "\(checked.errors)")
        #expect(try Program.run(["compare", "output/a", "output/a", "--output", "c.html"], in: folder).status == 0)
        try checkPage(text("c.html"), "c.html")
    }

    /// No element and no attribute that the program's own pages have not. Results within a page are JSON, in which no
    /// angle opens a tag.
    private func checkPage(_ text: String, _ name: String) throws {
        let shown = text.replacing(/(?s)<script type="application\/json" id="[a-z-]+">.*?<\/script>/, with: "")
        #expect(shown.matches(of: /<script>alert|<img|<b>/).isEmpty, "\(name)")
        let scalars = shown.unicodeScalars
        #expect(!scalars.contains { ("\u{202A}"..."\u{202E}").contains($0) }, "\(name) turns direction")
        #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }, "\(name) has control characters")
    }

    /// No cell that a spreadsheet runs; a number may begin with its sign.
    private func checkCells(_ text: String, _ name: String) throws {
        // Cells are told apart by commas outside quotes; the quote itself is no part of what a spreadsheet sees.
        for match in text.matches(of: /(?:^|[,\n])"?([=+\-@\t\r][^,\n]*)/) {
            #expect(Double(match.1) != nil, "\(match.1.prefix(40)) in \(name)")
        }
    }

    /// Every line is a comment or a sample of this program.
    private func checkSamples(_ text: String, _ name: String) {
        let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }
        #expect(lines.allSatisfy { $0.hasPrefix("# ") || $0.hasPrefix("nilm_report_") }, "\(name)")
    }

    @Test("of a meter's columns and of its file are trained on, and text everywhere") func meter() throws {
        let columns = ["=1+1<script>alert(1)</script>", "../../\u{202E}etc", "@a%0A::error::b"]
        let file = "=\(Self.markup.replacing("/", with: "")).csv"
        let header = (["time", "aggregate"] + columns).map { "\"\($0)\"" }.joined(separator: ",")
        let lines = (0..<1200).map { row in
            let powers = (0..<columns.count).map { (row + 11 * $0) % 60 < 20 ? 900 : 0 }
            return ([1_424_736_000 + 6 * row, 3000 + row % 7] + powers).map(String.init).joined(separator: ",")
        }
        try write(([header] + lines).joined(separator: "\n"), to: file)
        let outcome = try Program.run(
            ["build", "-q", "--run-id", "a"] + Houses.small + [
                "--data", "csv:\(file)", "--appliance", "etc,a_0a_error_b",
            ],
            in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try checkPage(text("output/a/report.html"), "report.html")
        try checkPage(text("output/a/summary.md"), "summary.md")
        for name in ["metrics.csv", "data/predictions.csv"] { try checkCells(text("output/a/\(name)"), name) }
        #expect(try folder.names() == [file, "output"].sorted())
        let inspected = try Program.run(["inspect", "--data", "csv:\(file)", "--html", "i.html"], in: folder)
        #expect(inspected.status == 0 && !inspected.output.unicodeScalars.contains("\u{202E}"), "\(inspected.errors)")
        try checkPage(text("i.html"), "i.html")
    }

    @Test(
        "of a run that would leave its folder or hide are refused",
        arguments: [
            "../a", "/tmp/a", ".a", "-a", "a b", "a\nb", "\u{202E}a", "<b>", "latest",
            String(repeating: "a", count: 101),
        ])
    func runs(id: String) throws {
        let outcome = try Program.run(["build", "--run-id=\(id)"] + Program.small, in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(try names(in: folder("output")).isEmpty)
        #expect(!outcome.errors.unicodeScalars.contains("\u{202E}"))
    }

    @Test("of a house or a model are one line", arguments: ["--house", "--model-name"], ["", "a\r\nb", "\u{202E}a"])
    func lines(option: String, name: String) throws {
        let outcome = try Program.run(["import", "p.csv", option, name], in: folder)
        #expect(outcome.status == 64 && outcome.errors.contains("\(option) must be"), "\(outcome.errors)")
    }

    @Test("in an error do not command the terminal") func terminal() throws {
        let outcome = try Program.run(["verify", "no\u{1B}]0;title\u{7}\u{1B}[2Jsuch\r"], in: folder)
        #expect(outcome.status == 66 && outcome.errors.contains("such"))
        #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
}
