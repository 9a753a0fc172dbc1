import Kernels
import TestSupport
import Testing

@Suite("Memory and views of it")
struct MemoryTests {
    private func isAligned(_ pointer: UnsafeMutablePointer<Float>) -> Bool { Int(bitPattern: pointer) % 64 == 0 }

    @Test("a buffer is aligned and zero", arguments: [0, 1, 15, 16, 17, 1000])
    func buffer(count: Int) {
        let buffer = AlignedBuffer(count: count)
        #expect(isAligned(buffer.base))
        #expect(buffer.values.count == count && buffer.values.allSatisfy { $0 == 0 })
    }

    @Test("an arena hands out aligned parts that do not overlap, where it counted them")
    func arena() {
        let shapes = [(1, 1), (3, 5), (0, 7), (2, 16), (17, 1), (5, 0), (4, 9)]
        var counting = Arena()
        for (rows, columns) in shapes { _ = counting.take(rows: rows, columns: columns) }
        let block = AlignedBuffer(count: counting.used)
        var arena = Arena(block)
        let parts = shapes.map { arena.take(rows: $0.0, columns: $0.1) }
        #expect(arena.used == counting.used)
        for (part, shape) in zip(parts, shapes) {
            #expect(isAligned(part.base))
            #expect(part.shape == shape)
            #expect(part.base >= block.base && part.base + part.rows * part.columns <= block.base + block.count)
        }
        for (index, part) in parts.enumerated() { part.fill(with: Float(index + 1)) }
        for (index, part) in parts.enumerated() { #expect(part.values.allSatisfy { $0 == Float(index + 1) }) }
    }

    @Test("views of rows and columns see the same numbers")
    func views() {
        let pool = MatrixPool()
        let matrix = pool.matrix((0..<12).map(Float.init), rows: 3, columns: 4)
        #expect(matrix.rows(1..<3).values == [4, 5, 6, 7, 8, 9, 10, 11])
        let part = matrix.rows(1..<3).columns(1..<3)
        #expect(part.values == [5, 6, 9, 10])
        #expect(!part.isContiguous && part.rows(0..<1).isContiguous)
        part[1, 0] = -1
        #expect(matrix[2, 1] == -1)
        part.fill(with: 0)
        #expect(matrix.values == [0, 1, 2, 3, 4, 0, 0, 7, 8, 0, 0, 11])
    }
}
