import Kernels
import Support
import TestSupport
import Testing

@testable import Networks

/// What PyTorch saves of the original network: parameters without a description, and one constant.
@Suite("A bare state dictionary")
struct StateDictionaryTests {
    private let folder: TemporaryFolder
    private let path: String
    private let reference: Reference

    init() throws {
        folder = try TemporaryFolder()
        path = folder("state.safetensors")
        reference = try Reference("tail")
    }

    private func write(_ change: (inout Safetensors) -> Void = { _ in }) throws {
        let shape = reference.network.shape
        var file = Safetensors(metadata: ["format": "pt"])
        for entry in reference.network.layout.entries { file.tensors[entry.name] = reference.file.tensors[entry.name] }
        file.tensors["pos_enc.pe"] = .init(
            shape: [1, 50, shape.width], values: [Float](repeating: 0, count: 50 * shape.width))
        change(&file)
        try file.write(to: path)
    }

    @Test("is accepted with its constant, and its sizes are seen")
    func accepted() throws {
        try write()
        let model = try ModelFile(contentsOf: path, assumed: reference.network.shape)
        #expect(model.description == nil)
        #expect(model.architecture == .seed(reference.network.shape))
        #expect(model.parameters.values == reference.parameters.values)
    }

    @Test("takes heads and scale from what is assumed, width and depth from its tensors")
    func assumed() throws {
        try write()
        let assumed = SeedModel.Shape(width: 99, heads: 1, depth: 99, scale: 7, dropout: 0.2)
        guard case .seed(let shape) = try ModelFile(contentsOf: path, assumed: assumed).architecture else {
            Issue.record("a state dictionary is of the seed model")
            return
        }
        #expect(shape.width == reference.network.shape.width && shape.depth == reference.network.shape.depth)
        #expect(shape.heads == 1 && shape.scale == 7)
    }

    @Test("whose width is no multiple of the heads is refused with both")
    func heads() throws {
        try write()
        var assumed = reference.network.shape
        assumed.heads = reference.network.shape.width + 1
        #expect(
            throws: ModelFileError.heads(path: path, width: reference.network.shape.width, heads: assumed.heads)
        ) { try ModelFile(contentsOf: path, assumed: assumed) }
    }

    @Test("of another network is refused by what it lacks")
    func another() throws {
        try write { $0.tensors["in_proj.weight"] = nil }
        #expect(throws: ModelFileError.missingTensor(path: path, name: "in_proj.weight")) {
            try ModelFile(contentsOf: path)
        }
        try write { file in
            for name in file.tensors.keys where name.hasPrefix("blocks.") { file.tensors[name] = nil }
        }
        #expect(throws: ModelFileError.missingTensor(path: path, name: "blocks.0.fuse.weight")) {
            try ModelFile(contentsOf: path)
        }
    }

    @Test("with tensors of impossible shapes is refused", arguments: [[], [0, 1], [5000, 1]])
    func impossible(shape: [Int]) throws {
        try write { file in
            let count = shape.reduce(1, *)
            file.tensors["in_proj.weight"] = .init(shape: shape, values: [Float](repeating: 1, count: count))
        }
        #expect(throws: ModelFileError.self) { try ModelFile(contentsOf: path) }
    }
}
