import ArgumentParser
import Foundation
import Pages
import Plots
import Runs
import Support

/// What a page or a figure says of its run.
struct Extract: ParsableCommand {
    enum Part: String, ExpressibleByArgument, CaseIterable { case results, config, provenance }

    static let configuration = CommandConfiguration(
        abstract: "Take results, configuration and provenance back out of a page or a PNG figure.",
        discussion: """
            A page has all of results.json, byte for byte, config.yaml, and the provenance; a figure the run, its scores, \
            its configuration and the programs that made it. Without --part all of it is one JSON object.

            Examples:
              nilm-report extract report.html --part results --output results.json
              nilm-report extract kettle-best.png --part config > again.yaml
            """)

    @Argument(help: ArgumentHelp("A report.html or a PNG of a run's figures.", valueName: "FILE"))
    var file: String
    @Option(help: "results, config (as YAML) or provenance.")
    var part: Part?
    @Option(help: ArgumentHelp("The file to write; without, standard output.", valueName: "FILE"))
    var output: String?

    func run() throws {
        let bytes = try FileReader.bytes(of: file, most: FileReader.mostText)
        let content = try PNGText.texts(in: bytes).map(figure) ?? page(String(decoding: bytes, as: UTF8.self))
        if let output { try OutputFile.write(content, to: output) } else { Console.print(content: content) }
    }

    private func page(_ html: String) throws -> [UInt8] {
        let contents = PageContents(html: html)
        guard let results = contents.json("results"), let configuration = contents.json("configuration"),
            let provenance = contents.json("provenance")
        else { throw nothing }
        switch part {
        case .results: return try ResultsFile.bytes(of: ResultsFile.decode(Array(results.utf8), path: file))
        case .config: return try text(configuration)
        case .provenance: return Array(provenance.utf8)
        case nil:
            return Array(
                "{\"configuration\": \(configuration), \"provenance\": \(provenance), \"results\": \(results)}\n".utf8)
        }
    }

    private func figure(_ texts: [PNGText]) throws -> [UInt8] {
        guard let json = texts.first(where: { $0.keyword == RunRenderer.originKeyword })?.text,
            let origin = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        else { throw nothing }
        guard let part else { return Array((json + "\n").utf8) }
        if part == .config {
            guard let text = origin["configuration"] as? String else { throw noConfiguration }
            return Array(text.utf8)
        }
        guard let value = origin[part.rawValue] else { throw nothing }
        let data = try JSONSerialization.data(
            withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return Array(data) + [UInt8(ascii: "\n")]
    }

    /// A JSON string's text.
    private func text(_ json: String) throws -> [UInt8] {
        guard let text = try? JSONDecoder().decode(String?.self, from: Data(json.utf8)) else { throw noConfiguration }
        return Array(text.utf8)
    }

    private var nothing: Failure {
        Failure(
            "\(file): has no data of a run; give the report.html or a PNG of a run that this program made",
            exitCode: .badData)
    }

    private var noConfiguration: Failure {
        Failure("\(file): has no configuration, as a run of imported predictions", exitCode: .badData)
    }
}
