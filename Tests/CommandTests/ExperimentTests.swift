import Foundation
import TestSupport
import Testing

@Suite("experiment")
struct ExperimentTests {
    private let folder: TemporaryFolder
    private static let text = """
        settings: {preset: quick, synthetic_windows: [8, 4, 4], window: 32, width: 8, heads: 2, dilations: 3, epochs: 1}
        models: {nilm: {}, conv: {model: conv}}
        seeds: [0, 1]
        """

    init() throws {
        folder = try TemporaryFolder()
        try write(Self.text)
    }

    private func write(_ text: String) throws {
        try text.write(toFile: folder("small.yaml"), atomically: true, encoding: .utf8)
    }

    @Test("makes a run of each case and one page, and keeps what is there when it is called again") func runs() throws {
        let first = try Program.run(["experiment", "small.yaml", "-q"], in: folder)
        #expect(first.status == 0 && first.output == "output/small/experiment.html\n", "\(first.errors)")
        let names = ["data_nilm_0", "data_nilm_1", "data_conv_0", "data_conv_1"]
        let page = try String(contentsOfFile: folder("output/small/experiment.html"), encoding: .utf8)
        for name in names { #expect(page.contains("<a href=\"\(name)/report.html\">"), "\(name)") }
        #expect(page.contains("<h1>Experiment small</h1>") && page.contains("id=\"figure-experiment-skill\""))

        // One run is lost: only that one is made again, and the page is the same but for how long it was trained.
        let manifest = folder("output/small/data_conv_0/manifest.json")
        let before = try FileManager.default.attributesOfItem(atPath: manifest)[.modificationDate] as? Date
        try FileManager.default.removeItem(atPath: folder("output/small/data_nilm_1"))
        let again = try Program.run(["experiment", "small.yaml", "--progress", "plain"], in: folder)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.errors.components(separatedBy: "drawing the report").count == 2, "\(again.errors)")
        let after = try FileManager.default.attributesOfItem(atPath: manifest)[.modificationDate] as? Date
        #expect(before == after && before != nil)
    }

    @Test("leaves runs with other settings alone unless it is forced") func otherSettings() throws {
        #expect(try Program.run(["experiment", "small.yaml", "-q"], in: folder).status == 0)
        try write(Self.text.replacingOccurrences(of: "epochs: 1", with: "epochs: 2"))
        let refused = try Program.run(["experiment", "small.yaml", "-q"], in: folder)
        #expect(
            refused.status == 73 && refused.errors.contains("output/small/data_nilm_0 was made with other settings"))
        #expect(try Program.run(["experiment", "small.yaml", "-q", "--force"], in: folder).status == 0)
    }

    @Test("a run that fails is told on the page, and the others are made") func failure() throws {
        try write(
            """
            settings: {preset: quick, synthetic_windows: [8, 4, 4], window: 32, width: 8, heads: 2, dilations: 3, epochs: 1}
            data: {good: {}, bad: {data: "csv:none.csv", appliances: [kettle], window: 32}}
            models: {conv: {model: conv}}
            """)
        let outcome = try Program.run(["experiment", "small.yaml", "-q"], in: folder)
        #expect(
            outcome.status == 1 && outcome.errors.hasSuffix("error: 1 of 2 runs failed; see above\n"),
            "\(outcome.errors)")
        let page = try String(contentsOfFile: folder("output/small/experiment.html"), encoding: .utf8)
        #expect(page.contains("bad_kettle_conv_0 is not there:") && page.contains("good_conv_0/report.html"))
    }

    @Test("--list names the runs and makes none") func list() throws {
        let outcome = try Program.run(["experiment", "small.yaml", "--list"], in: folder)
        #expect(outcome.output == "data_nilm_0\ndata_nilm_1\ndata_conv_0\ndata_conv_1\n")
        #expect(!FileManager.default.fileExists(atPath: folder("output")))
    }
}
