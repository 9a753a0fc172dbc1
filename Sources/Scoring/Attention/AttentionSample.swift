import Datasets
import Foundation
import Kernels
import Networks
import Runs
import Support

/// The attention of a network over one shown window, as a report keeps it.
package struct AttentionSample: Sendable {
    /// The most cells a side that are kept of a map.
    package static let mostCells = 256

    package let maps: [AttentionMap]
    /// By the maps' `tensor` names.
    package let tensors: [String: Safetensors.Tensor]

    /// Runs the network on `rows`, the window's series, on the clocks of `zone`. `onThresholdW`: truly on from this many watts.
    package init<N: Network>(
        of window: ShownWindow, rows: PredictionSeries, zone: TimeZone?, predictor: Predictor<N>, onThresholdW: Double
    ) {
        let input = AlignedBuffer(count: window.steps)
        for (step, watts) in rows.aggregateW.enumerated() {
            input.base[step] = predictor.normalisation.normalised(aggregate: watts)
        }
        var maps: [AttentionMap] = []
        var tensors: [String: Safetensors.Tensor] = [:]
        predictor.network.attention(
            Pass(
                parameters: predictor.parameters,
                clock: zone.map { WallClock(start: rows.start, period: rows.periodS, zone: $0) }),
            input: input.matrix(rows: window.steps, columns: 1)
        ) { weights in
            let scale: AttentionMap.Scale = weights.scale == 1 ? .fine : .coarse
            var name = "\(window.id)/layer\(weights.layer)/\(scale.rawValue)"
            if tensors[name] != nil { name += String(weights.scale) }
            let (cells, values) = weights.pooled(to: AttentionSample.mostCells)
            tensors[name] = Safetensors.Tensor(shape: [weights.heads, cells, cells], values: values)
            let share = weights.share.map { share in
                tensors[name + "/share"] = Safetensors.Tensor(shape: [share.rows], values: share.values)
                return name + "/share"
            }
            maps.append(
                AttentionMap(
                    appliance: window.appliance, window: window.id, layer: weights.layer, scale: scale, tensor: name,
                    heads: weights.heads, keys: weights.keys, cells: cells,
                    seconds: weights.keys * weights.scale * rows.periodS, steps: weights.scale, band: weights.band,
                    share: share))
        }
        self.maps = Self.measured(maps, tensors, rows: rows, onThresholdW: onThresholdW)
        self.tensors = tensors
    }
}
