import Foundation
import Support
import TestSupport
import Testing

@Suite("A bad model file")
struct BadModelTests {
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let words: [String]
        /// Of a state dictionary's bytes, as they are written.
        let change: @Sendable (inout Safetensors) throws -> [UInt8]

        init(_ name: String, _ words: [String], _ change: @escaping @Sendable (inout Safetensors) throws -> [UInt8]) {
            testDescription = name
            self.words = words
            self.change = change
        }
    }

    /// The file's bytes after a change of its tensors.
    private static func bytes(
        _ file: inout Safetensors, _ change: (inout [String: Safetensors.Tensor]) -> Void
    ) throws -> [UInt8] {
        change(&file.tensors)
        return try file.bytes(source: "test")
    }

    static let damages = [
        Damage("is empty", ["expected at least 8 bytes, got 0"]) { _ in [] },
        Damage("is cut short", ["damaged"]) { Array(try $0.bytes(source: "test").dropLast(10)) },
        Damage("has a header longer than the file", ["bytes"]) { file in
            var bytes = try file.bytes(source: "test")
            bytes[3] = 1
            return bytes
        },
        Damage("has a header longer than any", ["header length"]) { file in
            var bytes = try file.bytes(source: "test")
            bytes[7] = 255
            return bytes
        },
        Damage("is a page", ["header length"]) { _ in Array("<!doctype html><title>Sign in</title>".utf8) },
        Damage("has weights that are not numbers", ["head.weight", "not finite"]) {
            try bytes(&$0) { $0["head.weight"]?.values[0] = .nan }
        },
        Damage("has a tensor of another shape", ["head.weight", "shape [1, 16], got [16, 1]"]) {
            try bytes(&$0) { $0["head.weight"]?.shape = [16, 1] }
        },
        Damage("lacks a tensor", ["no tensor \"head.bias\""]) { try bytes(&$0) { $0["head.bias"] = nil } },
        Damage("is another network's", ["no tensor \"in_proj.weight\""]) {
            try bytes(&$0) { $0 = ["weight": .init(shape: [1], values: [1])] }
        },
        Damage("has a damaged description", ["description"]) {
            $0.metadata["nilm-report"] = "{\"model\":"
            return try $0.bytes(source: "test")
        },
        Damage("has weights that overflow", ["the model of pulse predicts no number", "damaged"]) {
            try bytes(&$0) { tensors in
                tensors = tensors.mapValues { .init(shape: $0.shape, values: $0.values.map { $0 * 1e30 }) }
            }
        },
        Damage("has weights that make more than any house draws", ["the model of pulse predicts", "W", "damaged"]) {
            try bytes(&$0) { $0["head.bias"]?.values = [1e30] }
        },
    ]

    @Test("is refused with one clear message, and nothing is left", arguments: damages)
    func refused(damage: Damage) throws {
        let folder = try TemporaryFolder()
        var file = try StateDictionary.tensors()
        try Data(try damage.change(&file)).write(to: URL(fileURLWithPath: folder("m.safetensors")))
        let outcome = try Program.run(
            [
                "evaluate", "m.safetensors", "-q", "--normalisation", "kilowatt", "--window", "37",
                "--synthetic-windows",
                "4,4,4",
            ], in: folder)
        try expectFailure(outcome, status: 65, damage.words, in: folder)
        #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    }

    /// A house of 200 W whose kettle is on for two minutes of half an hour.
    private func writeMeter(to path: String) throws {
        let rows = (0..<1200).map { row in
            let kettle = (200..<220).contains(row % 300) ? 2400 : 0
            return "\(1_424_736_000 + 6 * row),\(200 + kettle),\(kettle)"
        }
        let text = (["time,aggregate,kettle"] + rows).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    @Test("that gives no number at some rows is refused with the rows, by evaluate as by predict")
    func brokenAtSomeRows() throws {
        let folder = try TemporaryFolder()
        try writeMeter(to: folder("m.csv"))
        var file = try StateDictionary.tensors()
        // What 200 W give is large, and what 2600 W give is more than a number can be.
        let weight = try #require(file.tensors["in_proj.weight"])
        file.tensors["in_proj.weight"] = .init(shape: weight.shape, values: weight.values.map { $0 * 1e35 })
        try file.write(to: folder("m.safetensors"))
        let outcome = try Program.run(
            [
                "evaluate", "m.safetensors", "-q", "--data", "csv:m.csv", "--appliance", "kettle", "--normalisation",
                "none", "--window", "37", "--period", "6",
            ], in: folder)
        // The test part is its last fifth, 960 to 1200, and the kettle is on from 1100 to 1120.
        try expectFailure(
            outcome, status: 65,
            [
                "the model of kettle predicts no number in ", " of 240 rows, first in ", " from 2015-02-24T0",
                "damaged",
            ], in: folder)
    }

    @Test("whose heads cannot be is refused with what to say")
    func heads() throws {
        let folder = try TemporaryFolder()
        try StateDictionary.tensors().write(to: folder("m.safetensors"))
        let outcome = try Program.run(["evaluate", "m.safetensors", "--heads", "3", "--width", "3"], in: folder)
        try expectFailure(outcome, status: 64, ["width is 16, no multiple of 3 heads", "--heads"], in: folder)
    }

    @Test("that is missing is refused")
    func missing() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["evaluate", "m.safetensors"], in: folder)
        try expectFailure(outcome, status: 66, ["m.safetensors: no such file"], in: folder)
    }

    @Test("of a run, changed since, is refused", arguments: [false, true])
    func changed(isLost: Bool) throws {
        let folder = try TemporaryFolder()
        _ = try Program.run(["train", "-q", "--output", "runs", "--run-id", "a"] + Program.small, in: folder)
        let path = folder("runs/a/model.safetensors")
        if isLost {
            try FileManager.default.removeItem(atPath: path)
        } else {
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            bytes[bytes.count - 100] ^= 1
            try bytes.write(to: URL(fileURLWithPath: path))
        }
        let outcome = try Program.run(["evaluate", "runs/a", "-q"], in: folder)
        try expectFailure(
            outcome, status: isLost ? 66 : 65, ["runs/a/model.safetensors", isLost ? "lacks this file" : "sha256"],
            in: folder)
    }
}
