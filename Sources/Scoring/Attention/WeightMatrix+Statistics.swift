import Foundation
import Runs

extension WeightMatrix {
    /// The statistics of a head; see ``HeadStatistics``.
    ///
    /// `edges`: seconds from the window's beginning at which the appliance is switched; `tolerance`: seconds that count as
    /// near; `other`: the other scale's mean over heads.
    func statistics(tolerance: Double, edges: [Double], other: WeightMatrix?) -> HeadStatistics {
        var (entropy, distance, diagonal) = (0.0, 0.0, 0.0)
        var received = [Double](repeating: 0, count: cells)
        for query in 0..<cells {
            for key in 0..<cells {
                let weight = values[query * cells + key]
                let apart = step * Double(abs(query - key))
                if weight > 0 { entropy -= weight * log(weight) }
                distance += weight * apart
                if apart <= tolerance { diagonal += weight }
                received[key] += weight
            }
        }
        let rows = Double(cells)
        let near = (0..<cells).filter { cell in
            let (low, high) = (step * Double(cell), step * Double(cell + 1))
            return edges.contains { low <= $0 + tolerance && high > $0 - tolerance }
        }
        var lift: Double?
        if !near.isEmpty, near.count < cells {
            let mass = near.reduce(0) { $0 + received[$1] } / rows
            lift = mass * rows / Double(near.count)
        }
        return HeadStatistics(
            entropy: cells > 1 ? entropy / rows / log(rows) : 1, distanceMin: distance / rows / 60,
            diagonal: diagonal / rows, sink: (received.max() ?? 0) / rows, eventLift: lift,
            divergence: other.map(divergence))
    }

    /// The Jensen-Shannon divergence between rows, in bits, a mean over queries, on the coarser of both grids (Lin,
    /// "Divergence measures based on the Shannon entropy", IEEE Trans. Inf. Theory 37(1), 1991, equation 3.3).
    func divergence(from other: WeightMatrix) -> Double {
        let (count, seconds) = (min(cells, other.cells), min(seconds, other.seconds))
        let (a, b) = (resampled(to: count, seconds: seconds), other.resampled(to: count, seconds: seconds))
        func part(_ p: Double, _ m: Double) -> Double { p > 0 ? p * log2(p / m) : 0 }
        let sum = zip(a.values, b.values).reduce(0.0) { sum, pair in
            let middle = (pair.0 + pair.1) / 2
            return sum + (part(pair.0, middle) + part(pair.1, middle)) / 2
        }
        return max(0, sum / Double(count))
    }
}
