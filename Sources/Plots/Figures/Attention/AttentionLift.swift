import Foundation
import Support

/// Attention weights in units of a uniform one, which maps with different numbers of keys can share colours by:
/// log2(weight x n) is 0 where attention is even over the n keys that a query can reach and +3 where it is 8 times that.
enum AttentionLift {
    /// Smaller weights count as 2^-16 of even. No weight at all is minus infinity, and what is out of reach is missing (nan),
    /// which is no little weight: neither has a colour.
    static let floor: Float = -16

    /// The lift of the mean weight of all heads. `even`: what even attention would be, see ``AttentionWindow/Map/even``; nil
    /// where all keys are within reach.
    ///
    /// Shapes: weights (heads, cells, cells); even, result (cells, cells).
    static func mean(_ weights: Safetensors.Tensor, even: [Float]? = nil) -> Cells {
        lift(of: weights, heads: 0..<weights.shape[0], even)
    }

    /// The lift of one head's weights.
    ///
    /// Shapes: weights (heads, cells, cells); even, result (cells, cells).
    static func head(_ head: Int, of weights: Safetensors.Tensor, even: [Float]? = nil) -> Cells {
        lift(of: weights, heads: head..<head + 1, even)
    }

    private static func lift(of weights: Safetensors.Tensor, heads: Range<Int>, _ even: [Float]?) -> Cells {
        let cells = weights.shape[1]
        let size = cells * cells
        let values = weights.values.withUnsafeBufferPointer { weights in
            (0..<size).map { index -> Float in
                var sum: Float = 0
                for head in heads { sum += weights[head * size + index] }
                let mean = sum / Float(heads.count)
                let share = even?[index] ?? 1 / Float(cells)
                guard share > 0 else { return .nan }
                return mean > 0 ? max(log2(mean / share), floor) : -.infinity
            }
        }
        return Cells(rows: cells, columns: cells, values: values)
    }
}
