import Foundation
import Support
import Testing
import TestSupport

@Suite("export")
struct ExportTests {
    @Test("writes the network of a run's one appliance, of a model file, and to standard output")
    func one() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(["train", "-q", "--run-id", "a"] + Program.small, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let outcome = try Program.run(["export", "output/a", "--pytorch", "network.py"], in: folder)
        #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome.errors)")
        let source = try String(contentsOfFile: folder("network.py"), encoding: .utf8)
        #expect(source.contains("APPLIANCE = \"pulse\"\n") && source.contains("WEIGHTS = \"model.safetensors\""))
        #expect(source.contains("WINDOW = 32 "))
        let file = try Program.run(["export", "output/a/model.safetensors", "--pytorch", "-"], in: folder)
        #expect(file.status == 0 && file.output == source, "\(file.errors)")
        #expect(try Program.run(["verify", "output/a"], in: folder).status == 0)
        let unwritable = try Program.run(["export", "output/a", "--pytorch", "none/network.py"], in: folder)
        #expect(unwritable.status == 73 && unwritable.errors.contains("none/network.py"), "\(unwritable.errors)")
    }

    @Test("of a run of several appliances, writes the one that is asked for, by any of its names")
    func several() throws {
        let houses = try Houses()
        let run = try Program.run(
            ["train", "-q", "--run-id", "a", "--appliance", "kettle,fridge", "--windows", "fridge=48"] + Houses.small,
            in: houses.folder)
        #expect(run.status == 0, "\(run.errors)")
        func export(_ options: [String]) throws -> Program.Outcome {
            try Program.run(["export", "output/a", "--pytorch", "network.py"] + options, in: houses.folder)
        }
        let one = try export(["--appliance", "refrigerator"])
        #expect(one.status == 0, "\(one.errors)")
        let source = try String(contentsOfFile: houses.folder("network.py"), encoding: .utf8)
        #expect(source.contains("APPLIANCE = \"fridge\"") && source.contains("\"model-fridge.safetensors\""))
        #expect(source.contains("WINDOW = 48 "))
        for (options, words) in [([], "kettle, fridge; say with --appliance"), (["--appliance", "oven"], "for oven")] {
            let refused = try export(options)
            #expect(refused.status == 64 && refused.errorLines.count == 1 && refused.errors.contains(words))
        }
        #expect(try String(contentsOfFile: houses.folder("network.py"), encoding: .utf8) == source)
    }

    @Test("refuses what is no model, and what does not say what it is for")
    func refusals() throws {
        let folder = try TemporaryFolder()
        let nowhere = try Program.run(["export", "nowhere", "--pytorch", "network.py"], in: folder)
        try expectFailure(nowhere, status: 66, ["nowhere"], in: folder)
        try StateDictionary.tensors().write(to: folder("bare.safetensors"))
        let bare = try Program.run(["export", "bare.safetensors", "--pytorch", "network.py"], in: folder)
        try expectFailure(bare, status: 64, ["bare.safetensors", "does not say which appliance"], in: folder)
        #expect(try Program.run(["export", "nowhere"], in: folder).errors.contains("--pytorch"))
        #expect(try Program.run(["export", "nowhere", "--pytorch", ""], in: folder).status == 64)
        #expect(!FileManager.default.fileExists(atPath: folder("network.py")))
    }
}
