import Datasets
import Foundation
import Kernels
import TestSupport

@testable import Networks

/// The `nilm` model in Double, of layers laid out anew under the same names.
struct PlainNILMModel {
    let layout: ParameterLayout
    private let cycles: [CalendarCycle]
    private let embedding: Linear
    private let stem: [ConvolutionUnit]
    private let blocks: [GatedBlock]
    private let head: GatedHead

    init(_ shape: NILMModel.Shape) {
        var layout = ParameterLayout()
        cycles = shape.calendar ?? []
        embedding = Linear("in_proj", inputs: 14 + 2 * cycles.count, outputs: shape.width, in: &layout)
        stem = (0..<shape.dilations).map {
            ConvolutionUnit("stem.\($0)", width: shape.width, dilation: 1 << $0, site: $0, in: &layout)
        }
        let sites = shape.scales.count + 2
        blocks = (0..<shape.depth).map { GatedBlock($0, shape, site: shape.dilations + $0 * sites, in: &layout) }
        head = GatedHead("head", width: shape.width, site: shape.dilations + shape.depth * sites, in: &layout)
        self.layout = layout
    }

    /// The output for one window: power and logit of each step.
    func output(_ input: [Double], clock: WallClock? = nil, _ layers: PlainLayers) -> [Double] {
        let embedded = layers.linear(embedding, features(input, clock))
        let convolved = stem.reduce(embedded) { layers.unit($1, $0) }
        let attended = blocks.reduce(convolved) { layers.gatedBlock($1, $0) }
        return layers.gatedHead(head, attended).values
    }

    /// Seven steps of power, then seven of its difference, each centred; the ends go on as they are. Then the
    /// point on the circle of each cycle.
    private func features(_ input: [Double], _ clock: WallClock?) -> PlainMatrix {
        func power(_ step: Int) -> Double { input[min(max(step, 0), input.count - 1)] }
        return PlainMatrix(
            rows: input.count, columns: 14 + 2 * cycles.count,
            values: input.indices.flatMap { step in
                let near: [Double] = (-3...3).map { power(step + $0) }
                let rises: [Double] = (-3...3).map { power(step + $0) - power(step + $0 - 1) }
                let times: [Double] = cycles.flatMap { point(on: $0, clock, step) }
                return near + rises + times
            })
    }

    private func point(on cycle: CalendarCycle, _ clock: WallClock?, _ step: Int) -> [Double] {
        guard let clock else { return [.nan, .nan] }
        let turns = Double(clock.second + step * clock.period) / (cycle == .day ? 86_400 : 604_800)
        return [sin(2 * .pi * turns), cos(2 * .pi * turns)]
    }
}

extension PlainLayers {
    /// out[t] = Σₖ W_k x[t + (k - 1) d]
    func convolution(_ layer: Convolution, _ x: PlainMatrix) -> PlainMatrix {
        let weight = value(layer.weight)
        var taps = PlainMatrix(rows: x.rows, columns: 3 * x.columns)
        for step in 0..<x.rows {
            for tap in 0..<3 {
                let source = step + (tap - 1) * layer.dilation
                guard (0..<x.rows).contains(source) else { continue }
                for feature in 0..<x.columns { taps[step, tap * x.columns + feature] = x[source, feature] }
            }
        }
        return taps.timesTransposed(weight)
    }

    func unit(_ unit: ConvolutionUnit, _ x: PlainMatrix) -> PlainMatrix {
        let hidden = gelu(plus(convolution(unit.convolution, x), value(unit.bias).values), site: unit.site)
        return x + linear(unit.projection, hidden)
    }

    func gatedBlock(_ block: GatedBlock, _ x: PlainMatrix) -> PlainMatrix {
        let normed = layerNorm(block.norm, x)
        let branches = block.branches.map { branch in
            let pooled = pool(normed, branch.scale)
            let attended = pooled.rows > 0 ? selfAttention(branch.attention, pooled) : pooled
            return upsample(attended, branch.scale, rows: x.rows)
        }
        var middle = x
        let logits = block.gate.map { linear($0, normed) }
        for step in 0..<x.rows {
            let powers = logits.map { $0.row(step).map(exp) } ?? [1]
            for (branch, power) in zip(branches, powers) {
                let share = power / powers.reduce(0, +)
                for feature in 0..<x.columns { middle[step, feature] += share * branch[step, feature] }
            }
        }
        return feedForward(block.feedForward, middle)
    }

    /// softplus(a) logistic(b), b
    func gatedHead(_ head: GatedHead, _ x: PlainMatrix) -> PlainMatrix {
        let hidden = x.timesTransposed(value(head.hidden.weight))
        let bias = head.hidden.bias.map { value($0).values } ?? []
        var out = linear(head.out, gelu(plus(hidden, bias), site: head.site))
        for step in 0..<out.rows { out[step, 0] = log1p(exp(out[step, 0])) / (1 + exp(-out[step, 1])) }
        return out
    }

    private func plus(_ x: PlainMatrix, _ bias: [Double]) -> PlainMatrix {
        var out = x
        for index in out.values.indices { out.values[index] += bias[index % out.columns] }
        return out
    }

    /// dropout(gelu(x))
    private func gelu(_ x: PlainMatrix, site: Int) -> PlainMatrix {
        var out = x
        out.values = out.values.map { $0 * 0.5 * (1 + erf($0 / 2.0.squareRoot())) }
        return out * masks.factors(site: site, rows: out.rows, columns: out.columns)
    }
}
