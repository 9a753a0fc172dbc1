import Kernels

extension GatedBlock {
    /// What one branch keeps. Shapes: input (T / scale, D), which the fine branch shares with the block.
    struct BranchActivations {
        let input: Matrix
        let attention: MultiHeadSelfAttention.Activations
    }

    /// What the forward pass keeps for the backward pass. Shapes with T steps, D features, S scales.
    struct Activations {
        let norm: LayerNorm.Activations
        /// (T, D)
        let normed: Matrix
        let branches: [BranchActivations]
        /// The branches side by side, (T, S D).
        let mixed: Matrix
        /// (T, S)
        let shares: Matrix
        /// After the first residual, (T, D).
        let middle: Matrix
        let feedForward: FeedForward.Activations

        init(_ arena: inout Arena, _ shape: NILMModel.Shape, steps: Int, training: Bool) {
            norm = LayerNorm.Activations(&arena, steps: steps)
            normed = arena.take(rows: steps, columns: shape.width)
            var branches: [BranchActivations] = []
            for scale in shape.scales {
                let rows = steps / scale
                let input = scale == 1 ? normed : arena.take(rows: rows, columns: shape.width)
                branches.append(
                    BranchActivations(
                        input: input,
                        attention: MultiHeadSelfAttention.Activations(
                            &arena, steps: rows, width: shape.width, heads: shape.heads)))
            }
            self.branches = branches
            mixed = arena.take(rows: steps, columns: shape.scales.count * shape.width)
            shares = arena.take(rows: steps, columns: shape.scales.count)
            middle = arena.take(rows: steps, columns: shape.width)
            feedForward = FeedForward.Activations(
                &arena, steps: steps, width: shape.width, hiddenWidth: shape.hiddenWidth, training: training)
        }

        /// A scale's share of each time step, (T, 1).
        func share(of branch: Int) -> Matrix { shares.columns(branch..<branch + 1) }
    }

    /// Working memory that the whole network shares.
    struct Scratch {
        /// (T, D)
        let features: Matrix
        let projected: Matrix
        /// The backward pass only: (T, D), (T, D), (T, S D), (T, S), (T, 3D), (T, 2).
        let attended: Matrix
        let pooled: Matrix
        let branches: Matrix
        let logits: Matrix
        let qkv: Matrix
        let raw: Matrix
        /// See ``Attention/scratch(_:steps:)``.
        let attention: Matrix
        let feedForward: FeedForward.Scratch

        init(_ arena: inout Arena, _ shape: NILMModel.Shape, steps: Int, training: Bool) {
            let (width, scales) = (shape.width, shape.scales.count)
            let backwardSteps = training ? steps : 0
            features = arena.take(rows: steps, columns: width)
            projected = arena.take(rows: steps, columns: width)
            attended = arena.take(rows: backwardSteps, columns: width)
            pooled = arena.take(rows: backwardSteps, columns: width)
            branches = arena.take(rows: backwardSteps, columns: scales * width)
            logits = arena.take(rows: backwardSteps, columns: scales)
            qkv = arena.take(rows: backwardSteps, columns: 3 * width)
            raw = arena.take(rows: backwardSteps, columns: 2)
            attention = Attention(heads: shape.heads, headWidth: width / shape.heads, band: shape.band).scratch(
                &arena, steps: steps)
            feedForward = FeedForward.Scratch(&arena, steps: steps, hiddenWidth: shape.hiddenWidth, training: training)
        }
    }
}
