import Runs
import Support

extension AttentionSample {
    /// The maps with their heads' statistics.
    ///
    /// The other scale of a coarse map is the fine one, that of a fine map the first coarse one. Near is what lies within one step of the coarser scale, so that both scales are asked the same.
    static func measured(
        _ maps: [AttentionMap], _ tensors: [String: Safetensors.Tensor], rows: PredictionSeries, onThresholdW: Double
    ) -> [AttentionMap] {
        let tolerance = maps.map { $0.seconds / $0.keys }.max() ?? rows.periodS
        let edges = edges(of: rows, onThresholdW: onThresholdW)
        let heads = maps.map { map in tensors[map.tensor].map { matrices(of: map, $0) } ?? [] }
        let means = heads.map(WeightMatrix.mean)
        return maps.indices.map { index in
            var map = maps[index]
            let other = maps.firstIndex { $0.layer == map.layer && $0.scale != map.scale }.map { means[$0] }
            map.statistics = AttentionStatistics(
                toleranceS: tolerance,
                heads: heads[index].map {
                    $0.statistics(tolerance: Double(tolerance), edges: edges, other: other)
                },
                even: WeightMatrix.even(cells: map.cells, seconds: Double(map.seconds)).statistics(
                    tolerance: Double(tolerance), edges: edges, other: other))
            return map
        }
    }

    private static func matrices(of map: AttentionMap, _ tensor: Safetensors.Tensor) -> [WeightMatrix] {
        let size = map.cells * map.cells
        return (0..<map.heads).map { head in
            WeightMatrix(
                cells: map.cells, seconds: Double(map.seconds),
                values: tensor.values[head * size..<(head + 1) * size].map(Double.init))
        }
    }

    /// Seconds from the first sample to those at which the appliance is truly switched on or off.
    static func edges(of rows: PredictionSeries, onThresholdW: Double) -> [Double] {
        guard let truth = rows.truthW else { return [] }
        let isOn = truth.map { Double($0) >= onThresholdW }
        return isOn.indices.dropFirst().filter { isOn[$0] != isOn[$0 - 1] }.map { Double($0 * rows.periodS) }
    }
}
