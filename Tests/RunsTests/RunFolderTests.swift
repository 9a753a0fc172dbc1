import Configuration
import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("Run folders") struct RunFolderTests {
    private static let provenance = Provenance(
        tool: "nilm-report 0.1", versions: [.init(name: "Swift", version: "6.3")], operatingSystem: "Linux",
        cpu: "a CPU", cores: 2, instructionSet: "AVX2", blasKernel: "Haswell", threads: 2,
        durations: [.init(stage: "training", seconds: 1.5)], peakRssBytes: 1 << 20)

    private static let beginning = RunBeginning(
        tool: "nilm-report 0.1", configuration: "", created: 0, instructionSet: "AVX2")

    private static func draft(_ output: String, _ id: String = "a", force: Bool = false) throws -> RunDraft {
        try RunDraft(id: RunID(id), output: output, force: force, beginning: beginning)
    }

    /// A complete run named `id`.
    private static func run(_ output: String, _ id: String = "a", force: Bool = false) throws -> RunFolder {
        let draft = try draft(output, id, force: force)
        try draft.write(SampleRun.results, to: ResultsFile.name)
        try draft.write(SampleRun.predictions, to: Predictions.name)
        try draft.write(SampleRun.configuration, to: RunFolder.configurationName)
        let attention = Safetensors(tensors: ["kettle-event/layer0/fine": .init(shape: [1], values: [1])])
        try draft.write(attention.bytes(source: "test"), to: RunFolder.attentionName)
        return try draft.complete(provenance: provenance)
    }

    @Test("a complete run is at its place, with a manifest of every file and a link to it") func complete() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(folder("deep/output"))
        #expect(run.path == folder("deep/output/a"))
        #expect(
            run.manifest.files.map(\.path) == [
                "config.yaml", "data/attention.safetensors", "data/predictions.csv", "results.json",
            ])
        #expect(run.manifest.files[0].sha256 == FileHash.sha256(SampleRun.configuration))
        #expect(run.manifest.files[0].bytes == SampleRun.configuration.utf8.count)
        #expect(run.manifest.provenance == Self.provenance)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("deep/output")).sorted() == ["a", "latest"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("deep/output/latest")) == "a")
    }

    @Test("a run is read through the link") func read() throws {
        let folder = try TemporaryFolder()
        _ = try Self.run(folder("o"))
        let run = try RunFolder(path: folder("o/latest"))
        let contents = try run.contents()
        #expect(contents.series.count == 3)
        #expect(contents.attention.count == 1)
        #expect(try run.configuration()?.seed == 7)
        #expect(try run.configuration()?.preset == .quick)
    }

    @Test("the manifest that is written again through the link has every file") func manifestThroughLink() throws {
        let folder = try TemporaryFolder()
        let files = try Self.run(folder("o")).manifest.files
        try RunFolder(path: folder("o/latest")).writeManifest(provenance: Self.provenance)
        #expect(try RunFolder(path: folder("o/a")).manifest.files == files)
    }

    @Test("the link moves to the newest run") func latest() throws {
        let folder = try TemporaryFolder()
        _ = try Self.run(folder("o"), "a")
        _ = try Self.run(folder("o"), "b")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("o/latest")) == "b")
    }

    @Test("until it is complete nothing is at the run's place") func partial() throws {
        let folder = try TemporaryFolder()
        let draft = try Self.draft(folder("o"))
        try draft.write("x", to: "results.json")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("o")) == [".a.partial"])
        try draft.discard()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("o")) == [])
    }

    @Test("an existing run stays unless force is given") func exists() throws {
        let folder = try TemporaryFolder()
        _ = try Self.run(folder("o"))
        #expect(throws: RunFolderError.exists(path: folder("o/a"))) { try Self.draft(folder("o")) }
        _ = try Self.run(folder("o"), force: true)
    }

    @Test("an output folder that cannot be is an error before anything is written") func unwritable() throws {
        let folder = try TemporaryFolder()
        try AtomicFile.write("a file", to: folder("o"))
        #expect(throws: RunFolderError.self) { try Self.draft(folder("o")) }
        #expect(throws: RunFolderError.self) { try Self.draft(folder("o/below")) }
        #expect(throws: RunFolderError.self) { try Self.draft("/proc/nilm-report") }
    }

    @Test("a folder that is no run is told") func notARun() throws {
        let folder = try TemporaryFolder()
        #expect(throws: RunFolderError.notARun(path: folder.path)) { try RunFolder(path: folder.path) }
        #expect(throws: RunFolderError.notARun(path: folder("x"))) { try RunFolder(path: folder("x")) }
    }

    @Test(
        "a missing file is named",
        arguments: ["results.json", "config.yaml", "data/predictions.csv", "data/attention.safetensors"])
    func missing(name: String) throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(folder("o"))
        try FileManager.default.removeItem(atPath: run.path + "/" + name)
        #expect(throws: RunFolderError.missing(path: run.path + "/" + name)) {
            try run.contents()
        }
    }

    @Test(
        "a changed file is named",
        arguments: ["results.json", "config.yaml", "data/predictions.csv", "data/attention.safetensors"])
    func changed(name: String) throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(folder("o"))
        var bytes = try FileReader.bytes(of: run.path + "/" + name)
        bytes[bytes.count / 2] ^= 1
        try AtomicFile.write(bytes, to: run.path + "/" + name)
        #expect(throws: RunFolderError.changed(path: run.path + "/" + name)) {
            try run.contents()
        }
    }

    @Test(
        "a file that has another size than the manifest says is refused before it is read",
        arguments: ["results.json", "config.yaml", "data/predictions.csv", "data/attention.safetensors"])
    func otherSize(name: String) throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(folder("o"))
        let path = run.path + "/" + name
        let listed = try #require(run.manifest.files.first { $0.path == name }).bytes
        // A hole of a terabyte takes no room, but half an hour to hash.
        try #require(truncate(path, 1 << 40) == 0)
        #expect(throws: RunFolderError.otherSize(path: path, bytes: 1 << 40, listed: listed)) { try run.contents() }
        #expect(throws: RunFolderError.otherSize(path: path, bytes: 1 << 40, listed: listed)) {
            try run.verify { _ in true }
        }
    }

    @Test("a manifest of a terabyte, and a file of one that no manifest lists, are refused before they are read")
    func endless() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(folder("o"))
        let path = run.path + "/added"
        try AtomicFile.write("x", to: path)
        try #require(truncate(path, 1 << 40) == 0)
        #expect(
            throws: RunFolderError.file(.tooLarge(path: path, bytes: 1 << 40, most: FileReader.mostBytes))
        ) { try run.writeManifest(provenance: Self.provenance) }
        let manifest = run.path + "/" + Manifest.name
        try #require(truncate(manifest, 1 << 40) == 0)
        #expect(
            throws: RunFolderError.json(.file(.tooLarge(path: manifest, bytes: 1 << 40, most: FileReader.mostText)))
        ) { try RunFolder(path: run.path) }
    }

    @Test("a manifest is renewed after files were drawn again") func renewed() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(folder("o"))
        try RunFolder.write(Array("page".utf8), to: "report.html", in: run.path)
        try run.writeManifest(provenance: run.manifest.provenance)
        let again = try RunFolder(path: run.path)
        #expect(again.manifest.files.map(\.path).contains("report.html"))
        #expect(again.manifest.provenance == run.manifest.provenance)
    }
}

