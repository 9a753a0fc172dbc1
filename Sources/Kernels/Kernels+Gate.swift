import CKernels

/// What a sample's loss is: l1 |p - y| + l2 (p - y)² for the power p, plus `on` times the binary cross-entropy of the
/// on-probability against whether the truth y is at least `onThreshold`, all in the network's unit of power.
package struct LossWeights: Equatable, Sendable {
    package var l1: Float
    package var l2: Float
    package var on: Float
    package var onThreshold: Float

    package init(l1: Float, l2: Float, on: Float = 0, onThreshold: Float = 0) {
        self.l1 = l1
        self.l2 = l2
        self.on = on
        self.onThreshold = onThreshold
    }
}

extension Kernels {
    /// out = softplus(a) logistic(b), b from raw = a, b: power behind an on/off gate. Shapes: raw, out (T, 2).
    package func gate(_ raw: Matrix, out: Matrix) {
        raw.expect(rows: raw.rows, columns: 2, "raw")
        out.expect(rows: raw.rows, columns: 2, "out")
        expectContiguous(raw, out)
        table.pointee.gate(raw.base, out.base, raw.rows)
    }

    /// draw = the gradient at raw from that at out. Shapes: (T, 2).
    package func gateBackward(_ raw: Matrix, dout: Matrix, draw: Matrix) {
        raw.expect(rows: raw.rows, columns: 2, "raw")
        dout.expect(rows: raw.rows, columns: 2, "dout")
        draw.expect(rows: raw.rows, columns: 2, "draw")
        expectContiguous(raw, dout, draw)
        table.pointee.gate_backward(raw.base, dout.base, draw.base, raw.rows)
    }

    /// Returns the loss summed over the rows; doutput = scale * its derivative.
    ///
    /// Shapes: output, doutput (T, 1): power, or (T, 2): power and the logit of being on; target (T, 1).
    package func loss(
        output: Matrix, target: Matrix, doutput: Matrix, weights: LossWeights, scale: Float
    ) -> Double {
        precondition((1...2).contains(output.columns), "an output has 1 or 2 columns, got \(output.columns)")
        target.expect(rows: output.rows, columns: 1, "target")
        doutput.expect(rows: output.rows, columns: output.columns, "doutput")
        expectContiguous(output, target, doutput)
        let loss = NRLoss(
            l1: weights.l1, l2: weights.l2, on: weights.on, on_threshold: weights.onThreshold, scale: scale)
        return withUnsafePointer(to: loss) {
            table.pointee.loss(output.base, target.base, doutput.base, $0, output.columns, output.rows)
        }
    }

    /// out = residual + each row's sum over scales of share * branch.
    ///
    /// Shapes: branches (T, scales * D), the scales side by side; shares (T, scales); residual, out (T, D).
    package func mix(branches: Matrix, shares: Matrix, residual: Matrix, out: Matrix) {
        check(branches: branches, shares: shares, out)
        residual.expect(rows: out.rows, columns: out.columns, "residual")
        residual.expectContiguous("residual")
        table.pointee.mix(
            branches.base, shares.base, residual.base, out.base, out.rows, out.columns, shares.columns)
    }

    /// dbranches = the gradient at the branches, dlogits that at the numbers whose softmax the shares are.
    ///
    /// Shapes: as in ``mix(branches:shares:residual:out:)``; dlogits (T, scales).
    package func mixBackward(branches: Matrix, shares: Matrix, dout: Matrix, dbranches: Matrix, dlogits: Matrix) {
        check(branches: branches, shares: shares, dout)
        check(branches: dbranches, shares: dlogits, dout)
        table.pointee.mix_backward(
            branches.base, shares.base, dout.base, dbranches.base, dlogits.base, dout.rows, dout.columns,
            shares.columns)
    }

    private func check(branches: Matrix, shares: Matrix, _ out: Matrix) {
        branches.expect(rows: out.rows, columns: shares.columns * out.columns, "branches")
        shares.expect(rows: out.rows, columns: shares.columns, "shares")
        expectContiguous(branches, shares, out)
    }

    private func expectContiguous(_ a: Matrix, _ b: Matrix, _ c: Matrix? = nil) {
        a.expectContiguous("first")
        b.expectContiguous("second")
        c?.expectContiguous("third")
    }
}
