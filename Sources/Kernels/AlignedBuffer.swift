#if canImport(Glibc)
    import Glibc
#endif

/// Floats at a 64-byte aligned address, zero at first, freed with the object.
///
/// Not synchronised: threads that share one write to parts that do not overlap.
package final class AlignedBuffer: @unchecked Sendable {
    package let base: UnsafeMutablePointer<Float>
    package let count: Int

    /// Bytes of a large page of memory.
    private static let page = 1 << 21

    package init(count: Int) {
        precondition(count >= 0, "count must not be negative, got \(count)")
        let bytes = max(count, 1) * MemoryLayout<Float>.stride
        let isLarge = bytes >= 2 * Self.page
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: isLarge ? Self.page : 64)
        #if canImport(Glibc)
            // A network's activations are thousands of small pages, whose addresses then take time to look up. It is
            // advice: where the system does not follow it, nothing is wrong.
            if isLarge { _ = madvise(memory, bytes, MADV_HUGEPAGE) }
        #endif
        base = memory.bindMemory(to: Float.self, capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
        self.count = count
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    /// A copy of the numbers.
    package var values: [Float] {
        withExtendedLifetime(self) { Array(UnsafeBufferPointer(start: base, count: count)) }
    }

    /// Copies as many floats as `other` has.
    package func copy(from other: AlignedBuffer) {
        precondition(other.count == count, "buffers of one size, got \(count) and \(other.count)")
        base.update(from: other.base, count: count)
    }

    package func fill(with value: Float) { base.update(repeating: value, count: count) }
}
