import Kernels
import Support

/// Where each parameter stands in the one block of a network: values, gradient and the optimiser's moments share it.
package struct ParameterLayout: Sendable {
    package struct Entry: Sendable {
        /// PyTorch's name in the state dictionary.
        package let name: String
        /// PyTorch's shape: (outputs, inputs) for a weight, (features) for a bias or gain.
        package let shape: [Int]
        package let slice: ParameterSlice
        /// The largest magnitude of the uniform start value; nil starts at `constant`.
        package let bound: Float?
        package let constant: Float
    }

    package private(set) var entries: [Entry] = []
    /// Floats of the block, each parameter from a 64-byte boundary; what lies between stays 0.
    package private(set) var storage = 0
    /// Floats of the block of packed weights. See ``Parameters``.
    package private(set) var packedStorage = 0

    package init() {}

    /// Trainable numbers.
    package var count: Int { entries.reduce(0) { $0 + $1.slice.count } }

    /// The parameter that stands there.
    func entry(of slice: ParameterSlice) -> Entry {
        guard let entry = entries.first(where: { $0.slice.offset == slice.offset }) else {
            preconditionFailure("no parameter of this layout begins at \(slice.offset)")
        }
        return entry
    }

    /// Adds a parameter at the end of the block.
    mutating func add(_ name: String, shape: [Int], bound: Float? = nil, constant: Float = 0) -> ParameterSlice {
        let slice: ParameterSlice
        if shape.count == 2 {
            slice = ParameterSlice(offset: storage, rows: shape[0], columns: shape[1], packed: packedStorage)
            packedStorage += (slice.packedCount + 15) / 16 * 16
        } else {
            slice = ParameterSlice(offset: storage, rows: 1, columns: shape[0], packed: nil)
        }
        storage += (slice.count + 15) / 16 * 16
        entries.append(Entry(name: name, shape: shape, slice: slice, bound: bound, constant: constant))
        return slice
    }

    /// A block of start values: PyTorch's defaults, uniform within ±1/sqrt(inputs) for weights and biases of linear
    /// layers, gain 1 and bias 0 for layer norms.
    package func initialValues(seed: UInt64) -> AlignedBuffer {
        let block = AlignedBuffer(count: storage)
        var generator = SplitMix64(seed: seed)
        for entry in entries {
            let values = entry.slice.of(block)
            for i in 0..<entry.slice.count {
                values.base[i] =
                    entry.bound.map { Float((generator.uniform() * 2 - 1) * Double($0)) } ?? entry.constant
            }
        }
        return block
    }
}

/// A parameter's place in a block, as rows of columns.
package struct ParameterSlice: Sendable {
    package let offset: Int
    package let rows: Int
    package let columns: Int
    /// Where a weight stands in the block of packed ones; nil for a bias or gain.
    let packed: Int?

    package var count: Int { rows * columns }
    fileprivate var packedCount: Int { Kernels.packedCount(outputs: rows, inputs: columns) }

    /// The weight in the block of packed ones.
    func packedPlace(in block: AlignedBuffer) -> Matrix? {
        packed.map { block.matrix(at: $0, rows: 1, columns: packedCount) }
    }

    /// The parameter in a block of values, or its gradient in a block of gradients.
    package func of(_ block: AlignedBuffer) -> Matrix { block.matrix(at: offset, rows: rows, columns: columns) }
}
