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
