import Foundation
import TestSupport
import Testing

@Suite("doctor")
struct DoctorTests {
    /// The flags of the first processor; empty where the system does not say them.
    static let processorFlags: Set<Substring> = {
        guard let text = FileManager.default.contents(atPath: "/proc/cpuinfo") else { return [] }
        let line = String(decoding: text, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("flags") }
        return Set((line ?? "").split(separator: " "))
    }()

    private func line(_ name: String) throws -> String {
        let outcome = try Program.run(["doctor"], in: try TemporaryFolder())
        #expect(outcome.status == 0, "\(outcome.output)")
        let line = outcome.output.split(separator: "\n").first { $0.dropFirst(5).hasPrefix(name) }
        return try #require(line.map { $0.dropFirst(5 + name.count).trimmingCharacters(in: .whitespaces) })
    }

    @Test("finds this machine fit, and names the BLAS kernels")
    func kernels() throws {
        #expect(try !line("BLAS kernels").isEmpty)
        #expect(try line("instruction sets").hasPrefix("portable"))
    }

    @Test(
        "finds other BLAS kernels than those of a 2004 Pentium on a CPU with AVX2",
        .enabled(if: processorFlags.contains("avx2"), "this CPU has no AVX2"))
    func notFallback() throws {
        #expect(try line("BLAS kernels") != "Prescott")
        #expect(try line("instruction sets").contains("avx2"))
    }

    #if os(Linux)
        @Test("says how much memory is free, and what leaves no more")
        func memory() throws {
            #expect(try line("memory").contains("iB free (of "))
            let limited = try Program.run(["doctor"], in: try TemporaryFolder(), limits: ["-v": 2_000_000])
            #expect(limited.output.contains("free (of the address space, ulimit -v)"), "\(limited.output)")
        }
    #endif

    @Test("finds an output folder that cannot be written")
    func output() throws {
        let outcome = try Program.run(
            ["doctor", "--output", "/proc/output"], in: try TemporaryFolder())
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("BAD  disk") && outcome.output.contains("choose another --output"))
    }
}
