import Runs
import Support

/// The attention maps of one shown window with their weights, which have the shapes that results.json names.
struct AttentionWindow {
    struct Map {
        var description: AttentionMap
        /// Shapes: (heads, cells, cells).
        var weights: Safetensors.Tensor
        /// How much of its scale the gate lets through at each time step, 0 to 1; nil where no gate mixes the scales.
        var share: [Float]?

        /// Even attention to the keys within reach, pooled as the weights are: averaged over a row's queries and summed over
        /// a cell's keys; 0 out of reach. nil where every key is within reach.
        ///
        /// Shape: (cells, cells).
        let even: [Float]?

        init(description: AttentionMap, weights: Safetensors.Tensor, share: [Float]? = nil) {
            self.description = description
            self.weights = weights
            self.share = share
            even = Self.even(description)
        }

        /// Keys that a row's queries can reach, on average.
        func reachableKeys(row: Int) -> Float {
            let queries = description.queries(row: row)
            return Float(queries.reduce(0) { $0 + description.reach(of: $1).count }) / Float(queries.count)
        }

        private static func even(_ map: AttentionMap) -> [Float]? {
            guard map.band != nil else { return nil }
            let (cells, run) = (map.cells, map.run)
            var even = [Float](repeating: 0, count: cells * cells)
            for row in 0..<cells {
                let queries = map.queries(row: row)
                for query in queries {
                    let reach = map.reach(of: query)
                    let weight = 1 / Float(reach.count * queries.count)
                    for cell in reach.lowerBound / run...reach.upperBound / run {
                        let own = reach.clamped(to: cell * run...(cell + 1) * run - 1)
                        even[row * cells + cell] += Float(own.count) * weight
                    }
                }
            }
            return even
        }
    }

    /// The maps of one scale, in one column of a figure.
    struct Column: Equatable {
        /// `fine`, `coarse`, or `coarse (1 min a key)` where several scales are coarse.
        var name: Text
        var scale: AttentionMap.Scale
        var keys: Int
        /// That the keys cover together.
        var seconds: Int

        func holds(_ map: AttentionMap) -> Bool { map.scale == scale && map.keys == keys }
    }

    let window: ShownWindow
    /// The window's samples; nil if the predictions do not hold them.
    let rows: PredictionSeries?
    let time: TimeAxis
    /// In the order of layers.
    let maps: [Map]

    init(
        _ window: ShownWindow, in contents: RunContents, clock: LocalClock?
    ) throws(FigureError) {
        self.window = window
        rows = contents.rows(of: window)
        time = TimeAxis(
            clock: clock, start: window.start, seconds: window.steps * contents.results.run.data.periodS)
        var maps: [Map] = []
        for description in contents.results.attention where description.window == window.id {
            guard description.seconds > 0, time.seconds > 0 else {
                throw .mapWithoutTime(tensor: description.tensor, seconds: min(description.seconds, time.seconds))
            }
            guard let weights = contents.attention[description.tensor] else {
                throw .tensorMissing(name: description.tensor)
            }
            let expected = [description.heads, description.cells, description.cells]
            guard weights.shape == expected, expected.allSatisfy({ $0 > 0 }) else {
                throw .tensorShape(name: description.tensor, expected: expected, got: weights.shape)
            }
            var share: [Float]?
            if let name = description.share {
                guard let tensor = contents.attention[name] else { throw .tensorMissing(name: name) }
                guard tensor.shape == [window.steps] else {
                    throw .tensorShape(name: name, expected: [window.steps], got: tensor.shape)
                }
                share = tensor.values
            }
            maps.append(Map(description: description, weights: weights, share: share))
        }
        self.maps = maps.sorted { $0.description.layer < $1.description.layer }
    }

    /// The scales that have maps, the finest first.
    var columns: [Column] {
        var columns: [Column] = []
        for map in maps.map(\.description)
        where !columns.contains(where: { $0.scale == map.scale && $0.keys == map.keys }) {
            columns.append(Column(name: map.scale.name, scale: map.scale, keys: map.keys, seconds: map.seconds))
        }
        columns.sort { ($0.scale == .fine ? 0 : 1, -$0.keys) < ($1.scale == .fine ? 0 : 1, -$1.keys) }
        return columns.map { column in
            var column = column
            if columns.filter({ $0.scale == column.scale }).count > 1 {
                let length = DurationScale.text(column.seconds / column.keys)
                column.name = Text("\(column.name) (\(length) a key)", es: "\(column.name) (\(length) por clave)")
            }
            return column
        }
    }

    /// The numbers of the layers that have maps, ascending.
    var layers: [Int] { Set(maps.map(\.description.layer)).sorted() }

    func map(layer: Int, _ column: Column) -> Map? {
        maps.first { $0.description.layer == layer && column.holds($0.description) }
    }

    func column(of map: AttentionMap) -> Column? { columns.first { $0.holds(map) } }

    /// How a matrix of the map, log2(weight x n), lies on the axes of `frame`: keys to the right, queries down, both in time.
    func heatMap(_ cells: Cells, of map: AttentionMap, in frame: Frame) -> HeatMap {
        let covered = time.value(after: 0)...time.value(after: Double(map.seconds))
        return HeatMap(cells, in: frame, x: covered, y: covered, range: LiftRange.range, reduction: .logMean)
    }

    /// `kettle, house 2: best of 202 windows by MAE`
    var heading: Text { Text(same: "\(window.appliance), \(HouseName.text(window.house)): \(window.rule.text)") }
}

extension AttentionMap {
    /// Keys in a cell, and queries in a row; the last ones may be fewer.
    fileprivate var run: Int { (keys + cells - 1) / cells }

    fileprivate func queries(row: Int) -> Range<Int> { min(row * run, keys - 1)..<min((row + 1) * run, keys) }

    /// The keys that a query can reach.
    fileprivate func reach(of query: Int) -> ClosedRange<Int> {
        guard let band else { return 0...keys - 1 }
        return max(query - band, 0)...min(query + band, keys - 1)
    }
}

extension AttentionMap.Scale {
    package var name: Text {
        switch self {
        case .fine: Text("fine", es: "fina")
        case .coarse: Text("coarse", es: "gruesa")
        }
    }
}
