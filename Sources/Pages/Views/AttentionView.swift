import Plots
import Runs
import Support

/// The attention maps, and what each head's map amounts to.
struct AttentionView {
    struct Row {
        let tensor: String
        let window: String
        let layer: String
        let scale: Text
        let heads: String
        let keys: String
        let cells: String
        let seconds: String
    }

    /// A head of a layer at a scale, or an even spread in its place.
    struct Head {
        let name: Text
        let isEven: Bool
        /// Entropy, distance, diagonal, sink, event lift, divergence.
        let values: [ValueView]
    }

    /// The heads of one window's maps.
    struct Window {
        let name: String
        let sentence: Text
        let summary: Text
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
            let (layer, scale) = (map.layer + 1, scaleName(map.scale, map.steps))
            let place = Text("layer \(layer), \(scale), ", es: "capa \(layer), \(scale), ")
            return statistics.heads.enumerated().map { head, values in
                let name = Text("head \(head + 1)", es: "cabeza \(head + 1)")
                return Head(name: place + name, isEven: false, values: cells(values))
            } + [
                Head(
                    name: place + Text("an even spread", es: "un reparto uniforme"), isEven: true,
                    values: cells(statistics.even))
            ]
        }
        let count = heads.count { !$0.isEven }
        return Window(
            name: name, sentence: sentence(first.map.appliance, measured),
            summary: Text(
                "What each of the \(count) heads does in the window \(name)",
                es: "Qué hace cada una de las \(count) cabezas en la ventana \(name)"),
            tolerance: AmountText.duration(seconds: first.statistics.toleranceS), hasHeads: tables.hasFigureTables,
            heads: heads)
    }

    /// `fine`, or `coarse (4 steps)`.
    private static func scaleName(_ scale: AttentionMap.Scale, _ steps: Int?) -> Text {
        switch (scale, steps) {
        case (.fine, _): Text("fine", es: "fina")
        case (.coarse, nil): Text("coarse", es: "gruesa")
        case (.coarse, let steps?): Text("coarse (\(steps) steps a key)", es: "gruesa (\(steps) pasos por clave)")
        }
    }

    private static let noEdge = Text(
        "no on or off edge in this window, or no key away from one",
        es: "ningún encendido ni apagado en esta ventana, o ninguna clave lejos de uno")
    private static let oneScale = Text(
        "the layer has no fine and coarse scale", es: "la capa no tiene escala fina y gruesa")

    private static func cells(_ head: HeadStatistics) -> [ValueView] {
        [
            .fixed(head.entropy, decimals: 3), .significant(head.distanceMin),
            .fixed(100 * head.diagonal, decimals: 1), .fixed(100 * head.sink, decimals: 1),
            .fixed(head.eventLift, decimals: 2, reason: noEdge), .fixed(head.divergence, decimals: 3, reason: oneScale),
        ]
    }

    /// The head that looks most at the appliance's edges, and the one that is least even.
    private static func sentence(
        _ appliance: String, _ maps: [(map: AttentionMap, statistics: AttentionStatistics)]
    ) -> Text {
        let heads = maps.flatMap { map, statistics in
            statistics.heads.enumerated().map { (map: map, head: $0, values: $1) }
        }
        func name(_ map: AttentionMap, _ head: Int) -> Text {
            let (scale, layer) = (Self.scaleName(map.scale, map.steps), map.layer + 1)
            return Text(
                "\(scale) head \(head + 1) of layer \(layer)",
                es: "la cabeza \(head + 1) (\(scale)) de la capa \(layer)")
        }
        var text = Text(verbatim: "")
        if let sharpest = heads.min(by: { $0.values.entropy < $1.values.entropy }) {
            let name = name(sharpest.map, sharpest.head)
            let entropy = NumberText.fixed(sharpest.values.entropy, decimals: 2)
            text = Text(
                "\(appliance): the least even is \(name) (entropy \(entropy) of 1)",
                es: "\(appliance): la menos uniforme es \(name) (entropía \(entropy) de 1)")
        }
        let lifts = heads.compactMap { head in head.values.eventLift.map { (head, $0) } }
        if let (head, lift) = lifts.max(by: { $0.1 < $1.1 }) {
            let (name, times) = (name(head.map, head.head), NumberText.fixed(lift, decimals: 2))
            text =
                text
                + Text(
                    """
                    ; of all heads, \(name) looks most at the moments when \(appliance) is switched: \(times) times as much as \
                    an even spread would
                    """,
                    es: """
                        ; de todas, \(name) es la que más mira a los momentos en que \(appliance) se enciende o apaga: \
                        \(times) veces lo que un reparto uniforme
                        """)
        }
        return text + Text(verbatim: ".")
    }
}
