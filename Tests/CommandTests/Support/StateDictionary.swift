import Foundation
import Support

/// A network's parameters as PyTorch saves them, from the values it made for the tests of the models.
enum StateDictionary {
    /// Width 16, 4 heads, 2 blocks, scale 4; with the constant that PyTorch saves, too.
    static func tensors() throws -> Safetensors {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let reference = try Safetensors(
            contentsOf: tests.appendingPathComponent("NetworksTests/Models/Fixtures/tail.safetensors").path)
        let parameters = ["in_proj.", "blocks.", "norm_out.", "head."]
        var state = Safetensors()
        state.tensors = reference.tensors.filter { name, _ in parameters.contains { name.hasPrefix($0) } }
        state.tensors["pos_enc.pe"] = .init(shape: [1, 50, 16], values: [Float](repeating: 0, count: 50 * 16))
        return state
    }
}
