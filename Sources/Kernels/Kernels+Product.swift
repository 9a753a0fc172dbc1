import CKernels

extension Kernels {
    /// c = a b, or with `adding` c += a b, where a may be read transposed.
    ///
    /// Shapes: a (m, k) or, transposed, (k, m); b (k, n); c (m, n).
    package func multiply(
        _ a: Matrix, _ b: Matrix, transposeA: Bool = false, into c: Matrix, adding: Bool = false
    ) {
        let (m, k) = transposeA ? (a.columns, a.rows) : (a.rows, a.columns)
        precondition(k == b.rows, "inner dimensions differ: a has \(k), b has \(b.rows)")
        c.expect(rows: m, columns: b.columns, "c")
        multiply(
            NRProduct(
                a: a.base, a_row: transposeA ? 1 : a.stride, a_column: transposeA ? a.stride : 1, b: b.base,
                b_row: b.stride, b_tile: Int(NR_TILE), c: c.base, c_row: c.stride, rows: m, columns: b.columns,
                depth: k, adding: adding ? 1 : 0))
    }

    /// out = x Wᵀ, or with `adding` out += x Wᵀ, for a weight that ``pack(_:into:)`` packed.
    ///
    /// Shapes: x (m, some of the inputs, from the first'th on), out (m, outputs). `inputs` is how many the weight has;
    /// nil if x has them all.
    package func multiply(
        _ x: Matrix, packed: Matrix, inputs: Int? = nil, first: Int = 0, into out: Matrix, adding: Bool = false
    ) {
        let inputs = inputs ?? x.columns
        packed.expect(rows: 1, columns: Kernels.packedCount(outputs: out.columns, inputs: inputs), "packed")
        precondition(x.rows == out.rows, "x has \(x.rows) rows, out \(out.rows)")
        precondition(
            first >= 0 && first + x.columns <= inputs, "\(x.columns) inputs from \(first) on, of \(inputs)")
        multiply(
            NRProduct(
                a: x.base, a_row: x.stride, a_column: 1, b: packed.base + first * Int(NR_TILE), b_row: Int(NR_TILE),
                b_tile: inputs * Int(NR_TILE), c: out.base, c_row: out.stride, rows: x.rows, columns: out.columns,
                depth: x.columns, adding: adding ? 1 : 0))
    }

    /// packed = a weight in the order in which a product reads it. Shapes: weight (outputs, inputs); packed (1, floats).
    package func pack(_ weight: Matrix, into packed: Matrix) {
        weight.expectContiguous("weight")
        packed.expect(
            rows: 1, columns: Kernels.packedCount(outputs: weight.rows, inputs: weight.columns), "packed")
        table.pointee.pack(weight.base, weight.rows, weight.columns, packed.base)
    }

    /// Floats of a packed weight: its outputs are filled up to whole tiles.
    package static func packedCount(outputs: Int, inputs: Int) -> Int {
        (outputs + Int(NR_TILE) - 1) / Int(NR_TILE) * Int(NR_TILE) * inputs
    }

    private func multiply(_ product: NRProduct) { withUnsafePointer(to: product) { table.pointee.multiply($0) } }
}
