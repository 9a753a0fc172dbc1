import Foundation
import Kernels
import TestSupport

@testable import Networks

/// The whole network in Double, of layers laid out anew under the same names.
struct PlainSeedModel {
    let layout: ParameterLayout
    private let embedding: Linear
    private let blocks: [MultiScaleBlock]
    private let normOut: LayerNorm
    private let head: Linear

    init(_ shape: SeedModel.Shape) {
        var layout = ParameterLayout()
        embedding = Linear("in_proj", inputs: 1, outputs: shape.width, in: &layout)
        blocks = (0..<shape.depth).map { MultiScaleBlock($0, shape, in: &layout) }
        normOut = LayerNorm("norm_out", features: shape.width, in: &layout)
        head = Linear("head", inputs: shape.width, outputs: 1, in: &layout)
        self.layout = layout
    }

    /// The output for one window, one number a step.
    func output(_ input: [Double], _ layers: PlainLayers) -> [Double] {
        let x = blocks.reduce(embedded(input, layers)) { layers.block($1, $0) }
        return layers.linear(head, layers.layerNorm(normOut, x)).values
    }

    /// Each block with its input.
    func streams(_ input: [Double], _ layers: PlainLayers) -> [(block: MultiScaleBlock, x: PlainMatrix)] {
        var x = embedded(input, layers)
        return blocks.map { block in
            defer { x = layers.block(block, x) }
            return (block, x)
        }
    }

    private func embedded(_ input: [Double], _ layers: PlainLayers) -> PlainMatrix {
        var x = layers.linear(embedding, PlainMatrix(rows: input.count, columns: 1, values: input))
        for step in 0..<x.rows {
            for feature in 0..<x.columns { x[step, feature] += position(step, feature, width: x.columns) }
        }
        return x
    }

    /// sin(t / 10000^(2i/D)) at feature 2i, the cosine of the same at feature 2i + 1.
    private func position(_ step: Int, _ feature: Int, width: Int) -> Double {
        let angle = Double(step) / pow(10_000, Double(feature / 2 * 2) / Double(width))
        return feature % 2 == 0 ? sin(angle) : cos(angle)
    }
}
