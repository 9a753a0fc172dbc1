import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("Drafts of runs") struct RunDraftTests {
    private let folder: TemporaryFolder
    private var output: String { folder("o") }

    init() throws { folder = try TemporaryFolder() }

    private static let provenance = Provenance(
        tool: "nilm-report 0.1", versions: [], operatingSystem: "Linux", cpu: "a CPU", cores: 2, instructionSet: nil,
        blasKernel: nil, threads: 2, durations: [], peakRssBytes: 1)

    private static func beginning(
        _ configuration: String = "seed: 1\nepochs: 2\n", created: Int = 10, tool: String = "one",
        instructionSet: String = "AVX2"
    ) -> RunBeginning {
        RunBeginning(tool: tool, configuration: configuration, created: created, instructionSet: instructionSet)
    }

    private func draft(
        _ id: String = "a", force: Bool = false, restart: Bool = false, _ beginning: RunBeginning = beginning(),
        isTraining: Bool = true
    ) throws -> RunDraft {
        try RunDraft(
            id: RunID(id), output: output, force: force, restart: restart, beginning: beginning,
            isTraining: isTraining)
    }

    /// A complete run whose one file has `text`.
    private func complete(_ text: String, force: Bool = false) throws {
        let draft = try draft(force: force)
        try draft.write(text, to: "file")
        _ = try draft.complete(provenance: Self.provenance)
    }

    /// What a process leaves that is killed in training.
    private func interrupt(_ id: String = "a", force: Bool = false, _ beginning: RunBeginning = beginning()) throws {
        let draft = try draft(id, force: force, beginning)
        try draft.write("half a run", to: "file")
        try AtomicFile.write("a state", to: draft.checkpoint + "/training-1")
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try FileReader.bytes(of: folder(path)), as: UTF8.self)
    }

    @Test("an interrupted run goes on with its checkpoint and its time, and without the rest") func resumed() throws {
        try interrupt()
        let draft = try draft("a", Self.beginning(created: 99))
        #expect(draft.isResumed && draft.created.seconds == 10)
        #expect(try Folder.names(in: draft.checkpoint) == ["run.json", "training-1"])
        #expect(try Folder.names(in: draft.path).isEmpty)
        let run = try draft.complete(provenance: Self.provenance)
        #expect(run.manifest.files.isEmpty)
        #expect(try Folder.names(in: output) == ["a", "latest"])
    }

    @Test(
        "a run that began otherwise is refused, and says in what",
        arguments: [
            (beginning("seed: 2\nepochs: 2\n"), "its configuration has seed: 1, this one has seed: 2"),
            (beginning("seed: 1\n"), "its configuration has other settings"),
            (beginning(tool: "two"), "it was made by one, this is two"),
            (beginning(instructionSet: "AVX-512"), "it was computed with AVX2 kernels, here they are AVX-512"),
        ])
    func refused(beginning: RunBeginning, difference: String) throws {
        try interrupt()
        #expect(throws: RunFolderError.otherRun(path: output + "/.a.partial", difference: difference)) {
            _ = try draft("a", beginning)
        }
        // What is refused stays.
        #expect(try draft().isResumed)
        #expect(try !draft(force: true, restart: true, beginning).isResumed)
    }

    @Test("what was interrupted before it trained, or can't be gone on with, is begun again") func begunAgain() throws {
        try draft(isTraining: false).write("old", to: "left-over")
        let draft = try draft()
        #expect(try !draft.isResumed && Folder.names(in: draft.path).isEmpty)
    }

    @Test("what does not train leaves interrupted training alone") func unfinished() throws {
        try interrupt()
        #expect(throws: RunFolderError.unfinished(path: output + "/.a.partial")) { _ = try draft(isTraining: false) }
        #expect(try draft().isResumed)
    }

    @Test("only one process has a run") func inUse() throws {
        let first = try draft()
        #expect(throws: RunFolderError.inUse(path: output + "/a")) { _ = try draft() }
        #expect(throws: RunFolderError.inUse(path: output + "/a")) { _ = try draft(force: true, restart: true) }
        #expect(throws: RunFolderError.nothingToResume(output: output, id: nil)) {
            try RunDraft.interrupted(nil, in: output, as: Self.beginning())
        }
        try first.write("mine", to: "file")
        _ = try first.complete(provenance: Self.provenance)
        #expect(try text("o/a/file") == "mine")
        #expect(throws: RunFolderError.exists(path: output + "/a")) { _ = try draft() }
        #expect(try Folder.names(in: output) == ["a", "latest"])
    }

    @Test("the newest interrupted run of a configuration is found") func newest() throws {
        try interrupt("a", Self.beginning(created: 10))
        try interrupt("b", Self.beginning(created: 30))
        try interrupt("c", Self.beginning(created: 20))
        try interrupt("d", Self.beginning("seed: 3\n", created: 40))
        #expect(try RunDraft.interrupted(nil, in: output, as: Self.beginning()).text == "b")
        #expect(try RunDraft.interrupted(nil, in: output + "/", as: Self.beginning("seed: 3\n")).text == "d")
        #expect(try RunDraft.interrupted(RunID("c"), in: output, as: Self.beginning()).text == "c")
        #expect(throws: RunFolderError.nothingToResume(output: output, id: try RunID("e"))) {
            try RunDraft.interrupted(RunID("e"), in: output, as: Self.beginning())
        }
        #expect(throws: RunFolderError.nothingToResume(output: folder("none"), id: nil)) {
            try RunDraft.interrupted(nil, in: folder("none"), as: Self.beginning())
        }
    }

    @Test("a run that is replaced stays until the new one is complete") func replaced() throws {
        try complete("old")
        try interrupt(force: true)
        #expect(try text("o/a/file") == "old")
        try complete("new", force: true)
        #expect(try text("o/a/file") == "new")
        #expect(try Folder.names(in: output) == ["a", "latest"])
    }

    @Test("a process that died while it replaced a run left the old one") func diedReplacing() throws {
        try complete("old")
        try interrupt(force: true)
        try Folder.move(output + "/a", to: output + "/.a.partial/replaced")
        #expect(throws: RunFolderError.exists(path: output + "/a")) { _ = try draft() }
        #expect(try text("o/a/file") == "old")
        #expect(try draft(force: true).isResumed)
    }

    @Test("a process that died behind its complete run left nothing to go on with") func diedComplete() throws {
        try interrupt()
        try Folder.move(output + "/.a.partial/run", to: output + "/a")
        #expect(throws: RunFolderError.exists(path: output + "/a")) { _ = try draft() }
        #expect(try Folder.names(in: output) == ["a"])
    }

    @Test("something else in the place of the link is told before any work") func latest() throws {
        try Folder.create(output + "/latest")
        let error = #expect(throws: RunFolderError.noLink(path: output + "/latest")) { _ = try draft() }
        #expect(error?.description.contains("give it another name, or choose another --output") == true)
        #expect(try Folder.names(in: output) == ["latest"])
    }

    @Test("a path that is too long for the run's files is told before any work, and leaves nothing") func longPath()
        throws
    {
        var deep = output
        // Room for the folder and for the draft in it, but not for the draft's figures.
        while deep.utf8.count < 3950 { deep += "/" + String(repeating: "d", count: min(200, 3950 - deep.utf8.count)) }
        #expect(throws: RunFolderError.file(.tooLong(path: deep + "/a"))) {
            _ = try RunDraft(id: RunID("a"), output: deep, beginning: Self.beginning(), isTraining: true)
        }
        #expect(try Folder.names(in: deep).isEmpty)
    }

    @Test("a name that is too long for a folder is told with what to do") func longName() throws {
        let name = folder(String(repeating: "n", count: 300))
        let error = #expect(throws: RunFolderError.file(.tooLong(path: name))) {
            _ = try RunDraft(id: RunID("a"), output: name, beginning: Self.beginning())
        }
        #expect(error?.description.contains("choose a shorter name") == true)
    }

    @Test("a process that died while it tried to move the folder left training to go on with") func diedTrying() throws
    {
        try complete("old")
        try interrupt(force: true)
        try Folder.move(output + "/.a.partial/run", to: output + "/.a.trial")
        let draft = try draft(force: true)
        #expect(try draft.isResumed && Folder.names(in: draft.checkpoint) == ["run.json", "training-1"])
        #expect(try Folder.names(in: output) == [".a.partial", "a", "latest"])
    }

    @Test(
        "a hidden folder that is a link, or has a linked checkpoint, is refused, and what it leads to stays",
        arguments: [".a.partial", ".a.partial/checkpoint"])
    func linked(name: String) throws {
        for inner in ["run", "checkpoint"] {
            try FileManager.default.createDirectory(
                atPath: folder("victim/\(inner)"), withIntermediateDirectories: true)
        }
        for file in ["run/precious", "checkpoint/run.json", "run.json", "precious"] {
            try AtomicFile.write("mine", to: folder("victim/\(file)"))
        }
        let place = URL(fileURLWithPath: output + "/" + name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        #expect(symlink(folder("victim"), place.path) == 0)
        for (force, restart) in [(false, false), (true, true)] {
            let error = #expect(throws: RunFolderError.self) { _ = try draft(force: force, restart: restart) }
            #expect(
                error
                    == .file(
                        .foreign(path: place.path, reason: "is a symbolic link and no folder of this program's")))
        }
        #expect(throws: RunFolderError.nothingToResume(output: output, id: nil)) {
            _ = try RunDraft.interrupted(nil, in: output, as: Self.beginning())
        }
        for file in ["run/precious", "checkpoint/run.json", "run.json", "precious"] {
            #expect(try text("victim/\(file)") == "mine")
        }
        #expect(Folder.isLink(place.path))
    }

    @Test("a hidden folder that becomes a link while the run is made is neither written to nor removed")
    func exchanged() throws {
        let draft = try draft()
        try draft.write("x", to: "file")
        try FileManager.default.createDirectory(atPath: folder("victim/run"), withIntermediateDirectories: true)
        try AtomicFile.write("mine", to: folder("victim/run/file"))
        let place = output + "/.a.partial"
        try FileManager.default.moveItem(atPath: place, toPath: output + "/aside")
        #expect(symlink(folder("victim"), place) == 0)
        #expect(throws: RunFolderError.self) { try draft.write("y", to: "file") }
        #expect(throws: RunFolderError.self) { try draft.discard() }
        #expect(throws: RunFolderError.self) { _ = try draft.complete(provenance: Self.provenance) }
        #expect(try text("victim/run/file") == "mine")
        #expect(!Folder.exists(output + "/a"))
    }

    @Test("a hidden folder of another user is refused", .enabled(if: geteuid() == 0, "only root can make one"))
    func others() throws {
        try interrupt()
        #expect(chown(output + "/.a.partial", 65534, 65534) == 0)
        #expect(throws: RunFolderError.file(.foreign(path: output + "/.a.partial", reason: "belongs to another user")))
        {
            _ = try draft(restart: true)
        }
        #expect(try text("o/.a.partial/checkpoint/training-1") == "a state")
    }

    @Test("a damaged account of how a run began is refused, and forgotten by a restart") func damagedBeginning() throws
    {
        try interrupt()
        let path = output + "/.a.partial/checkpoint/run.json"
        let text = String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
        for (was, now) in [
            ("\"created\" : 10", "\"created\" : 11"), ("epochs: 2", "epochs: 3"), ("checksum", "chicksum"),
        ] {
            #expect(text.contains(was))
            try AtomicFile.write(text.replacing(was, with: now), to: path)
            let error = #expect(throws: RunFolderError.self) { _ = try draft() }
            #expect(error?.description.contains("--force") == true, "\(String(describing: error))")
        }
        #expect(try !draft(force: true, restart: true).isResumed)
    }
}
