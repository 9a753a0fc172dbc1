import Foundation
import TestSupport
import Testing

@testable import Support

/// Damaged safetensors files are read or refused by name; a length is believed only once it was held against the file.
@Suite("Damaged safetensors") struct SafetensorsFuzzTests {
    private static let header =
        #"{"__metadata__":{"format":"pt","note":"a \"b\""},"a.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"#
        + #""b":{"dtype":"BF16","shape":[],"data_offsets":[8,10]},"c":{"dtype":"F16","shape":[0,3],"data_offsets":[10,10]}}"#
    private static let values: [UInt8] = [0, 0, 128, 63, 0, 0, 0, 64, 128, 63]

    private static func file(_ header: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header + values
    }

    /// What is damaged: anything; the header, whose length is made to fit; its numbers only.
    enum Place: String, CaseIterable { case anywhere, header, numbers }

    @Test("are read or refused by name", arguments: Place.allCases) func read(place: Place) throws {
        var damage = Damage.json(seed: 31)
        let header = Array(Self.header.utf8)
        var counts = (read: 0, refused: 0)
        for _ in 0..<Damage.inputs {
            let bytes =
                switch place {
                case .anywhere: damage.bytes(of: Self.file(header))
                case .header: Self.file(damage.bytes(of: header))
                case .numbers: Self.file(damage.values(of: header))
                }
            do throws(SafetensorsError) {
                let content = try Safetensors(bytes: bytes, source: "model.safetensors")
                let numbers = content.tensors.values.reduce(0) { $0 + $1.values.count }
                #expect(numbers <= bytes.count / 2)
                counts.read += 1
            } catch {
                #expect("\(error)".hasPrefix("model.safetensors: "), "\(error)")
                counts.refused += 1
            }
        }
        #expect(counts.read > Damage.inputs / 1000 && counts.refused > Damage.inputs / 10, "\(counts)")
    }
}
