import Datasets
import Foundation
import Support
import TestSupport
import Testing

@testable import Networks

/// Damaged model files are read as networks that can be, or refused by name; sizes are held against the tensors before
/// there is memory for them.
@Suite("Damaged model files") struct ModelFileFuzzTests {
    /// What is damaged: the file's head, with its lengths and offsets; the description of the network; its numbers only.
    enum Place: String, CaseIterable { case head, description, numbers }

    private static let architectures: [Architecture] = [
        .seed(SeedModel.Shape(width: 2, heads: 1, depth: 1, scale: 4, dropout: 0.1)),
        .nilm(NILMModel.Shape(width: 2, heads: 1, depth: 1, dilations: 1, scales: [1, 4], band: 8)),
    ]

    @Test("are read or refused by name", arguments: architectures.indices, Place.allCases)
    func read(model: Int, place: Place) throws {
        let architecture = Self.architectures[model]
        let description = ModelDescription(
            model: "m", architecture: architecture, appliance: "kettle", periodS: 6, window: 128,
            normalisation: Normalisation(aggregateMean: 412.5, aggregateScale: 800.25, applianceScale: 2300),
            meanW: 17.25)
        let parameters = architecture.network.layout.initialValues(seed: 1)
        let sound = try ModelFile(description: description, parameters: parameters).bytes()
        var content = try Safetensors(bytes: sound, source: "test")
        let text = Array(try #require(content.metadata[ModelFile.key]).utf8)
        let headEnd = 8 + Int(sound[0]) + Int(sound[1]) << 8

        let folder = try TemporaryFolder()
        let path = folder("model.safetensors")
        var damage = Damage.json(seed: 33)
        var counts = (read: 0, refused: 0)
        for _ in 0..<Damage.inputs {
            let bytes: [UInt8]
            if place == .head {
                bytes = damage.bytes(of: Array(sound[..<headEnd])) + sound[headEnd...]
            } else {
                let damaged = place == .numbers ? damage.values(of: text) : damage.bytes(of: text)
                content.metadata[ModelFile.key] = String(decoding: damaged, as: UTF8.self)
                bytes = try content.bytes(source: "test")
            }
            try Damage.write(bytes, to: path)
            do throws(ModelFileError) {
                let file = try ModelFile(contentsOf: path)
                #expect(file.count == file.network.layout.count && file.count * 4 <= bytes.count)
                counts.read += 1
            } catch {
                #expect("\(error)".hasPrefix(path), "\(error)")
                counts.refused += 1
            }
        }
        #expect(counts.refused > Damage.inputs / 10, "\(counts)")
        #expect(counts.read > Damage.inputs / 1000 || place == .head, "\(counts)")
    }
}
