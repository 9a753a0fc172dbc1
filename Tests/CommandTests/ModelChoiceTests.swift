import Foundation
import Runs
import TestSupport
import Testing

@Suite("--model")
struct ModelChoiceTests {
    @Test(
        "nilm with one of its scales alone is a model by name, for evaluate too",
        arguments: [("fine", [.fine]), ("coarse", [.coarse]), ("nilm", [.fine, .coarse])]
            as [(String, Set<AttentionMap.Scale>)])
    func scales(model: String, scales: Set<AttentionMap.Scale>) throws {
        let folder = try TemporaryFolder()
        let build = try Program.run(
            ["build", "--preset", "quick", "--model", model, "--epochs", "1", "--width", "16", "-q", "--run-id", "a"],
            in: folder)
        #expect(build.status == 0, "\(build.errors)")
        let evaluate = try Program.run(["evaluate", "output/a", "-q", "--run-id", "b"], in: folder)
        #expect(evaluate.status == 0, "\(evaluate.errors)")
        let runs = try ["a", "b"].map { try ResultsFile.read(path: folder("output/\($0)/results.json")) }
        #expect(runs.map(\.run.model) == [model, model])
        #expect(Set(runs[0].attention.map(\.scale)) == scales)
        #expect(runs[0].appliances[0].metrics == runs[1].appliances[0].metrics)
    }

    @Test("coarse without a coarse scale is refused with what to do") func noScale() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(
            ["build", "--preset", "quick", "--model", "coarse", "--scales", "1"], in: folder)
        #expect(outcome.status == 64 && outcome.errors.contains("--scales to be above 1, such as 1,8"))
        #expect(try folder.names().allSatisfy { $0 == "output" })
    }
}
