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
            let bytes = 8 << 30
            try #require(truncate(path, bytes) == 0)
            let outcome = try Program.run(["extract", path], in: folder, limits: ["-v": 4 << 20])
            let wanted = "error: out of memory: \(bytes + 32) bytes could not be allocated"
            try expectFailure(outcome, status: 1, [wanted, "ulimit -v"], in: folder)
        }

        @Test("a thread that is refused ends the program with a sentence")
        func refusedThread() throws {
            // A thread's stack is as large as the first one may be.
            let outcome = try Program.run(
                ["build"] + Program.small, in: folder, limits: ["-s": 8 << 20, "-v": 4 << 20])
            try expectFailure(outcome, status: 1, ["a thread could not be started", "--threads"], in: folder)
        }
    }
#endif
