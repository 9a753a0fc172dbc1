import Foundation

extension Safetensors {
    /// Reads a file's bytes; `source` is what errors call it.
    package init(bytes: [UInt8], source: String) throws(SafetensorsError) {
        guard bytes.count >= 8 else {
            throw .truncated(source: source, expectedBytes: 8, gotBytes: bytes.count)
        }
        let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length >= 2, length <= UInt64(Self.longestHeader) else {
            throw .headerLength(source: source, got: length)
        }
        let start = 8 + Int(length)
        guard start <= bytes.count else {
            throw .truncated(source: source, expectedBytes: start, gotBytes: bytes.count)
        }
        let header: Header
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<start]))
        } catch {
            throw .header(source: source, problem: Self.problem(of: error))
        }
        self.init(metadata: header.metadata)
        try check(header.entries, size: bytes.count - start, source: source)
        bytes.withUnsafeBytes { buffer in
            for (name, entry) in header.entries {
                let range = start + entry.dataOffsets[0]..<start + entry.dataOffsets[1]
                tensors[name] = Tensor(
                    shape: entry.shape,
                    values: Self.values(of: UnsafeRawBufferPointer(rebasing: buffer[range]), type: entry.dtype))
            }
        }
    }

    /// The file's bytes, names sorted, the header padded with spaces to a multiple of 8; `source` names it in errors.
    package func bytes(source: String) throws(SafetensorsError) -> [UInt8] {
        let names = tensors.keys.sorted()
        var entries: [String: Entry] = [:]
        var end = 0
        for name in names {
            let tensor = tensors[name]!
            guard name != "__metadata__" else {
                throw .tensor(source: source, name: name, problem: "this name is the format's own")
            }
            let start = end
            end += tensor.values.count * 4
            entries[name] = Entry(dtype: "F32", shape: tensor.shape, dataOffsets: [start, end])
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var header: [UInt8]
        do {
            header = Array(try encoder.encode(Header(metadata: metadata, entries: entries)))
        } catch {
            throw .header(source: source, problem: Self.problem(of: error))
        }
        while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + header.count + end)
        withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: header)
        for name in names {
            tensors[name]!.values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// Checks that every entry has a type we read, a size that is its shape's, and that the ranges fill `size` bytes
    /// without a hole or an overlap.
    private func check(_ entries: [String: Entry], size: Int, source: String) throws(SafetensorsError) {
        for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
            func fail(_ problem: String) -> SafetensorsError { .tensor(source: source, name: name, problem: problem) }
            guard let width = Self.width(of: entry.dtype) else {
                throw fail("type must be F32, F16 or BF16, got \(entry.dtype)")
            }
            var count = width
            for length in entry.shape {
                let (product, overflow) = count.multipliedReportingOverflow(by: length)
                guard length >= 0, !overflow else { throw fail("shape \(entry.shape) is not possible") }
                count = product
            }
            let offsets = entry.dataOffsets
            guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
                throw fail("data_offsets must be a start and an end, got \(offsets)")
            }
            guard offsets[1] <= size else { throw fail("ends at byte \(offsets[1]) of \(size)") }
            guard offsets[1] - offsets[0] == count else {
                throw fail(
                    "\(entry.dtype) of shape \(entry.shape) needs \(count) bytes, got \(offsets[1] - offsets[0])")
            }
        }
        var end = 0
        let inOrder = entries.sorted {
            ($0.value.dataOffsets[0], $0.value.dataOffsets[1], $0.key) < (
                $1.value.dataOffsets[0], $1.value.dataOffsets[1], $1.key
            )
        }
        for (name, entry) in inOrder {
            guard entry.dataOffsets[0] == end else {
                let what = entry.dataOffsets[0] < end ? "overlaps the tensor before it" : "leaves a hole before it"
                throw .tensor(source: source, name: name, problem: what)
            }
            end = entry.dataOffsets[1]
        }
        guard end == size else {
            throw .header(source: source, problem: "tensors end at byte \(end) but the file has \(size)")
        }
    }

    /// Bytes of one number; nil for a type we do not read.
    private static func width(of type: String) -> Int? {
        switch type {
        case "F32": 4
        case "F16", "BF16": 2
        default: nil
        }
    }

    /// The numbers of a checked range.
    private static func values(of buffer: UnsafeRawBufferPointer, type: String) -> [Float] {
        if type == "F32" {
            return [Float](unsafeUninitializedCapacity: buffer.count / 4) { values, count in
                UnsafeMutableRawBufferPointer(values).copyMemory(from: buffer)
                count = buffer.count / 4
            }
        }
        return stride(from: 0, to: buffer.count, by: 2).map { offset in
            let bits = UInt16(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
            // BF16 is the upper half of a Float's bits.
            return type == "F16" ? Float(Float16(bitPattern: bits)) : Float(bitPattern: UInt32(bits) << 16)
        }
    }

    /// What was wrong with the JSON, in words.
    private static func problem(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return "not valid JSON" }
        switch error {
        case .keyNotFound(let key, let context): return "\(place(context)) has no \(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(place(context)) has a value of the wrong kind"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "\(place(context)) has a value that cannot be"
        default: return "not valid JSON"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        context.codingPath.isEmpty ? "the header" : context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}
