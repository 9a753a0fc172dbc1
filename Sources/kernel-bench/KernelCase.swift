import Kernels

/// A kernel on arguments of the sizes that training has.
struct KernelCase {
    /// What bounds a kernel, and so what its speed is a share of.
    enum Work {
        /// Multiplications and additions: a share of the matrix product's.
        case operations(Double)
        /// Bytes read and written: a share of a copy's.
        case bytes(Double)
    }

    let name: String
    let work: Work
    let run: (Kernels) -> Void
}

/// Memory for the cases: it lives as long as they do.
final class CaseMemory {
    private var buffers: [AlignedBuffer] = []

    /// Numbers from -1 to 1 in a pattern without a period that a loop could see.
    func matrix(rows: Int, columns: Int) -> Matrix {
        let buffer = AlignedBuffer(count: rows * columns)
        for index in 0..<buffer.count { buffer.base[index] = Float((index &* 7919) % 2003) / 1001 - 1 }
        buffers.append(buffer)
        return buffer.matrix(rows: rows, columns: columns)
    }

    func buffer(count: Int) -> AlignedBuffer {
        let buffer = AlignedBuffer(count: count)
        buffers.append(buffer)
        return buffer
    }
}
