import Kernels

/// A network's numbers: the block that is trained and saved, and its weights once more in the order in which products
/// read them.
package final class Parameters: Sendable {
    package let values: AlignedBuffer
    let packed: AlignedBuffer
    private let weights: [ParameterSlice]

    /// `values` is a block of the layout; it is not copied.
    package init(_ layout: ParameterLayout, values: AlignedBuffer) {
        precondition(values.count == layout.storage, "the layout needs \(layout.storage) floats, got \(values.count)")
        self.values = values
        packed = AlignedBuffer(count: layout.packedStorage)
        weights = layout.entries.map(\.slice).filter { $0.packed != nil }
        pack(threads: 1)
    }

    /// Packs the weights again, after their values changed.
    package func pack(threads: Int) {
        Workers(threads: threads).forEach(weights.count) { _, index in
            let weight = weights[index]
            if let place = weight.packedPlace(in: packed) { Kernels.best.pack(weight.of(values), into: place) }
        }
    }
}
