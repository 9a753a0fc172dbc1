import Foundation
import Runs
import TestSupport
import Testing

@Suite("Interrupted builds")
struct InterruptionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// So many short epochs that a signal finds it training.
    private static let long = Program.small + ["--epochs", "60", "--checkpoint-every", "0.02s"]
    private static let environment = ["SOURCE_DATE_EPOCH": "1426000960"]

    private func build(_ more: [String], _ event: Program.Event = .none) throws -> Program.Outcome {
        try Program.run(["build"] + more, in: folder, environment: Self.environment, during: event)
    }

    /// Interrupted as soon as there is something to go on with.
    private func interrupt(_ signal: Int32, _ more: [String] = ["--run-id", "a"]) throws -> Program.Outcome {
        try build(Self.long + more, .signal(signal, isUnderWay))
    }

    /// Whether a run can be gone on with from a step of its training.
    private func isUnderWay() throws -> Bool {
        let output = folder("output")
        return try names(in: output).contains {
            FileManager.default.fileExists(atPath: "\(output)/\($0)/checkpoint/training-1.safetensors")
        }
    }

    @Test(
        "go on after any signal by the same command, and end with the same bytes in every file",
        arguments: [SIGINT, SIGTERM, SIGKILL])
    func sameBytes(signal: Int32) throws {
        #expect(try build(Self.long + ["--run-id", "a", "--output", "whole", "-q"]).status == 0)
        let interrupted = try interrupt(signal)
        #expect(try names(in: folder("output")) == [".a.partial"])
        if signal == SIGKILL {
            #expect(interrupted.status == -SIGKILL)
        } else {
            #expect(interrupted.status == 130 && interrupted.output.isEmpty)
            let line = interrupted.errorLines.last ?? ""
            #expect(
                line.hasPrefix("interrupted; the training so far is kept; to go on: nilm-report build --preset quick"))
            #expect(line.hasSuffix("--run-id a --resume"))
        }
        let resumed = try build(Self.long + ["--run-id", "a"])
        #expect(resumed.status == 0 && resumed.errors.contains("going on with the interrupted run a"))
        #expect(try names(in: folder("output")) == ["a", "latest"])
        #expect(!FileManager.default.fileExists(atPath: folder("output/a/checkpoint")))
        let (whole, after) = (try files(in: folder("whole/a")), try files(in: folder("output/a")))
        #expect(whole.keys.sorted() == after.keys.sorted())
        #expect(whole.keys.filter { whole[$0] != after[$0] } == [])
    }

    @Test("without a name are found by --resume")
    func unnamed() throws {
        let interrupted = try interrupt(SIGTERM, [])
        #expect(interrupted.status == 130, "\(interrupted.errors)")
        let name = try #require(try names(in: folder("output")).first)
        #expect(try build(Self.long + ["--resume", "--seed", "9"]).status == 66)
        #expect(try names(in: folder("output")) == [name])
        let resumed = try build(Self.long + ["--resume"])
        #expect(resumed.status == 0, "\(resumed.errors)")
        #expect(try names(in: folder("output")) == [name.dropFirst().dropLast(8) + "", "latest"])
        #expect(try build(Self.long + ["--resume"]).status == 66)
    }

    @Test("don't go on with other settings or other data, and say so")
    func refused() throws {
        try Data("time,aggregate,kettle\n".utf8 + Self.rows(2000)).write(to: URL(fileURLWithPath: folder("m.csv")))
        let options = [
            "--preset", "real", "--data", "csv:m.csv", "--period", "6", "--width", "8", "--heads", "2", "--window",
            "32", "--stride", "32",
            "--appliance", "kettle", "--run-id", "a",
        ]
        func build(_ more: [String] = []) throws -> Program.Outcome { try self.build(options + more) }
        let begun = try self.build(
            options + ["--checkpoint-every", "0.02s"],
            .signal(SIGTERM) { [folder] in
                FileManager.default.fileExists(atPath: folder("output/.a.partial/checkpoint/training-1.safetensors"))
            })
        #expect(begun.status == 130, "\(begun.errors)")
        let other = try build(["--learning-rate", "0.5"])
        #expect(other.status == 64 && other.errors.contains("learning_rate: 0.002, this one has learning_rate: 0.5"))
        try Data("time,aggregate,kettle\n".utf8 + Self.rows(2100)).write(to: URL(fileURLWithPath: folder("m.csv")))
        let changed = try build()
        #expect(changed.status == 65 && changed.errors.contains("the data have changed since"), "\(changed.errors)")
        #expect(changed.errorLines.filter { $0.hasPrefix("error: ") }.count == 1)
        #expect(try build(["--force", "--epochs", "1"]).status == 0)
    }

    /// A kettle that is on for a minute in ten, every 6 s.
    private static func rows(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { row in
            let watts = row % 100 < 10 ? 2000 : 0
            return Array("\(1_424_736_000 + row * 6),\(watts + 100 + row % 7),\(watts)\n".utf8)
        }
    }

    @Test("leave nothing behind if there is nothing to go on with")
    func nothing() throws {
        let outcome = try build(
            Self.long,
            .signal(SIGINT) { [folder] in
                try !names(in: folder("output")).isEmpty
            })
        #expect(outcome.status == 130)
        // It may have trained a step before the signal came.
        if outcome.errors.contains("to go on") { return }
        #expect(outcome.errorLines.last == "interrupted" && outcome.output.isEmpty)
        #expect(try names(in: folder("output")).isEmpty)
    }

    @Test("two at once don't disturb each other, and of two of one name the second is told")
    func twoAtOnce() throws {
        let options = Program.small + ["-q"]
        let first = try build(
            Self.long + ["--epochs", "200", "-q", "--run-id", "a"],
            .held(isUnderWay) { [self] in
                let second = try build(options + ["--run-id", "a"])
                #expect(second.status == 73 && second.errors.contains("another process is making this run"))
                let forced = try build(options + ["--run-id", "a", "--force"])
                #expect(forced.status == 73 && forced.errors.contains("another process is making this run"))
                #expect(try build(options + ["--run-id", "b"]).status == 0)
            })
        #expect(first.status == 0, "\(first.errors)")
        #expect(try names(in: folder("output")) == ["a", "b", "latest"])
        for name in ["a", "b"] { try RunFolder(path: folder("output/\(name)")).verify { _ in true } }
    }

    @Test("with a changed bit in what was kept don't go on, and say what to do") func damaged() throws {
        #expect(try interrupt(SIGTERM).status == 130)
        let path = URL(fileURLWithPath: folder("output/.a.partial/checkpoint/training-1.safetensors"))
        var bytes = try Data(contentsOf: path)
        bytes[bytes.count - 100] ^= 1
        try bytes.write(to: path)
        let outcome = try build(Self.long + ["--run-id", "a"])
        #expect(outcome.status == 65, "\(outcome.errors)")
        #expect(outcome.errors.contains("sha256") && outcome.errors.contains("--force"), "\(outcome.errors)")
        #expect(try names(in: folder("output")) == [".a.partial"])
        #expect(try build(Self.long + ["--run-id", "a", "--force", "--epochs", "1"]).status == 0)
    }
}
