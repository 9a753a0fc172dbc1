import Foundation
import Runs
import TestSupport
import Testing

@Suite("The same run again")
struct SameResultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Builds into `output` with a fixed time; returns the run's results without its durations, and its model.
    private func build(_ options: [String], output: String) throws -> (results: Results, model: Data) {
        let outcome = try Program.run(
            ["build", "-q", "--output", output, "--run-id", "a"] + options, in: folder,
            environment: ["SOURCE_DATE_EPOCH": "1426000960"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        var results = try ResultsFile.read(path: folder("\(output)/a/results.json"))
        var training = try #require(results.training)
        training.secondsPerStep = 0
        training.peakRssBytes = 0
        for epoch in training.epochs.indices { training.epochs[epoch].seconds = 0 }
        results.training = training
        return (results, try Data(contentsOf: URL(fileURLWithPath: folder("\(output)/a/model.safetensors"))))
    }

    @Test("gives the same model and results on 1, 2 and 3 threads")
    func threads() throws {
        // A batch that no number of threads divides evenly.
        let options = Program.small + ["--batch", "5"]
        let one = try build(options + ["--threads", "1"], output: "one")
        for threads in 2...3 {
            let other = try build(options + ["--threads", "\(threads)"], output: "on\(threads)")
            #expect(other.results == one.results)
            #expect(other.model == one.model)
        }
    }

    @Test("with another seed gives another model")
    func seed() throws {
        #expect(
            try build(Program.small, output: "one").model
                != build(Program.small + ["--seed", "1"], output: "other").model)
    }

    @Test("comes of its own config.yaml")
    func configuration() throws {
        let first = try build(
            Program.small + ["--seed", "9", "--loss", "l1", "--learning-rate", "0.002"], output: "first")
        let second = try build(["--config", "first/a/config.yaml"], output: "second")
        #expect(second.results == first.results)
        #expect(second.model == first.model)
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: folder("second/a/config.yaml")))
                == Data(contentsOf: URL(fileURLWithPath: folder("first/a/config.yaml"))))
    }
}
