import Foundation
import Runs
import TestSupport
import Testing

@Suite("The same run again")
struct SameResultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Builds into `output` with a fixed time, and returns every file of the run by its path.
    private func build(_ options: [String], output: String) throws -> [String: Data] {
        let outcome = try Program.run(
            ["build", "-q", "--output", output, "--run-id", "a"] + options, in: folder,
            environment: ["SOURCE_DATE_EPOCH": "1426000960"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try files(in: folder("\(output)/a"))
    }

    @Test("has the same bytes in every file on 1, 2 and 3 threads, and made again")
    func threads() throws {
        // A batch that no number of threads divides evenly.
        let options = Program.small + ["--batch", "5"]
        let one = try build(options + ["--threads", "1"], output: "one")
        for name in ["manifest.json", "results.json", "report.html", "data/history.csv", "model.safetensors"] {
            #expect(one[name]?.isEmpty == false, "\(name)")
        }
        for threads in [2, 3, 1] {
            let other = try build(options + ["--threads", "\(threads)"], output: "on\(threads)")
            #expect(differing(one, other) == [], "on \(threads) threads")
        }
    }

    @Test("notes nothing measured of the machine, and says so")
    func notNoted() throws {
        let run = try build(Program.small, output: "one")
        let training = try #require(try ResultsFile.read(path: folder("one/a/results.json")).training)
        #expect(training.secondsPerStep == nil && training.peakRssBytes == nil)
        #expect(!training.epochs.isEmpty && training.epochs.allSatisfy { $0.seconds == nil })
        let provenance = try RunFolder(path: folder("one/a")).manifest.provenance
        #expect(provenance.threads == nil && provenance.peakRssBytes == nil && provenance.durations.isEmpty)
        let page = String(decoding: run["report.html"] ?? Data(), as: UTF8.self)
        for label in ["Median time a step", "Peak memory", "Threads used"] {
            #expect(page.contains("<dt>\(label)</dt><dd>not noted in a reproducible run</dd>"), "\(label)")
        }
    }

    /// The paths of files that only one run has or whose bytes differ.
    private func differing(_ first: [String: Data], _ second: [String: Data]) -> [String] {
        Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
    }

    @Test("of the preset for measured data has the same bytes whatever time it takes")
    func real() throws {
        let houses = try Houses([1])
        let options = Houses.small + ["--appliance", "kettle,fridge", "--epochs", "3"]
        let runs = try [("one", "1"), ("two", "2")].map { output, threads in
            let outcome = try Program.run(
                ["build", "-q", "--output", output, "--run-id", "a", "--threads", threads] + options,
                in: houses.folder, environment: ["SOURCE_DATE_EPOCH": "1426000960"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try files(in: houses.folder("\(output)/a"))
        }
        #expect(runs[0]["config.yaml"].map { String(decoding: $0, as: UTF8.self).contains("budget: null") } == true)
        #expect(differing(runs[0], runs[1]) == [])
    }

    @Test("with another seed gives another model")
    func seed() throws {
        #expect(
            try build(Program.small, output: "one")["model.safetensors"]
                != build(Program.small + ["--seed", "1"], output: "other")["model.safetensors"])
    }

    @Test("comes of its own config.yaml")
    func configuration() throws {
        let first = try build(
            Program.small + ["--seed", "9", "--loss", "l1", "--learning-rate", "0.002"], output: "first")
        let second = try build(["--config", "first/a/config.yaml"], output: "second")
        #expect(differing(first, second) == [])
    }
}
