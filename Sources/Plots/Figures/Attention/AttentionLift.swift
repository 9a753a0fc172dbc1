import Foundation
import Support

/// Attention weights in units of a uniform one, which maps with different numbers of keys can share colours by:
/// log2(weight x n) is 0 where attention is uniform over n keys and +3 where it is 8 times that.
enum AttentionLift {
    /// Smaller weights count as 2^-16 of uniform. No weight at all is missing (nan): local attention gives none to keys
    /// out of its reach, which is no little weight.
    static let floor: Float = -16

    /// The lift of the mean weight of all heads.
    ///
    /// Shapes: weights (heads, cells, cells); result (cells, cells).
    static func mean(_ weights: Safetensors.Tensor) -> Cells { lift(of: weights, heads: 0..<weights.shape[0]) }

    /// The lift of one head's weights.
    ///
    /// Shapes: weights (heads, cells, cells); result (cells, cells).
    static func head(_ head: Int, of weights: Safetensors.Tensor) -> Cells { lift(of: weights, heads: head..<head + 1) }

    private static func lift(of weights: Safetensors.Tensor, heads: Range<Int>) -> Cells {
        let cells = weights.shape[1]
        let size = cells * cells
        let factor = Float(cells) / Float(heads.count)
        let values = weights.values.withUnsafeBufferPointer { weights in
            (0..<size).map { index in
                var sum: Float = 0
                for head in heads { sum += weights[head * size + index] }
                return sum > 0 ? max(log2(sum * factor), floor) : .nan
            }
        }
        return Cells(rows: cells, columns: cells, values: values)
    }
}
