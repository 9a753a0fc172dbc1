import ArgumentParser
import Configuration
import Datasets
import Foundation
import Pages
import Runs
import Support

/// Looks through a data set before anything is trained on it.
struct Inspect: GivenSettings, ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is in a data set: houses, channels, gaps, glitches, energy.",
        discussion: """
            Reads every file once, whatever its size. Without --appliance it looks at all that are known by name, without \
            houses at every one. A channel that can't be read is named with its line; the exit code is 65 then.

            Examples:
              nilm-report inspect --data ukdale:ukdale
              nilm-report inspect --data csv:meter.csv --time-zone Europe/London --html meter.html --json meter.json
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var table: TableOptions
    @Option(
        help: ArgumentHelp(
            "Write all that is found to a file; - for standard output, instead of the text.", valueName: "FILE"))
    var json: String?
    @Option(help: ArgumentHelp("Write a page with a timeline and a typical day.", valueName: "FILE"))
    var html: String?

    @OptionGroup var look: LookOptions

    func run() throws {
        let look = try look.look()
        let configuration = try resolve()
        let audit = try DatasetAudit.load(try DatasetRequest(configuration))
        let inspection = Inspection(source: configuration.data, of: audit)
        if let html {
            try OutputFile.write(try InspectionPage.html(of: inspection, tool: Version.text, look: look), to: html)
        }
        if let json, json != "-" { try OutputFile.write(try inspection.json(), to: json) }
        if json == "-" {
            Console.print(String(decoding: try inspection.json().dropLast(), as: UTF8.self))
        } else {
            for line in try InspectionText.lines(of: inspection, isStyled: Console.isStyled) { Console.print(line) }
        }
        if let html, self.look.open { Browser.open(html) }
        let problems = inspection.problems
        guard let first = problems.first else { return }
        let others = problems.count == 1 ? "" : " (and \(problems.count - 1) more: see above)"
        throw Failure(first + others, exitCode: .badData)
    }

    /// The settings that concern data. Where there are none to read, the synthetic ones of the demonstration are meant.
    private func resolve() throws -> RunConfiguration {
        let layers = try data.layers(given())
        let configuration = try RunConfiguration.resolve(layers, preset: .demo)
        return configuration.data == "synthetic" ? configuration : try RunConfiguration.resolve(layers, preset: .real)
    }
}
