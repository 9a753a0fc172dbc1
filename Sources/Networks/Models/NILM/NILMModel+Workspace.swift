import Kernels

extension NILMModel {
    /// Activations of one sequence in one aligned block. Without training, layers take turns with two
    /// streams and share all else.
    package final class Workspace {
        package let steps: Int
        package let training: Bool
        private let memory: Planned<Plan>

        init(_ shape: Shape, steps: Int, training: Bool) {
            precondition(steps > 0, "a sequence needs a step, got \(steps)")
            memory = Planned { Plan(&$0, shape, steps: steps, training: training) }
            self.steps = steps
            self.training = training
        }

        /// Shape: (T, shape.inputs).
        var features: Matrix { memory.plan.features }
        /// The input of unit or block `layer`, counted from the stem's first, or the last one's output. Shape: (T, D).
        func stream(_ layer: Int) -> Matrix { memory.plan.streams[training ? layer : layer % 2] }
        /// What unit `layer` of the stem keeps. Shape: (T, D).
        func hidden(_ layer: Int) -> Matrix { memory.plan.hidden[training ? layer : 0] }
        func block(_ layer: Int) -> GatedBlock.Activations { memory.plan.blocks[training ? layer : 0] }
        var head: GatedHead.Activations { memory.plan.head }
        var scratch: GatedBlock.Scratch { memory.plan.scratch }
        /// Shape: (T, D).
        var dstream: Matrix { memory.plan.dstream }
    }

    package func workspaceFloats(steps: Int, training: Bool) -> Int {
        Arena.count { _ = Plan(&$0, shape, steps: steps, training: training) }
    }

    /// Where everything stands in the block.
    private struct Plan {
        let features: Matrix
        let streams: [Matrix]
        let hidden: [Matrix]
        let blocks: [GatedBlock.Activations]
        let head: GatedHead.Activations
        let scratch: GatedBlock.Scratch
        let dstream: Matrix

        init(_ arena: inout Arena, _ shape: Shape, steps: Int, training: Bool) {
            features = arena.take(rows: steps, columns: shape.inputs)
            var (streams, hidden): ([Matrix], [Matrix]) = ([], [])
            for _ in 0..<(training ? shape.dilations + shape.depth + 1 : 2) {
                streams.append(arena.take(rows: steps, columns: shape.width))
            }
            for _ in 0..<(training ? shape.dilations : 1) {
                hidden.append(arena.take(rows: steps, columns: shape.width))
            }
            var blocks: [GatedBlock.Activations] = []
            for _ in 0..<(training ? shape.depth : min(shape.depth, 1)) {
                blocks.append(GatedBlock.Activations(&arena, shape, steps: steps, training: training))
            }
            self.streams = streams
            self.hidden = hidden
            self.blocks = blocks
            head = GatedHead.Activations(&arena, steps: steps, width: shape.width)
            scratch = GatedBlock.Scratch(&arena, shape, steps: steps, training: training)
            dstream = arena.take(rows: training ? steps : 0, columns: shape.width)
        }
    }
}
