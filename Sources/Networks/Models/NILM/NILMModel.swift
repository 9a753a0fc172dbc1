import Kernels

/// The `nilm` model: a stem of dilated convolutions at full rate, blocks of attention at several scales whose shares a
/// gate decides, and power behind an on/off gate.
///
///     h     = W_in [x and its first difference, 7 steps of each; the time, see ``CalendarCycle``] + b_in
///     h     = h + W gelu(conv_d(h) + b) + c                    d = 1, 2, 4, ...: the stem's units
///     h     = h + Σ_s share_s attention_s(h)                   the blocks; see ``GatedBlock``
///     a, b  = W_out gelu(W_h h + b_h) + b_out
///     power = softplus(a) logistic(b)
///
/// Without blocks it is the model `conv`, which the attention must beat.
package struct NILMModel: Network {
    package let shape: Shape
    package let layout: ParameterLayout
    private let embedding: Linear
    private let stem: [ConvolutionUnit]
    private let blocks: [GatedBlock]
    private let head: GatedHead

    package var outputs: Int { 2 }
    package var dropout: Double { shape.dropout }
    package var needsClock: Bool { shape.calendar != nil }

    package init(_ shape: Shape) {
        precondition(shape.problem == nil, shape.problem ?? "")
        var layout = ParameterLayout()
        embedding = Linear("in_proj", inputs: shape.inputs, outputs: shape.width, in: &layout)
        var site = 0
        func nextSites(_ count: Int) -> Int {
            defer { site += count }
            return site
        }
        var stem: [ConvolutionUnit] = []
        for index in 0..<shape.dilations {
            stem.append(
                ConvolutionUnit(
                    "stem.\(index)", width: shape.width, dilation: 1 << index, site: nextSites(1), in: &layout))
        }
        self.stem = stem
        var blocks: [GatedBlock] = []
        for index in 0..<shape.depth {
            blocks.append(GatedBlock(index, shape, site: nextSites(shape.scales.count + 2), in: &layout))
        }
        self.blocks = blocks
        head = GatedHead("head", width: shape.width, site: nextSites(1), in: &layout)
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
        let output = AlignedBuffer(count: 2 * input.rows)
        forward(pass, input: input, output: output.matrix(rows: input.rows, columns: 2), w) { layer in
            let (block, a) = (blocks[layer], w.block(layer))
            for (branch, scaled) in zip(block.branches, a.branches) where scaled.input.rows > 0 {
                body(
                    AttentionWeights(
                        layer: layer, scale: branch.scale, pass: pass, core: branch.attention.core,
                        qkv: scaled.attention.qkv, share: a.share(of: branch.index)))
            }
        }
    }

    /// Calls `observe` after each block, while its activations stand.
    private func forward(
        _ pass: Pass, input: Matrix, output: Matrix, _ w: Workspace, observe: (Int) -> Void
    ) {
        input.expect(rows: w.steps, columns: 1, "input")
        output.expect(rows: w.steps, columns: 2, "output")
        InputFeatures.fill(w.features, from: input)
        if let calendar = shape.calendar {
            guard let clock = pass.clock else { preconditionFailure("a network that is told the time needs a clock") }
            CalendarCycle.fill(w.features, after: InputFeatures.count, calendar, at: clock)
        }
        embedding.forward(pass, x: w.features, out: w.stream(0))
        for (index, unit) in stem.enumerated() {
            unit.forward(
                pass, x: w.stream(index), out: w.stream(index + 1), hidden: w.hidden(index),
                activated: w.scratch.features, projected: w.scratch.projected)
        }
        for (layer, block) in blocks.enumerated() {
            let index = stem.count + layer
            block.forward(pass, input: w.stream(index), output: w.stream(index + 1), w.block(layer), w.scratch)
            observe(layer)
        }
        head.forward(pass, x: w.stream(stem.count + blocks.count), output: output, w.head, w.scratch)
    }

    package func describe(
        _ input: NamedTensor, in description: inout NetworkDescription
    ) -> (power: NamedTensor, onProbability: NamedTensor?) {
        var features = InputFeatures.describe(input, in: &description)
        if let calendar = shape.calendar {
            let clock = description.addClock(calendar)
            features = description.add(.concatenation, "features", of: [features, clock])
        }
        let embedded = embedding.describe(features, in: &description)
        let convolved = stem.reduce(embedded) { $1.describe($0, in: &description) }
        let attended = blocks.reduce(convolved) { $1.describe($0, in: &description) }
        return head.describe(attended, in: &description)
    }

    package func backward(_ pass: Pass, input: Matrix, doutput: Matrix, _ w: Workspace) {
        precondition(w.training, "a backward pass needs a workspace made for training")
        doutput.expect(rows: w.steps, columns: 2, "doutput")
        let d = w.dstream
        head.backward(pass, x: w.stream(stem.count + blocks.count), doutput: doutput, dx: d, w.head, w.scratch)
        for (layer, block) in blocks.enumerated().reversed() {
            block.backward(pass, input: w.stream(stem.count + layer), d: d, w.block(layer), w.scratch)
        }
        for (index, unit) in stem.enumerated().reversed() {
            unit.backward(
                pass, x: w.stream(index), d: d, hidden: w.hidden(index), activated: w.scratch.features,
                dhidden: w.scratch.projected)
        }
        embedding.backward(pass, x: w.features, dy: d, dx: nil)
    }
}
