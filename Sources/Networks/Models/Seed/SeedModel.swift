import Kernels

/// The multi-scale Transformer that this project started from: a linear embedding of each sample, sinusoidal
/// positions, blocks of fine and coarse attention, a layer norm and a linear head.
///
/// Parameters have the names and layouts of its PyTorch original.
package struct SeedModel: Network {
    /// The network's sizes; the defaults have 1,187,457 parameters.
    package struct Shape: Codable, Equatable, Sendable {
        /// Features a time step.
        package var width: Int
        package var heads: Int
        /// Blocks.
        package var depth: Int
        /// Steps pooled into one of the coarse branch.
        package var scale: Int
        /// A query of the fine branch sees the keys at most this many steps from it; nil for all, as the original.
        package var band: Int?
        package var dropout: Double

        package init(
            width: Int = 128, heads: Int = 4, depth: Int = 4, scale: Int = 4, band: Int? = nil, dropout: Double = 0.1
        ) {
            self.width = width
            self.heads = heads
            self.depth = depth
            self.scale = scale
            self.band = band
            self.dropout = dropout
        }

        /// Why no network of these sizes can be made; nil if one can.
        package var problem: String? {
            let isPossible =
                (1...4096).contains(width) && (1...256).contains(heads) && (1...256).contains(depth)
                && (1...65536).contains(scale) && (band ?? 0) >= 0 && width % heads == 0 && (0..<1).contains(dropout)
            return isPossible ? nil : "impossible sizes: \(self)"
        }
    }

    package let shape: Shape
    package let layout: ParameterLayout
    private let embedding: Linear
    private let blocks: [MultiScaleBlock]
    private let normOut: LayerNorm
    private let head: Linear

    package var outputs: Int { 1 }
    package var dropout: Double { shape.dropout }

    package init(_ shape: Shape) {
        precondition(shape.problem == nil, shape.problem ?? "")
        var layout = ParameterLayout()
        embedding = Linear("in_proj", inputs: 1, outputs: shape.width, in: &layout)
        var blocks: [MultiScaleBlock] = []
        for index in 0..<shape.depth { blocks.append(MultiScaleBlock(index, shape, in: &layout)) }
        self.blocks = blocks
        normOut = LayerNorm("norm_out", features: shape.width, in: &layout)
        head = Linear("head", inputs: shape.width, outputs: 1, in: &layout)
        self.layout = layout
        self.shape = shape
    }

    package func makeWorkspace(steps: Int, training: Bool) -> Workspace {
        Workspace(shape, steps: steps, training: training)
    }

    package func forward(_ pass: Pass, input: Matrix, output: Matrix, _ w: Workspace) {
        forward(pass, input: input, output: output, w) { _ in }
    }

    package func attention(_ pass: Pass, input: Matrix, body: (AttentionWeights) -> Void) {
        let w = makeWorkspace(steps: input.rows, training: false)
        let output = AlignedBuffer(count: input.rows)
        forward(pass, input: input, output: output.matrix(rows: input.rows, columns: 1), w) { layer in
            let (block, a) = (blocks[layer], w.activations(layer))
            body(
                AttentionWeights(layer: layer, scale: 1, pass: pass, core: block.fine.core, qkv: a.fine.qkv, share: nil)
            )
            if a.pooled.rows > 0 {
                body(
                    AttentionWeights(
                        layer: layer, scale: shape.scale, pass: pass, core: block.coarse.core, qkv: a.coarse.qkv,
                        share: nil))
            }
        }
    }

    /// Calls `observe` after each block, while its activations stand.
    private func forward(
        _ pass: Pass, input: Matrix, output: Matrix, _ w: Workspace, observe: (Int) -> Void
    ) {
        input.expect(rows: w.steps, columns: 1, "input")
        output.expect(rows: w.steps, columns: 1, "output")
        embedding.forward(pass, x: input, out: w.stream(0))
        pass.kernels.add(w.positions, to: w.stream(0))
        for (layer, block) in blocks.enumerated() {
            block.forward(pass, input: w.stream(layer), output: w.stream(layer + 1), w.activations(layer), w.scratch)
            observe(layer)
        }
        normOut.forward(pass, x: w.stream(shape.depth), y: w.normed, w.normOut)
        head.forward(pass, x: w.normed, out: output)
    }

    package func describe(
        _ input: NamedTensor, in description: inout NetworkDescription
    ) -> (power: NamedTensor, onProbability: NamedTensor?) {
        let embedded = embedding.describe(input, in: &description)
        let placed = description.add(.positions, "placed", of: [embedded])
        let attended = blocks.reduce(placed) { $1.describe($0, in: &description) }
        return (head.describe(normOut.describe(attended, in: &description), in: &description), nil)
    }

    package func backward(_ pass: Pass, input: Matrix, doutput: Matrix, _ w: Workspace) {
        precondition(w.training, "a backward pass needs a workspace made for training")
        doutput.expect(rows: w.steps, columns: 1, "doutput")
        head.backward(pass, x: w.normed, dy: doutput, dx: w.dnormed)
        w.dstream.fill(with: 0)
        normOut.backward(pass, x: w.stream(shape.depth), dy: w.dnormed, dx: w.dstream, w.normOut)
        for (layer, block) in blocks.enumerated().reversed() {
            block.backward(pass, input: w.stream(layer), d: w.dstream, w.activations(layer), w.scratch)
        }
        embedding.backward(pass, x: input, dy: w.dstream, dx: nil)
    }
}
