/// Named tensors and text metadata: the content of a .safetensors file.
///
/// The format: a little-endian 64-bit header length, a JSON header of names, types, shapes and byte ranges, then the
/// values, row-major (https://huggingface.co/docs/safetensors). Tensors are Float here: F32 is written, F32, F16 and
/// BF16 are read.
package struct Safetensors: Equatable, Sendable {
    /// Values in row-major order; shape [] is one number.
    package struct Tensor: Equatable, Sendable {
        package var shape: [Int]
        package var values: [Float]

        /// Shapes: values (product of `shape`).
        package init(shape: [Int], values: [Float]) {
            precondition(
                shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == values.count,
                "shape \(shape) needs \(shape.reduce(1, *)) values, got \(values.count)")
            self.shape = shape
            self.values = values
        }
    }

    package var metadata: [String: String]
    package var tensors: [String: Tensor]

    package init(metadata: [String: String] = [:], tensors: [String: Tensor] = [:]) {
        self.metadata = metadata
        self.tensors = tensors
    }

    /// Reads the file at `path`.
    package init(contentsOf path: String) throws(SafetensorsError) {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path) } catch { throw .file(error) }
        try self.init(bytes: bytes, source: path)
    }

    /// Writes the file at `path`, whole or not at all. The same content gives the same bytes.
    package func write(to path: String) throws(SafetensorsError) {
        let content = try bytes(source: path)
        do throws(FileError) { try AtomicFile.write(content, to: path) } catch { throw .file(error) }
    }
}

/// Why a safetensors file was not read or written.
package enum SafetensorsError: Error, Equatable {
    case file(FileError)
    /// Shorter than its own lengths say.
    case truncated(source: String, expectedBytes: Int, gotBytes: Int)
    /// The header's length field is not one a header can have.
    case headerLength(source: String, got: UInt64)
    /// The header is not the JSON that the format asks for.
    case header(source: String, problem: String)
    /// A tensor's entry contradicts itself or the others.
    case tensor(source: String, name: String, problem: String)
}

extension SafetensorsError: CustomStringConvertible {
    package var description: String {
        let advice = "the file is damaged or not safetensors; copy or save it again"
        return switch self {
        case .file(let error): error.description
        case .truncated(let source, let expected, let got):
            "\(source): expected at least \(expected) bytes, got \(got); \(advice)"
        case .headerLength(let source, let got):
            "\(source): header length must be from 2 to \(Safetensors.longestHeader) bytes, got \(got); \(advice)"
        case .header(let source, let problem): "\(source): header: \(problem); \(advice)"
        case .tensor(let source, let name, let problem): "\(source): tensor \"\(name)\": \(problem); \(advice)"
        }
    }
}
