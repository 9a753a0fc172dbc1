import Kernels
import Support

/// Makes matrices and keeps their memory for as long as it lives.
package final class MatrixPool {
    private var buffers: [AlignedBuffer] = []

    package init() {}

    /// A matrix of zeros.
    package func matrix(rows: Int, columns: Int) -> Matrix {
        let buffer = AlignedBuffer(count: rows * columns)
        buffers.append(buffer)
        return buffer.matrix(rows: rows, columns: columns)
    }

    /// A matrix of numbers uniform in -1 ..< 1, the same for a seed.
    package func random(rows: Int, columns: Int, seed: UInt64) -> Matrix {
        let matrix = matrix(rows: rows, columns: columns)
        var generator = SplitMix64(seed: seed)
        for i in 0..<rows * columns { matrix.base[i] = Float(generator.uniform() * 2 - 1) }
        return matrix
    }

    /// A matrix of the given numbers.
    package func matrix(_ values: [Float], rows: Int, columns: Int) -> Matrix {
        precondition(values.count == rows * columns, "\(values.count) numbers for \(rows) x \(columns)")
        let matrix = matrix(rows: rows, columns: columns)
        matrix.base.update(from: values, count: values.count)
        return matrix
    }
}

extension Matrix {
    /// The numbers in Double, row-major.
    package var doubles: [Double] { values.map(Double.init) }

    /// One row in Double.
    package func doubles(row: Int) -> [Double] { rows(row..<row + 1).doubles }
}

extension AlignedBuffer {
    /// The numbers in Double.
    package var doubles: [Double] { values.map(Double.init) }
}
