import Foundation
import Runs
import TestSupport
import Testing

@Suite("Names that are long in bytes") struct LongNamesTests {
    private let folder: TemporaryFolder
    /// 22 and 23 characters, 66 and 69 bytes, which spelt out are 198 and 207.
    private static let appliances = ["台所の大きな冷凍冷蔵庫と浴室の乾燥機付き洗濯", "台所の大きな冷凍冷蔵庫と浴室の乾燥機付き洗濯機"]

    init() throws {
        folder = try TemporaryFolder()
        let lines = (0..<1200).map { row in
            let (one, two) = (row % 100 < 20 ? 2000 : 0, row % 60 < 30 ? 90 + row % 7 : 0)
            return "\(1_424_736_000 + 6 * row),\(one + two + 150 + row * 37 % 23),\(one),\(two)"
        }
        try write(
            (["time,aggregate," + Self.appliances.joined(separator: ",")] + lines).joined(separator: "\n"), "m.csv")
    }

    private func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder(name)))
    }

    private static let small = [
        "--preset", "real", "--data", "csv:m.csv", "--width", "8", "--heads", "2", "--depth", "1", "--window", "32",
        "--epochs", "1", "--epoch-windows", "64",
    ]

    @Test("two appliances of 23 Japanese characters keep their run, and their models are found again") func models()
        throws
    {
        let built = try Program.run(
            ["build", "-q", "--run-id", "a", "--appliance", Self.appliances.joined(separator: ",")] + Self.small,
            in: folder)
        #expect(built.status == 0, "\(built.errors)")
        let models = try names(in: folder("output/a")).filter { $0.hasPrefix("model-") }
        #expect(models.count == 2 && models.allSatisfy { $0.utf8.count <= 140 })
        let again = try Program.run(["evaluate", "output/a", "-q", "--run-id", "b"], in: folder)
        #expect(again.status == 0, "\(again.errors)")
        let results = try ["a", "b"].map { try ResultsFile.read(path: folder("output/\($0)/results.json")) }
        #expect(results[0].appliances == results[1].appliances && results[0].appliances.map(\.name) == Self.appliances)
    }

    @Test("an experiment takes names of any script, a run each") func experiment() throws {
        try write(
            """
            settings: {preset: real, data: "csv:m.csv", width: 8, heads: 2, depth: 1, window: 32, epochs: 1, epoch_windows: 16}
            data: {東京: {}}
            appliances: [\(Self.appliances.joined(separator: ", "))]
            models: {畳み込み: {model: conv}}
            """, "e.yaml")
        let outcome = try Program.run(["experiment", "e.yaml", "-q"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let runs = try names(in: folder("output/e")).filter { $0.hasSuffix("_0") }
        #expect(runs.count == 2)
        let page = try String(contentsOfFile: folder("output/e/experiment.html"), encoding: .utf8)
        for name in Self.appliances + ["畳み込み"] + runs { #expect(page.contains(name), "\(name)") }
    }

    @Test("a comma in the path of a table is a part of it, in the environment as on the command line") func comma()
        throws
    {
        try FileManager.default.moveItem(atPath: folder("m.csv"), toPath: folder("m,1.csv"))
        let options =
            ["build", "--dry-run", "--appliance", Self.appliances[0]]
            + Self.small.filter { !["--data", "csv:m.csv"].contains($0) }
        let outcome = try Program.run(options, in: folder, environment: ["NILM_REPORT_DATA": "csv:m,1.csv"])
        #expect(outcome.status == 0 && outcome.output.contains("csv:m,1.csv"), "\(outcome.errors)")
    }
}
