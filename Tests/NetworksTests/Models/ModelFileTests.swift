import Datasets
import Foundation
import Kernels
import Support
import TestSupport
import Testing

@testable import Networks

@Suite("Model files")
struct ModelFileTests {
    private static let shape = SeedModel.Shape(width: 6, heads: 2, depth: 2, scale: 4, dropout: 0.1)
    private static let description = ModelDescription(
        model: "seed", architecture: .seed(shape), appliance: "kettle", periodS: 6, window: 128,
        normalisation: Normalisation(aggregateMean: 412.5, aggregateScale: 800.25, applianceScale: 2300), meanW: 17.25)

    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder("model.safetensors")
    }

    private func model(seed: UInt64 = 1) -> ModelFile {
        ModelFile(
            description: Self.description, parameters: SeedModel(Self.shape).layout.initialValues(seed: seed))
    }

    /// The content of a good file after `change`, read back.
    private func read(_ change: (inout Safetensors) throws -> Void) throws -> ModelFile {
        var file = try Safetensors(bytes: try model().bytes(), source: "test")
        try change(&file)
        try file.write(to: path)
        return try ModelFile(contentsOf: path)
    }

    /// The error of reading a good file after `change`.
    private func error(_ change: (inout Safetensors) throws -> Void) throws -> ModelFileError {
        try #require(throws: ModelFileError.self) { try read(change) }
    }

    /// The description of a good file with some text replaced.
    private func replace(_ text: String, by other: String, in file: inout Safetensors) throws {
        let description = try #require(file.metadata["nilm-report"])
        #expect(description.contains(text), "\(description)")
        file.metadata["nilm-report"] = description.replacingOccurrences(of: text, with: other)
    }

    @Test("are read as they were written")
    func roundTrip() throws {
        let model = model()
        try Safetensors(bytes: try model.bytes(), source: "test").write(to: path)
        let read = try ModelFile(contentsOf: path)
        #expect(read.description == Self.description)
        #expect(read.architecture == .seed(Self.shape))
        #expect(read.parameters.values == model.parameters.values)
    }

    @Test("have the same bytes for the same model, and others for another")
    func deterministic() throws {
        #expect(try model().bytes() == model().bytes())
        #expect(try model(seed: 2).bytes() != model().bytes())
    }

    @Test("say that their tensors are PyTorch's, and hold nothing but parameters")
    func content() throws {
        let file = try Safetensors(bytes: try model().bytes(), source: "test")
        #expect(file.metadata["format"] == "pt")
        #expect(Set(file.tensors.keys) == Set(SeedModel(Self.shape).layout.entries.map(\.name)))
        #expect(file.tensors["blocks.1.ff.0.weight"]?.shape == [24, 6])
    }

    @Test("without a tensor are refused by its name")
    func missingTensor() throws {
        let error = try error { $0.tensors["blocks.1.fuse.bias"] = nil }
        #expect(error == .missingTensor(path: path, name: "blocks.1.fuse.bias"))
        #expect("\(error)".contains(path) && "\(error)".contains("blocks.1.fuse.bias"))
    }

    @Test("with a tensor too many are refused by its name")
    func unexpectedTensor() throws {
        let error = try error { $0.tensors["blocks.2.fuse.bias"] = .init(shape: [1], values: [0]) }
        #expect(error == .unexpectedTensor(path: path, name: "blocks.2.fuse.bias"))
        #expect("\(error)".contains("blocks.2.fuse.bias"))
    }

    @Test("with a tensor of another shape are refused, even if the count is right")
    func wrongShape() throws {
        let error = try error { file in
            let values = try #require(file.tensors["blocks.0.fuse.weight"]).values
            file.tensors["blocks.0.fuse.weight"] = .init(shape: [12, 6], values: values)
        }
        #expect(error == .wrongShape(path: path, name: "blocks.0.fuse.weight", expected: [6, 12], got: [12, 6]))
        #expect("\(error)".contains("[6, 12]") && "\(error)".contains("[12, 6]"))
    }

    @Test("with a weight that is not finite are refused", arguments: [Float.nan, .infinity, -.infinity])
    func notFinite(value: Float) throws {
        let error = try error { $0.tensors["head.bias"] = .init(shape: [1], values: [value]) }
        #expect(error == .notFinite(path: path, name: "head.bias"))
        #expect("\(error)".contains("head.bias"))
    }

    @Test(
        "with a damaged description are refused",
        arguments: [
            ("{", ""), (",\"window\":128", ""), ("\"window\":128", "\"window\":\"128\""),
            ("\"window\":128", "\"window\":1.5"), ("\"applianceScale\":2300", "\"applianceScale\":0"),
            ("\"applianceScale\":2300", "\"applianceScale\":-1"), ("\"aggregateScale\":800.25", "\"aggregateScale\":0"),
        ])
    func damagedDescription(text: String, other: String) throws {
        let error = try error { try replace(text, by: other, in: &$0) }
        guard case .badDescription(let place, let problem) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(place == path && !problem.isEmpty)
    }

    @Test(
        "of impossible sizes are refused before any memory is asked for",
        arguments: [
            ("\"width\":6", "\"width\":0"), ("\"width\":6", "\"width\":-6"), ("\"width\":6", "\"width\":7"),
            ("\"width\":6", "\"width\":1000000000000"), ("\"heads\":2", "\"heads\":0"), ("\"depth\":2", "\"depth\":0"),
            ("\"depth\":2", "\"depth\":1000000000"), ("\"scale\":4", "\"scale\":0"),
            ("\"dropout\":0.1", "\"dropout\":1"),
            ("\"dropout\":0.1", "\"dropout\":-0.1"), ("\"window\":128", "\"window\":0"),
            ("\"window\":128", "\"window\":-1"), ("\"window\":128", "\"window\":4000000000000"),
            ("\"periodS\":6", "\"periodS\":0"), ("\"periodS\":6", "\"periodS\":86401"),
            ("\"meanW\":17.25", "\"meanW\":-1"),
        ])
    func impossibleSizes(text: String, other: String) throws {
        let error = try error { try replace(text, by: other, in: &$0) }
        guard case .badDescription(path, let problem) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(problem.contains("impossible"), "\(problem)")
    }

    @Test("that describe the largest network but do not hold it are refused by a tensor")
    func largestNetwork() throws {
        // 400 GB of parameters: nothing may be made for them before the tensors were looked at.
        let error = try error {
            try replace("\"width\":6", by: "\"width\":4096", in: &$0)
            try replace("\"depth\":2", by: "\"depth\":256", in: &$0)
        }
        #expect(error == .wrongShape(path: path, name: "in_proj.weight", expected: [4096, 1], got: [6, 1]))
    }

    @Test("that are no safetensors, or not there, are refused with that error")
    func unreadable() throws {
        #expect(throws: ModelFileError.self) { try ModelFile(contentsOf: folder("nothing.safetensors")) }
        try Data("no tensors here".utf8).write(to: URL(fileURLWithPath: path))
        let error = try #require(throws: ModelFileError.self) { try ModelFile(contentsOf: path) }
        guard case .unreadable = error else {
            Issue.record("\(error)")
            return
        }
        #expect("\(error)".contains(path))
    }

    @Test("cut short anywhere, or with a byte flipped in the header, are refused or read, never a crash")
    func damagedBytes() throws {
        let whole = try model().bytes()
        let data = SeedModel(Self.shape).layout.count * 4
        for count in stride(from: 0, to: whole.count, by: 997) {
            try Data(whole[..<count]).write(to: URL(fileURLWithPath: path))
            #expect(throws: ModelFileError.self) { try ModelFile(contentsOf: path) }
        }
        var refused = 0
        for index in stride(from: 0, to: whole.count - data, by: 41) {
            var bytes = whole
            bytes[index] ^= 0x10
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            do { _ = try ModelFile(contentsOf: path) } catch { refused += 1 }
        }
        #expect(refused > 0)
    }
}
