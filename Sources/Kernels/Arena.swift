/// Hands out parts of one aligned block: a network's activations for one sequence.
///
/// A plan runs twice over the same code: the first time it only counts, the second time it hands out memory.
package struct Arena {
    private let block: AlignedBuffer?
    package private(set) var used = 0

    /// Counts only; its matrices must not be touched.
    package init() { block = nil }

    package init(_ block: AlignedBuffer) { self.block = block }

    /// The next (rows, columns) floats, from a 64-byte boundary.
    package mutating func take(rows: Int, columns: Int) -> Matrix {
        let offset = used
        let floats = rows.clampedMultiplied(by: columns)
        used = used.clampedAdding(floats.clampedAdding(15) / 16 * 16)
        guard let block else { return Matrix(Arena.nowhere, rows: rows, columns: columns) }
        return block.matrix(at: offset, rows: rows, columns: columns)
    }

    /// Floats that `make` takes.
    package static func count(_ make: (inout Arena) -> Void) -> Int {
        var counting = Arena()
        make(&counting)
        return counting.used
    }

    private static nonisolated(unsafe) let nowhere = UnsafeMutablePointer<Float>.allocate(capacity: 1)
}

/// What a plan handed out, with the memory that it stands in.
package struct Planned<Plan> {
    package let plan: Plan
    private let block: AlignedBuffer

    /// Runs `make` twice: to count, and on a block of that size.
    package init(_ make: (inout Arena) -> Plan) {
        block = AlignedBuffer(count: Arena.count { _ = make(&$0) })
        var arena = Arena(block)
        plan = make(&arena)
    }

    /// Floats held.
    package var count: Int { block.count }
}
