import Foundation
import Runs
import Support

/// The mean attention of all heads: a row a layer, the fine map beside the coarse one on one time axis and in one colour
/// scale. Above them the aggregate and the truth, and what the queries look at while the appliance is on.
struct AttentionMeanFigure {
    private let attention: AttentionWindow
    private let profile: AttentionProfile
    private let lifts: [(map: AttentionMap, cells: Cells)]
    private let range: LiftRange

    private static let (left, gap, titleHeight) = (82.0, 56.0, 20.0)
    private static let (signalHeight, profileHeight, shareHeight) = (70.0, 66.0, 44.0)
    /// Names of groups by which the page's script finds what it changes.
    static let (mapGroup, profileGroup, profileTitleGroup) = ("map", "profile", "profile-title")

    init(_ attention: AttentionWindow, onThresholdW: Double) {
        self.attention = attention
        profile = AttentionProfile(of: attention, onThresholdW: onThresholdW)
        lifts = attention.maps.map { ($0.description, AttentionLift.mean($0.weights, even: $0.even)) }
        range = LiftRange(lifts.map(\.cells))
    }

    /// Where everything stands, in points.
    private struct Layout {
        var head: PageLayout
        var width: Double
        var columns: [Double]
        var side: Double
        /// nil without the window's samples.
        var signal: Double?
        var profile: Double
        /// nil where no gate mixes the scales.
        var share: Double?
        /// Upper edges of the maps, one a layer.
        var rows: [Double]
        var bottom: Double

        /// The widths of all columns and what is between them.
        var mapsWidth: Double { columns[columns.count - 1] + side - columns[0] }
    }

    private var title: Text {
        Text(
            "Attention, mean over heads; \(attention.heading)",
            es: "Atención, media de las cabezas; \(attention.heading)")
    }

    private var layout: Layout {
        let (layers, scales) = (attention.layers, attention.columns)
        let side = layers.count > 2 || scales.count > 2 ? 216.0 : 244.0
        let columns = scales.indices.map { Self.left + Double($0) * (side + Self.gap) }
        // A page as wide as the other figures at least, so that the heading has room.
        let right = (columns.last ?? Self.left) + side + AttentionColorBar.room + PageLayout.margin
        let width = max(right, PageLayout.width)
        let head = PageLayout(
            title: title,
            notes: [
                Text(
                    "Each row of a map is a query: how it spreads its attention over the keys. Both axes: "
                        + "\(attention.time.title)",
                    es: "Cada fila de un mapa es una consulta: cómo reparte su atención entre las claves. Ambos ejes: "
                        + "\(attention.time.title)"),
                AttentionColorBar.note(range),
            ], width: width)
        var y = head.bottom
        var signal: Double?
        if attention.rows != nil {
            signal = y + 14
            y += 14 + Self.signalHeight + 12
        }
        let profile = y + 26
        y = profile + Self.profileHeight + 12
        var share: Double?
        if attention.maps.contains(where: { $0.share != nil }) {
            share = y + 18
            y += 18 + Self.shareHeight + 12
        }
        let rows = layers.indices.map { y + Double($0) * (side + Self.titleHeight) + Self.titleHeight - 6 }
        return Layout(
            head: head, width: width, columns: columns, side: side, signal: signal, profile: profile, share: share,
            rows: rows,
            bottom: (rows.last ?? y) + side + 60)
    }

