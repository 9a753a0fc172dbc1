/// Attention weights of one head, or a mean of heads, over equal cells of time: query by key, rows add up to 1.
struct WeightMatrix {
    let cells: Int
    /// Seconds that the cells cover together.
    let seconds: Double
    /// Shapes: (cells, cells).
    let values: [Double]

    /// Seconds of one cell.
    var step: Double { seconds / Double(cells) }

    init(cells: Int, seconds: Double, values: [Double]) {
        precondition(
            values.count == cells * cells, "\(cells) cells a side need \(cells * cells) weights, got \(values.count)")
        self.cells = cells
        self.seconds = seconds
        self.values = values
    }

    /// Every key gets the same.
    static func even(cells: Int, seconds: Double) -> WeightMatrix {
        WeightMatrix(
            cells: cells, seconds: seconds,
            values: [Double](repeating: 1 / Double(cells), count: cells * cells))
    }

    static func mean(of heads: [WeightMatrix]) -> WeightMatrix {
        let factor = 1 / Double(heads.count)
        var sum = [Double](repeating: 0, count: heads[0].values.count)
        for head in heads {
            for index in sum.indices { sum[index] += factor * head.values[index] }
        }
        return WeightMatrix(cells: heads[0].cells, seconds: heads[0].seconds, values: sum)
    }

    /// The same on `count` cells of the first `seconds`: averaged over queries, summed over keys, a cell that lies across
    /// a border shared by length; rows add up to 1 again.
    func resampled(to count: Int, seconds target: Double) -> WeightMatrix {
        let shares = (0..<count).map { cell -> [(index: Int, share: Double)] in
            let (low, high) = (target * Double(cell) / Double(count), target * Double(cell + 1) / Double(count))
            return (0..<cells).compactMap { index in
                let overlap = min(high, step * Double(index + 1)) - max(low, step * Double(index))
                return overlap > 1e-9 * step ? (index, overlap / step) : nil
            }
        }
        var result = [Double](repeating: 0, count: count * count)
        for (row, queries) in shares.enumerated() {
            var sum = 0.0
            for (column, keys) in shares.enumerated() {
                var weight = 0.0
                for query in queries {
                    for key in keys { weight += query.share * key.share * values[query.index * cells + key.index] }
                }
                result[row * count + column] = weight
                sum += weight
            }
            guard sum > 0 else { continue }
            for column in 0..<count { result[row * count + column] /= sum }
        }
        return WeightMatrix(cells: count, seconds: target, values: result)
    }
}
