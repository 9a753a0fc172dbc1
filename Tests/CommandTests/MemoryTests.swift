import Foundation
import TestSupport
import Testing

#if os(Linux)
    @Suite("Memory")
    struct MemoryTests {
        private let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        @Test("memory that is refused ends the program with a sentence, whichever command asks for it")
        func refusedAllocation() throws {
            // It has a size and takes no room on the disk.
            let path = folder("report.html")
            try Data().write(to: URL(fileURLWithPath: path))
            let bytes = 250 << 20
            try #require(truncate(path, bytes) == 0)
            let outcome = try Program.run(["extract", path], in: folder, limits: ["-v": 400 << 10])
            let wanted = "bytes could not be allocated"
            try expectFailure(outcome, status: 1, ["error: out of memory: ", wanted, "ulimit -v"], in: folder)
        }

        @Test("a thread that is refused ends the program with a sentence")
        func refusedThread() throws {
            // A thread's stack is as large as the first one may be.
            let outcome = try Program.run(
                ["build"] + Program.small, in: folder, limits: ["-s": 8 << 20, "-v": 4 << 20])
            try expectFailure(outcome, status: 1, ["a thread could not be started", "--threads"], in: folder)
        }

        @Test(
            "what needs more memory than there is gets refused with the number and the setting to lower",
            arguments: [
                (["--width", "4096", "--depth", "256"], "--width, which is 4096 and weighs most"),
                (["--window", "1000000"], "--window, which is 1000000 and weighs most"),
            ])
        func refusal(options: [String], advice: String) throws {
            for command in ["build", "train"] {
                let outcome = try Program.run(
                    [command, "--preset", "quick"] + options, in: folder, limits: ["-v": 1 << 20])
                try expectFailure(
                    outcome, status: 64, ["this needs about ", "GiB of memory", "free (of the address space", advice],
                    in: folder)
            }
        }

        @Test("a meter is not predicted with more memory than there is")
        func prediction() throws {
            let houses = try Houses()
            let built = try Program.run(
                ["build", "--run-id", "one", "--appliance", "kettle", "-q"] + Houses.small
                    + ["--width", "64", "--window", "128"], in: houses.folder)
            #expect(built.status == 0, "\(built.errors)")
            let outcome = try Program.run(
                [
                    "predict", "-q", "--model", "output/one", "--data", "ukdale:uk", "--output", "p.csv", "--threads",
                    "1024",
                ], in: houses.folder, limits: ["-v": 1 << 19])
            #expect(outcome.status == 64 && outcome.errors.contains("lower --threads"), "\(outcome.errors)")
        }

        @Test(
            "a build under any limit of address space ends by itself, and says why if it failed",
            arguments: [200, 300, 400, 500, 600, 700, 800, 1000])
        func limited(megabytes: Int) throws {
            let outcome = try Program.run(
                ["build", "-q"] + Program.small, in: folder, limits: ["-v": megabytes << 10])
            #expect([0, 1, 64].contains(outcome.status), "\(outcome.errors)")
            #expect(
                (outcome.status == 0) != outcome.errorLines.contains { $0.hasPrefix("error: ") }, "\(outcome.errors)")
            for trace in ["Fatal error", "Backtrace", "*** "] { #expect(!outcome.errors.contains(trace)) }
        }
    }
#endif