    var figure: Figure {
        let layout = layout
        var marks = layout.head.marks
        if let rows = attention.rows, let top = layout.signal {
            let entries =
                [Legend.Entry(FigureWords.aggregate, .line(SeriesStyle.aggregate))]
                + (rows.truthW == nil ? [] : [Legend.Entry(FigureWords.truth, .line(SeriesStyle.truth))])
            marks.append(Legend(entries, at: Point(x: Self.left, y: top - 14), width: layout.mapsWidth))
            for (index, x) in layout.columns.enumerated() {
                marks += signal(
                    rows, Rect(x: x, y: top, width: layout.side, height: Self.signalHeight), labels: index == 0)
            }
        }
        marks += profiles(layout)
        if let top = layout.share { marks += shares(layout, top: top) }
        var maps: [HeatMap] = []
        for (row, layer) in attention.layers.enumerated() {
            for (column, scale) in attention.columns.enumerated() {
                guard let lift = lift(layer, scale) else { continue }
                let rect = Rect(
                    x: layout.columns[column], y: layout.rows[row], width: layout.side, height: layout.side)
                marks.append(
                    Label(
                        Text(
                            "Layer \(layer + 1), \(scale.name), \(lift.map.keys) keys",
                            es: "Capa \(layer + 1), \(scale.name), \(lift.map.keys) claves"),
                        at: Point(x: rect.x, y: rect.y - 5), TextStyle(size: 10, bold: true), width: layout.side))
                let frame = Frame(rect, x: attention.time.scale, y: attention.time.scale, direction: .down)
                let map = attention.heatMap(lift.cells, of: lift.map, in: frame)
                maps.append(map)
                marks.append(Group(Self.mapGroup, [map]))
                let isFirst = column == 0
                marks.append(
                    Axis(
                        .left, of: frame, title: isFirst ? Text("query time", es: "tiempo de la consulta") : nil,
                        isFirst ? [.labels] : [], room: 66))
                let isLast = row == attention.layers.count - 1
                marks.append(
                    Axis(
                        .bottom, of: frame, title: isLast ? Text("key time", es: "tiempo de la clave") : nil,
                        isLast ? [.labels] : []))
            }
        }
        marks.append(
            AttentionColorBar.mark(
                beside: Rect(
                    x: Self.left, y: layout.rows.first ?? 0, width: layout.mapsWidth, height: layout.side)))
        marks.append(
            ReductionNote(
                of: maps, at: Point(x: PageLayout.margin, y: layout.bottom + 2), PageLayout.note,
                width: layout.width - 2 * PageLayout.margin))
        return Figure(
            id: FigureID.id("attention", attention.window.id), section: .attention,
            appliance: attention.window.appliance, window: attention.window.id,
            scene: Scene(
                size: Size(width: layout.width, height: layout.bottom + PageLayout.margin),
                title: title, description: sentence, marks: marks),
            explorer: explorer(layout))
    }

    private func lift(_ layer: Int, _ scale: AttentionWindow.Column) -> (map: AttentionMap, cells: Cells)? {
        lifts.first { $0.map.layer == layer && attention.column(of: $0.map) == scale }
    }

    /// Aggregate and truth over the same time axis as the map below.
    private func signal(_ rows: PredictionSeries, _ rect: Rect, labels: Bool) -> [any Mark] {
        let summary = WindowSummary(rows)
        let low = min(summary.aggregateLowW, rows.truthW == nil ? 0 : summary.applianceLowW, 0)
        let frame = Frame(
            rect, x: attention.time.scale,
            y: LinearScale.covering(low, max(summary.aggregatePeakW, summary.truthPeakW ?? 0, 1), ticks: 3))
        func line(_ values: [Float], _ stroke: Stroke) -> Line {
            let samples = Samples(
                start: attention.time.value(after: 0), step: Double(rows.periodS), values: values)
            return Line(samples.points(width: rect.width), in: frame, stroke)
        }
        return [
            Axis(
                .left, of: frame, title: labels ? FigureWords.powerW : nil, labels ? [.labels, .grid] : [.grid],
                room: 66),
            Axis(.bottom, of: frame, []),
            Group(
                "data", clip: rect,
                [line(rows.aggregateW, SeriesStyle.aggregate)]
                    + (rows.truthW.map { [line($0, SeriesStyle.truth)] } ?? [])),
        ]
    }

    /// A line a layer at each scale, in the colours' unit.
    private func profiles(_ layout: Layout) -> [any Mark] {
        let layers = attention.layers
        var marks: [any Mark] = [
            Group(
                Self.profileTitleGroup,
                [
                    Label(
                        Text("Mean of \(profile.words), all heads", es: "Media de \(profile.words), todas las cabezas"),
                        at: Point(x: Self.left, y: layout.profile - 17),
                        TextStyle(size: 10, bold: true), width: layout.mapsWidth)
                ]),
            Legend(
                layers.enumerated().map {
                    .init(Text("layer \($1 + 1)", es: "capa \($1 + 1)"), .line(Self.stroke($0)))
                },
                at: Point(x: Self.left, y: layout.profile - 7), width: layout.mapsWidth),
        ]
        for (column, scale) in attention.columns.enumerated() {
            let rect = Rect(
                x: layout.columns[column], y: layout.profile, width: layout.side, height: Self.profileHeight)
            let frame = Frame(rect, x: attention.time.scale, y: LiftScale())
            let isFirst = column == 0
            marks.append(
                Axis(
                    .left, of: frame, title: isFirst ? Text("times even", es: "veces lo uniforme") : nil,
                    isFirst ? [.labels, .grid] : [.grid],
                    room: 66))
            marks.append(Axis(.bottom, of: frame, []))
            marks.append(Rule(.y(0), in: frame, SeriesStyle.reference))
            for (index, layer) in layers.enumerated() {
                guard let lift = lift(layer, scale) else { continue }
                let values = profile.lift(lift.cells, seconds: Double(lift.map.seconds)).map(LiftRange.clamped)
                let step = Double(lift.map.seconds) / Double(values.count)
                // A key's value holds over its time.
                let points = values.enumerated().flatMap { key, value in
                    [Double(key), Double(key + 1)].map {
                        Point(x: attention.time.value(after: $0 * step), y: Double(value))
                    }
                }
                marks.append(Group(Self.profileGroup, clip: rect, [Line(points, in: frame, Self.stroke(index))]))
            }
        }
        return marks
    }