extension RunFolderTests {
    @Test("a run of imported predictions has no configuration") func imported() throws {
        let folder = try TemporaryFolder()
        let draft = try Self.draft(folder("o"))
        try draft.write(
            SampleRun.results.replacing(/(?s)"attention" : \[.*?\n  \]/, with: "\"attention\" : []"),
            to: ResultsFile.name)
        try draft.write(SampleRun.predictions, to: Predictions.name)
        let run = try draft.complete(provenance: Self.provenance)
        let contents = try run.contents()
        #expect(contents.attention.isEmpty && contents.series.count == 3)
        #expect(try run.configuration() == nil)
    }

    @Test("a configuration that cannot be names file and key, and is not in the way of the rest")
    func badConfiguration() throws {
        let folder = try TemporaryFolder()
        let draft = try Self.draft(folder("o"))
        try draft.write(
            SampleRun.results.replacing(/(?s)"attention" : \[.*?\n  \]/, with: "\"attention\" : []"),
            to: ResultsFile.name)
        try draft.write(SampleRun.predictions, to: Predictions.name)
        try draft.write("sead: 7\n", to: RunFolder.configurationName)
        let run = try draft.complete(provenance: Self.provenance)
        let error = #expect(throws: RunFolderError.self) { try run.configuration() }
        #expect(try run.contents().series.count == 3)
        #expect(error?.description.contains("config.yaml") == true && error?.description.contains("sead") == true)
    }
}
