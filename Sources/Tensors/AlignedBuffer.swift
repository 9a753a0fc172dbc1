/// Floats at a 64-byte aligned address, zero at first, freed with the object.
///
/// Not synchronised: threads that share one write to parts that do not overlap.
package final class AlignedBuffer: @unchecked Sendable {
    package let base: UnsafeMutablePointer<Float>
    package let count: Int

    package init(count: Int) {
        precondition(count >= 0, "count must not be negative, got \(count)")
        let bytes = max(count, 1) * MemoryLayout<Float>.stride
        base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64).bindMemory(
            to: Float.self, capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
        self.count = count
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    /// All floats.
    package var floats: UnsafeMutableBufferPointer<Float> { UnsafeMutableBufferPointer(start: base, count: count) }

    /// Copies as many floats as `other` has.
    package func copy(from other: AlignedBuffer) {
        precondition(other.count == count, "buffers of one size, got \(count) and \(other.count)")
        base.update(from: other.base, count: count)
    }

    package func fill(with value: Float) { base.update(repeating: value, count: count) }
}
