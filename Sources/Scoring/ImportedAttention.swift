import Runs
import Support

/// The attention of another program's model over a window of each of some appliances, from a safetensors file.
///
/// A tensor is named `kettle/layer0/fine` or `kettle/layer0/coarse` and has the shape (heads, cells, cells), query by
/// key in time order over the whole window; a query's weights add up to 1. The file's metadata say which window it is:
/// `kettle.start`, the Unix second of its first sample, and `kettle.steps`, its samples.
package struct ImportedAttention: Sendable {
    /// Weights of a query may add up to this much more or less than 1: half-precision sums of some thousand are so far
    /// off.
    private static let sumTolerance: Float = 0.02

    package private(set) var windows: [ShownWindow] = []
    package private(set) var maps: [AttentionMap] = []
    package private(set) var tensors: [String: Safetensors.Tensor] = [:]

    /// `series` are the scored rows, with powers as they are scored, their times moved by `secondsMoved`; the windows must
    /// be among them. `path` is what errors call the file.
    package init(
        _ file: Safetensors, path: String, series: [PredictionSeries], secondsMoved: Int = 0
    ) throws(AttentionFileError) {
        for name in file.tensors.keys.sorted() {
            guard let place = Place(name) else { throw .name(path: path, tensor: name) }
            guard series.contains(where: { $0.appliance == place.appliance }) else {
                throw .appliance(path: path, tensor: name, known: Set(series.map(\.appliance)).sorted())
            }
            if !windows.contains(where: { $0.appliance == place.appliance }) {
                windows.append(
                    try Self.window(
                        of: place.appliance, file.metadata, path: path, series: series, secondsMoved: secondsMoved))
            }
            guard let window = windows.first(where: { $0.appliance == place.appliance }),
                let rows = series.rows(of: window), let tensor = file.tensors[name]
            else { preconditionFailure("the window was found above") }
            try Self.check(tensor, name, path: path)
            let (heads, keys) = (tensor.shape[0], tensor.shape[1])
            let pooled = Self.pooled(tensor, to: AttentionSample.mostCells)
            let kept = "\(window.id)/layer\(place.layer)/\(place.scale.rawValue)"
            tensors[kept] = pooled
            maps.append(
                AttentionMap(
                    appliance: place.appliance, window: window.id, layer: place.layer, scale: place.scale, tensor: kept,
                    heads: heads, keys: keys, cells: pooled.shape[1], seconds: window.steps * rows.periodS))
        }
        maps.sort {
            ($0.appliance, $0.layer, $0.scale == .fine ? 0 : 1) < ($1.appliance, $1.layer, $1.scale == .fine ? 0 : 1)
        }
    }

    /// What a tensor's name says.
    private struct Place {
        var appliance: String
        var layer: Int
        var scale: AttentionMap.Scale

        init?(_ name: String) {
            let parts = name.split(separator: "/").map(String.init)
            guard parts.count == 3, parts[1].hasPrefix("layer"), let layer = Int(parts[1].dropFirst("layer".count)),
                (0..<10_000).contains(layer), let scale = AttentionMap.Scale(rawValue: parts[2])
            else { return nil }
            (appliance, self.layer, self.scale) = (parts[0], layer, scale)
        }
    }

    private static func window(
        of appliance: String, _ metadata: [String: String], path: String, series: [PredictionSeries], secondsMoved: Int
    ) throws(AttentionFileError) -> ShownWindow {
        func number(_ key: String) throws(AttentionFileError) -> Int {
            guard let text = metadata["\(appliance).\(key)"], let value = Int(text), value >= 0 else {
                throw .metadata(path: path, key: "\(appliance).\(key)", got: metadata["\(appliance).\(key)"])
            }
            return value
        }
        let (given, steps) = (try number("start"), try number("steps"))
        let own = series.filter { $0.appliance == appliance }
        let (start, isOverflow) = given.addingReportingOverflow(secondsMoved)
        guard steps > 0, !isOverflow, let part = own.first(where: { $0.holds(start: start, steps: steps) }),
            let truth = part.truthW
        else { throw .window(path: path, appliance: appliance, start: given, steps: steps) }
        let first = (start - part.start) / part.periodS
        var sum = 0.0
        for row in first..<first + steps { sum += abs(Double(part.predictionW[row]) - Double(truth[row])) }
        return ShownWindow(
            id: "\(appliance)-attention", appliance: appliance, house: part.house,
            start: part.start + first * part.periodS,
            steps: steps, rule: .importedAttention, maeW: sum / Double(steps))
    }

    private static func check(_ tensor: Safetensors.Tensor, _ name: String, path: String) throws(AttentionFileError) {
        guard tensor.shape.count == 3, tensor.shape[1] == tensor.shape[2], tensor.shape.allSatisfy({ $0 > 0 }) else {
            throw .shape(path: path, tensor: name, got: tensor.shape)
        }
        let cells = tensor.shape[2]
        for start in stride(from: 0, to: tensor.values.count, by: cells) {
            let row = tensor.values[start..<start + cells]
            let sum = row.reduce(0, +)
            // NaN is in no range.
            guard row.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= sumTolerance else {
                throw .weights(
                    path: path, tensor: name, head: start / cells / cells, query: start / cells % cells, sum: sum)
            }
        }
    }

    /// Runs of neighbours averaged over queries and summed over keys, so that at most `limit` cells a side are left and
    /// rows still add up to 1. Shapes: (heads, cells, cells) in and out.
    private static func pooled(_ tensor: Safetensors.Tensor, to limit: Int) -> Safetensors.Tensor {
        let (heads, keys) = (tensor.shape[0], tensor.shape[1])
        let run = (keys + limit - 1) / limit
        if run == 1 { return tensor }
        let cells = (keys + run - 1) / run
        var values = [Float](repeating: 0, count: heads * cells * cells)
        for head in 0..<heads {
            for query in 0..<keys {
                let cell = query / run
                let queries = Float(min(run, keys - cell * run))
                for key in 0..<keys {
                    values[(head * cells + cell) * cells + key / run] +=
                        tensor.values[(head * keys + query) * keys + key] / queries
                }
            }
        }
        return Safetensors.Tensor(shape: [heads, cells, cells], values: values)
    }
}

extension PredictionSeries {
    /// Whether all rows of a window are here; a start within a period is that of the period.
    fileprivate func holds(start: Int, steps: Int) -> Bool {
        start >= self.start && steps <= predictionW.count
            && (start - self.start) / periodS <= predictionW.count - steps
    }
}
