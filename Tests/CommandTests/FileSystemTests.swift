#if os(Linux)
    import Foundation
    import Support
    import TestSupport
    import Testing

    @Suite("A file system that lacks something", .enabled(if: LackingFileSystem.compiler != nil))
    struct FileSystemTests {
        private let folder: TemporaryFolder
        private let system: LackingFileSystem

        init() throws {
            (folder, system) = (try TemporaryFolder(), try LackingFileSystem())
        }

        private func build(
            _ id: String, _ lack: LackingFileSystem.Lack?, code: Int32 = EPERM, _ options: [String] = []
        ) throws -> Program.Outcome {
            try Program.run(
                ["build", "-q", "--run-id", id] + Program.small + options, in: folder,
                environment: system.environment(lack, code: code))
        }

        @Test("without locks makes the run and warns", arguments: [ENOLCK, ENOSYS, EOPNOTSUPP, EBADF])
        func locks(code: Int32) throws {
            let outcome = try build("a", .locks, code: code)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.errors.contains("warning: output: the file system has no locks"), "\(outcome.errors)")
            #expect(try names(in: folder("output")) == ["a", "latest"])
        }

        @Test("without symbolic links makes the run and warns", arguments: [EPERM, EOPNOTSUPP, ENOSYS])
        func links(code: Int32) throws {
            let outcome = try build("a", .links, code: code)
            #expect(outcome.status == 0 && outcome.output.hasPrefix("output/a/report.html  "), "\(outcome.errors)")
            #expect(outcome.errors.contains("warning: output/latest: cannot be written ("), "\(outcome.errors)")
            #expect(try names(in: folder("output")) == ["a"])
            let verified = try Program.run(["verify", "output/a"], in: folder)
            #expect(verified.status == 0, "\(verified.errors)")
        }

        @Test("that flushes nothing makes the run", arguments: [EINVAL, ENOSYS]) func syncs(code: Int32) throws {
            #expect(try build("a", .syncs, code: code).status == 0)
            #expect(try build("b", .syncs, code: EIO).status == 73)
        }

        @Test("on which nothing can be moved is told before the data are read") func moves() throws {
            // The data are not there, which is said of any other file system.
            let outcome = try build(
                "a", .moves, code: EXDEV, ["--data", "csv:none.csv", "--appliance", "kettle", "--period", "6"])
            try expectFailure(
                outcome, status: 73,
                ["output/a: nothing can be moved there (Invalid cross-device link); choose a folder"], in: folder)
        }

        @Test("keeps a complete run through a crash: its folders and then its place are flushed") func flushed() throws
        {
            #expect(try build("a", nil).status == 0)
            let notes = try system.notes()
            let moved = try #require(notes.lastIndex { $0.hasSuffix("move output/a") })
            let place = URL(fileURLWithPath: folder("output")).resolvingSymlinksInPath().path
            for inner in ["", "/data", "/figures"] {
                let flushed = notes.firstIndex(of: "sync \(place)/.a.partial/run\(inner)")
                #expect((flushed ?? .max) < moved, "\(inner): \(notes)")
            }
            #expect(Array(notes[(moved + 1)...].prefix(2)) == ["sync \(place)/a", "sync \(place)"])
        }
    }
#endif