    /// How much of each scale the gate lets through over time, a line a layer.
    private func shares(_ layout: Layout, top: Double) -> [any Mark] {
        var marks: [any Mark] = [
            Label(
                Text(
                    "Share of each scale, as the gate mixes them",
                    es: "Parte de cada escala, según las mezcla la puerta"),
                at: Point(x: Self.left, y: top - 6),
                TextStyle(size: 10, bold: true), width: layout.mapsWidth)
        ]
        for (column, scale) in attention.columns.enumerated() {
            let rect = Rect(x: layout.columns[column], y: top, width: layout.side, height: Self.shareHeight)
            let frame = Frame(rect, x: attention.time.scale, y: LinearScale(0...1))
            let isFirst = column == 0
            marks.append(
                Axis(
                    .left, of: frame, title: isFirst ? Text("share", es: "parte") : nil,
                    isFirst ? [.labels, .grid] : [.grid], room: 66))
            marks.append(Axis(.bottom, of: frame, []))
            for (index, layer) in attention.layers.enumerated() {
                guard let values = attention.map(layer: layer, scale)?.share else { continue }
                let samples = Samples(
                    start: attention.time.value(after: 0),
                    step: Double(attention.time.seconds) / Double(values.count), values: values)
                marks.append(Line(samples.points(width: rect.width), in: frame, Self.stroke(index)))
            }
        }
        return marks
    }

    private static func stroke(_ index: Int) -> Stroke {
        let dashes: [[Double]] = [[], [5, 2], [2, 2], [7, 2, 2, 2]]
        return Stroke(.series(index), width: 1.25, dash: dashes[index % dashes.count])
    }

    /// What the page's script needs to show other heads, a cross-hair, and the profile of a chosen span.
    private func explorer(_ layout: Layout) -> AttentionExplorer {
        let scales = attention.columns
        return AttentionExplorer(
            attention, profile,
            geometry: AttentionExplorer.Geometry(
                columns: layout.columns, rows: layout.rows, side: layout.side, signal: layout.signal,
                signalHeight: Self.signalHeight, profile: layout.profile, profileHeight: Self.profileHeight),
            maps: attention.layers.map { layer in scales.map { attention.map(layer: layer, $0) } })
    }

    private var sentence: Text {
        let parts = attention.columns.map { scale -> Text in
            let ofScale = lifts.filter { attention.column(of: $0.map) == scale }
            let peaks = ofScale.compactMap { lift in
                lift.cells.values.indices.filter { lift.cells.values[$0].isFinite }
                    .max { lift.cells.values[$0] < lift.cells.values[$1] }.map { (lift, $0) }
            }
            guard let (lift, index) = peaks.max(by: { $0.0.cells.values[$0.1] < $1.0.cells.values[$1.1] }) else {
                return scale.name
            }
            let times = NumberText.significant(Double(exp2(lift.cells.values[index])), digits: 2)
            func moment(_ cell: Int) -> String {
                attention.time.text(after: cell * lift.map.seconds / lift.cells.columns)
            }
            let (query, key) = (moment(index / lift.cells.columns), moment(index % lift.cells.columns))
            return Text(
                "the strongest \(scale.name) weight is \(times) times a uniform one, in layer \(lift.map.layer + 1) "
                    + "from the query at \(query) to the key at \(key)",
                es: "en la escala \(scale.name) el mayor peso es \(times) veces uno uniforme, en la capa "
                    + "\(lift.map.layer + 1), de la consulta en \(query) a la clave en \(key)")
        }
        let layers = attention.layers.count
        let place = Text(
            "\(attention.window.appliance), \(layers) \(layers == 1 ? "layer" : "layers")",
            es: "\(attention.window.appliance), \(layers) \(layers == 1 ? "capa" : "capas")")
        return Text(same: "\(place): \(parts.joined(separator: "; ")).")
    }
}
