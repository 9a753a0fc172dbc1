import Plots
import Runs

/// The attention maps, and what each head's map amounts to.
struct AttentionView {
    struct Row {
        let tensor: String
        let window: String
        let layer: String
        let scale: String
        let heads: String
        let keys: String
        let cells: String
        let seconds: String
    }

    /// A head of a layer at a scale, or an even spread in its place.
    struct Head {
        let name: String
        let isEven: Bool
        /// Entropy, distance, diagonal, sink, event lift, divergence.
        let values: [ValueView]
    }

    /// The heads of one window's maps.
    struct Window {
        let name: String
        let sentence: String
        let summary: String
        let tolerance: String
        /// Whether the heads are listed.
        let hasHeads: Bool
        let heads: [Head]
    }

    let hasRows: Bool
    let count: String
    let rows: [Row]
    let hasWindows: Bool
    let windows: [Window]
    let hasAblations: Bool
    let ablations: [AblationView]
    let drawn: FigureList

    init(_ results: Results, tables: TableLength, drawn: FigureList) {
        rows = results.attention.prefix(tables.rows).map { map in
            Row(
                tensor: map.tensor, window: map.window, layer: String(map.layer + 1),
                scale: Self.scaleName(map.scale, map.steps),
                heads: String(map.heads), keys: AmountText.count(map.keys), cells: AmountText.count(map.cells),
                seconds: AmountText.count(map.seconds))
        }
        hasRows = !rows.isEmpty
        count = String(rows.count)
        var names: [String] = []
        for map in results.attention where !names.contains(map.window) { names.append(map.window) }
        windows = names.compactMap { name in Self.window(name, results.attention.filter { $0.window == name }, tables) }
        hasWindows = !windows.isEmpty
        ablations = results.appliances.compactMap(AblationView.init)
        hasAblations = !ablations.isEmpty
        self.drawn = drawn
    }

    private static func window(_ name: String, _ maps: [AttentionMap], _ tables: TableLength) -> Window? {
        let measured = maps.compactMap { map in map.statistics.map { (map: map, statistics: $0) } }
        guard let first = measured.first else { return nil }
        let heads = measured.flatMap { map, statistics -> [Head] in
            let place = "layer \(map.layer + 1), \(scaleName(map.scale, map.steps))"
            return statistics.heads.enumerated().map { head, values in
                Head(name: "\(place), head \(head + 1)", isEven: false, values: cells(values))
            } + [Head(name: "\(place), an even spread", isEven: true, values: cells(statistics.even))]
        }
        return Window(
            name: name, sentence: sentence(first.map.appliance, measured),
            summary: "What each of the \(heads.filter { !$0.isEven }.count) heads does in the window \(name)",
            tolerance: AmountText.duration(seconds: first.statistics.toleranceS), hasHeads: tables.hasFigureTables,
            heads: heads)
    }

    /// `fine`, or `coarse (4 steps)`.
    private static func scaleName(_ scale: AttentionMap.Scale, _ steps: Int?) -> String {
        guard scale == .coarse, let steps else { return scale.rawValue }
        return "\(scale.rawValue) (\(steps) steps a key)"
    }

    private static func cells(_ head: HeadStatistics) -> [ValueView] {
        [
            .fixed(head.entropy, decimals: 3), .significant(head.distanceMin),
            .fixed(100 * head.diagonal, decimals: 1), .fixed(100 * head.sink, decimals: 1),
            .fixed(head.eventLift, decimals: 2, reason: "no on or off edge in this window, or no key away from one"),
            .fixed(head.divergence, decimals: 3, reason: "the layer has no fine and coarse scale"),
        ]
    }

    /// The head that looks most at the appliance's edges, and the one that is least even.
    private static func sentence(
        _ appliance: String, _ maps: [(map: AttentionMap, statistics: AttentionStatistics)]
    ) -> String {
        let heads = maps.flatMap { map, statistics in
            statistics.heads.enumerated().map { (map: map, head: $0, values: $1) }
        }
        func name(_ map: AttentionMap, _ head: Int) -> String {
            "\(Self.scaleName(map.scale, map.steps)) head \(head + 1) of layer \(map.layer + 1)"
        }
        var text = ""
        if let sharpest = heads.min(by: { $0.values.entropy < $1.values.entropy }) {
            text =
                "\(appliance): the least even is \(name(sharpest.map, sharpest.head)) (entropy "
                + "\(NumberText.fixed(sharpest.values.entropy, decimals: 2)) of 1)"
        }
        let lifts = heads.compactMap { head in head.values.eventLift.map { (head, $0) } }
        if let (head, lift) = lifts.max(by: { $0.1 < $1.1 }) {
            text +=
                "; of all heads, \(name(head.map, head.head)) looks most at the moments when \(appliance) is switched: "
                + "\(NumberText.fixed(lift, decimals: 2)) times as much as an even spread would"
        }
        return text + "."
    }
}
