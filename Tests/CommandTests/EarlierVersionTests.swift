import Foundation
import Runs
import TestSupport
import Testing

/// A run that an earlier version made (Fixtures/README.md) serves on.
@Suite("A run of an earlier version") struct EarlierVersionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let fixture = try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/results-1").path
        try FileManager.default.copyItem(atPath: fixture, toPath: folder("one"))
    }

    private func run(_ arguments: String...) throws -> Program.Outcome {
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome
    }

    @Test("is verified, and what cannot be checked is said, before it is drawn again and after")
    func verify() throws {
        for _ in 0..<2 {
            let outcome = try run("verify", "one")
            #expect(outcome.errors.hasPrefix("warning: not checked: whether page, figures and data/history.csv show"))
            _ = try run("render", "one")
        }
        #expect(try ResultsFile.read(path: folder("one/results.json")).isEarlier)
    }

    @Test("is damaged where a byte of it is another", arguments: ["report.html", "badge.svg", "metrics.csv"])
    func damaged(name: String) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder("one/" + name)))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: folder("one/" + name)))
        #expect(try Program.run(["verify", "one"], in: folder).status == 1)
    }

    @Test("is evaluated, compared, and a baseline of a new one") func used() throws {
        _ = try run("evaluate", "one", "-q", "--run-id", "again")
        _ = try run("compare", "one", "output/again", "--output", "page.html")
        // Made-up data of this version are others.
        _ = try run("check", "one", "--baseline", "one")
        _ = try run("extract", "one/report.html", "--part", "config")
    }

    @Test("has a model that predicts") func predict() throws {
        let lines = (0..<200).map { "\(1_424_736_000 + $0),\($0 % 50 < 10 ? 2000 : 100)" }
        try Data((["time,power"] + lines).joined(separator: "\n").utf8)
            .write(to: URL(fileURLWithPath: folder("meter.csv")))
        _ = try run("predict", "--model", "one", "--input", "meter.csv", "--output", "p.csv", "-q")
    }
}
