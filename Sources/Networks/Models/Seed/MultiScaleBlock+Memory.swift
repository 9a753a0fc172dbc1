import Kernels

extension MultiScaleBlock {
    /// What the forward pass keeps for the backward pass. Shapes with T steps, D features, C = T / scale.
    struct Activations {
        let normFine: LayerNorm.Activations
        let normCoarse: LayerNorm.Activations
        /// (T, D)
        let fineNormed: Matrix
        let fine: MultiHeadSelfAttention.Activations
        /// (C, D)
        let pooled: Matrix
        let coarse: MultiHeadSelfAttention.Activations
        /// Fine and coarse side by side, (T, 2D).
        let branches: Matrix
        /// After the first residual, (T, D).
        let middle: Matrix
        let feedForward: FeedForward.Activations

        init(_ arena: inout Arena, _ shape: SeedModel.Shape, steps: Int, training: Bool) {
            let coarseSteps = steps / shape.scale
            normFine = LayerNorm.Activations(&arena, steps: steps)
            normCoarse = LayerNorm.Activations(&arena, steps: steps)
            fineNormed = arena.take(rows: steps, columns: shape.width)
            fine = MultiHeadSelfAttention.Activations(
                &arena, steps: steps, width: shape.width, heads: shape.heads)
            pooled = arena.take(rows: coarseSteps, columns: shape.width)
            coarse = MultiHeadSelfAttention.Activations(
                &arena, steps: coarseSteps, width: shape.width, heads: shape.heads)
            branches = arena.take(rows: steps, columns: 2 * shape.width)
            middle = arena.take(rows: steps, columns: shape.width)
            feedForward = FeedForward.Activations(
                &arena, steps: steps, width: shape.width, hiddenWidth: 4 * shape.width, training: training)
        }
    }

    /// Working memory that all blocks share.
    struct Scratch {
        /// (T, D)
        let features: Matrix
        let attended: Matrix
        /// (T, 2D), (T, 3D): the backward pass only.
        let branches: Matrix
        private let qkv: Matrix
        private let coarse: Matrix
        private let pooled: Matrix
        /// See ``Attention/scratch(_:steps:)``.
        let attention: Matrix
        let feedForward: FeedForward.Scratch

        init(_ arena: inout Arena, _ shape: SeedModel.Shape, steps: Int, training: Bool) {
            let backwardSteps = training ? steps : 0
            let coarseSteps = steps / shape.scale
            features = arena.take(rows: steps, columns: shape.width)
            attended = arena.take(rows: backwardSteps, columns: shape.width)
            branches = arena.take(rows: backwardSteps, columns: 2 * shape.width)
            qkv = arena.take(rows: backwardSteps, columns: 3 * shape.width)
            coarse = arena.take(rows: coarseSteps, columns: shape.width)
            pooled = arena.take(rows: training ? coarseSteps : 0, columns: shape.width)
            attention = Attention(heads: shape.heads, headWidth: shape.width / shape.heads, band: shape.band).scratch(
                &arena, steps: steps)
            feedForward = FeedForward.Scratch(
                &arena, steps: steps, hiddenWidth: 4 * shape.width, training: training)
        }

        func qkv(_ rows: Int) -> Matrix { qkv.rows(0..<rows) }
        func coarse(_ rows: Int) -> Matrix { coarse.rows(0..<rows) }
        func pooled(_ rows: Int) -> Matrix { pooled.rows(0..<rows) }
    }
}
