import Datasets
import Kernels
import Networks

/// Which time steps of a window get how much attention.
struct AttendedSteps {
    /// Time steps a key, in the order of the forward pass; empty for a network without attention.
    private(set) var scales: [Int] = []
    /// The mean over layers, scales, heads and queries; a key's weight is spread over its steps. Shape: (steps).
    private(set) var weights: [Double]

    /// `aggregate` is a window, watts, at the time of `clock`.
    init<N: Network>(_ aggregate: [Float], clock: WallClock?, predictor: Predictor<N>) {
        let input = AlignedBuffer(count: aggregate.count)
        for (step, watts) in aggregate.enumerated() {
            input.base[step] = predictor.normalisation.normalised(aggregate: watts)
        }
        var sums = [Double](repeating: 0, count: aggregate.count)
        var seen: [Int] = []
        predictor.network.attention(
            Pass(parameters: predictor.parameters, clock: clock),
            input: input.matrix(rows: aggregate.count, columns: 1)
        ) { map in
            if !seen.contains(map.scale) { seen.append(map.scale) }
            for (key, weight) in map.received.enumerated() {
                for step in key * map.scale..<(key + 1) * map.scale { sums[step] += weight / Double(map.scale) }
            }
        }
        scales = seen
        weights = sums
    }
}
