import Kernels

extension SeedModel {
    /// Activations of one sequence in one aligned block. Without training, all blocks share the same memory.
    package final class Workspace {
        package let steps: Int
        package let training: Bool
        private let memory: Planned<Plan>

        init(_ shape: Shape, steps: Int, training: Bool) {
            precondition(steps > 0, "a sequence needs a step, got \(steps)")
            memory = Planned { Plan(&$0, shape, steps: steps, training: training) }
            self.steps = steps
            self.training = training
            PositionalEncoding.fill(memory.plan.positions)
        }

        /// Floats held.
        package var count: Int { memory.count }

        var positions: Matrix { memory.plan.positions }
        /// The input of block `layer`, or the last block's output. Shape: (T, D).
        func stream(_ layer: Int) -> Matrix { memory.plan.streams[training ? layer : 0] }
        func activations(_ layer: Int) -> MultiScaleBlock.Activations { memory.plan.activations[training ? layer : 0] }
        var scratch: MultiScaleBlock.Scratch { memory.plan.scratch }
        var normOut: LayerNorm.Activations { memory.plan.normOut }
        /// Shapes: (T, D).
        var normed: Matrix { memory.plan.normed }
        var dnormed: Matrix { memory.plan.dnormed }
        var dstream: Matrix { memory.plan.dstream }
    }

    package func workspaceFloats(steps: Int, training: Bool) -> Int {
        Arena.count { _ = Plan(&$0, shape, steps: steps, training: training) }
    }

    /// Where everything stands in the block.
    private struct Plan {
        let positions: Matrix
        let streams: [Matrix]
        let activations: [MultiScaleBlock.Activations]
        let scratch: MultiScaleBlock.Scratch
        let normOut: LayerNorm.Activations
        let normed: Matrix
        let dnormed: Matrix
        let dstream: Matrix

        init(_ arena: inout Arena, _ shape: Shape, steps: Int, training: Bool) {
            positions = arena.take(rows: steps, columns: shape.width)
            var streams: [Matrix] = []
            var activations: [MultiScaleBlock.Activations] = []
            for _ in 0..<(training ? shape.depth + 1 : 1) {
                streams.append(arena.take(rows: steps, columns: shape.width))
            }
            for _ in 0..<(training ? shape.depth : 1) {
                activations.append(MultiScaleBlock.Activations(&arena, shape, steps: steps, training: training))
            }
            self.streams = streams
            self.activations = activations
            scratch = MultiScaleBlock.Scratch(&arena, shape, steps: steps, training: training)
            normOut = LayerNorm.Activations(&arena, steps: steps)
            normed = arena.take(rows: steps, columns: shape.width)
            dnormed = arena.take(rows: training ? steps : 0, columns: shape.width)
            dstream = arena.take(rows: training ? steps : 0, columns: shape.width)
        }
    }
}
