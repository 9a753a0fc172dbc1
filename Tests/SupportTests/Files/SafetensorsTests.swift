import Support
import TestSupport
import Testing

@Suite("Safetensors") struct SafetensorsTests {
    private static let sample = Safetensors(
        metadata: ["appliance": "kettle \"é\"", "__note__": "</script>"],
        tensors: [
            "b.weight": .init(shape: [2, 3], values: [1, -2.5, 3e-30, .infinity, 0, -0.0]),
            "a": .init(shape: [], values: [0.1]),
            "empty": .init(shape: [0, 4], values: []),
        ])

    /// A file with this header and data, whatever they hold.
    private static func file(_ header: String, data: [UInt8] = []) -> [UInt8] {
        withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init) + Array(header.utf8) + data
    }

    @Test("what is written is read again") func roundTrip() throws {
        let folder = try TemporaryFolder()
        let path = folder("model.safetensors")
        try Self.sample.write(to: path)
        #expect(try Safetensors(contentsOf: path) == Self.sample)
        #expect(try folder.names() == ["model.safetensors"])
    }

    @Test("the bytes are the format's: sorted names, padded header, values in order") func bytes() throws {
        let file = try Safetensors(
            metadata: ["k": "v"], tensors: ["b": .init(shape: [1], values: [2]), "a": .init(shape: [1], values: [1])]
        ).bytes(source: "test")
        let header =
            #"{"__metadata__":{"k":"v"},"a":{"data_offsets":[0,4],"dtype":"F32","shape":[1]},"#
            + #""b":{"data_offsets":[4,8],"dtype":"F32","shape":[1]}}"#
        let padding = String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        #expect(file == Self.file(header + padding, data: [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]))
    }

    @Test("half precision and bfloat16 are read as Float") func halves() throws {
        let header =
            #"{"f":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"BF16","shape":[1],"data_offsets":[4,6]}}"#
        let file = try Safetensors(
            bytes: Self.file(header, data: [0x00, 0x3c, 0x01, 0x80, 0xc0, 0xbf]), source: "test")
        #expect(file.tensors["f"]?.values == [1, -0x1p-24])
        #expect(file.tensors["b"]?.values == [-1.5])
    }

    @Test("a file cut at any byte is refused") func truncated() throws {
        let whole = try Self.sample.bytes(source: "test")
        for count in 0..<whole.count {
            #expect(throws: SafetensorsError.self) {
                try Safetensors(bytes: Array(whole[..<count]), source: "test")
            }
        }
    }

    @Test("a byte flipped anywhere in the header is read as another file or refused, never a crash")
    func flipped() throws {
        let whole = try Self.sample.bytes(source: "test")
        let header = whole.count - 7 * 4
        var refused = 0
        for index in 0..<header {
            for bit in 0..<8 {
                var bytes = whole
                bytes[index] ^= 1 << UInt8(bit)
                do throws(SafetensorsError) {
                    _ = try Safetensors(bytes: bytes, source: "test")
                } catch {
                    refused += 1
                }
            }
        }
        #expect(refused > header * 4)
    }

    @Test(
        "a header that lies is refused",
        arguments: [
            #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}"#,
            #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#,
            #"{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#,
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"a":{"dtype":"F32","shape":[1]}}"#,
            #"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#,
            #"{"a":1}"#, "[]", "{}", #"{"a""#, "\u{0}\u{0}",
            String(repeating: "[", count: 100_000),
        ]) func lies(header: String)
    {
        #expect(throws: SafetensorsError.self) {
            try Safetensors(bytes: Self.file(header, data: [0, 0, 0, 0]), source: "test")
        }
    }

    @Test("a header longer than the format allows is refused before anything is read")
    func hugeHeader() {
        let bytes = [UInt8](repeating: 0xff, count: 64)
        #expect(throws: SafetensorsError.headerLength(source: "test", got: .max)) {
            try Safetensors(bytes: bytes, source: "test")
        }
    }

    @Test("an error names the file, the tensor and what was expected") func message() {
        let header = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#
        let error = #expect(throws: SafetensorsError.self) {
            try Safetensors(bytes: Self.file(header, data: [0, 0, 0, 0]), source: "model.safetensors")
        }
        #expect(
            error?.description
                == "model.safetensors: tensor \"a\": F32 of shape [2] needs 8 bytes, got 4; "
                + "the file is damaged or not safetensors; copy or save it again")
    }

    @Test("a tensor cannot take the metadata's name") func reservedName() {
        let file = Safetensors(tensors: ["__metadata__": .init(shape: [1], values: [1])])
        #expect(throws: SafetensorsError.self) { try file.bytes(source: "test") }
    }
}
