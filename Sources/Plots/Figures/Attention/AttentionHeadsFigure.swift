import Foundation
import Runs
import Support

/// Every head of every layer as small multiples: a row a layer, the heads of the fine scale beside those of the coarse
/// one.
struct AttentionHeadsFigure {
    private let attention: AttentionWindow
    private let lifts: [(map: AttentionMap, head: Int, cells: Cells)]
    private let range: LiftRange

    private static let (left, gap, scaleGap, titleHeight) = (82.0, 8.0, 18.0, 18.0)
    /// Narrower maps than this have no room for "layer 1, head 1".
    private static let leastLabelledSide = 90.0

    init(_ attention: AttentionWindow) {
        self.attention = attention
        lifts = attention.maps.flatMap { map in
            (0..<map.description.heads).map { head in
                (map: map.description, head: head, cells: AttentionLift.head(head, of: map.weights, even: map.even))
            }
        }
        range = LiftRange(lifts.map(\.cells))
    }

    var figure: Figure {
        let layers = attention.layers
        let scales = attention.columns
        let heads = lifts.map { $0.head + 1 }.max() ?? 1
        let title = Text(
            "Attention of each head; \(attention.heading)", es: "Atención de cada cabeza; \(attention.heading)")
        let head = PageLayout(
            title: title,
            notes: [
                Text(
                    "Keys run to the right, queries down. Both axes: \(attention.time.title)",
                    es: "Las claves van hacia la derecha y las consultas hacia abajo. Ambos ejes: "
                        + "\(attention.time.title)"),
                AttentionColorBar.note(range),
            ])
        let mapsWidth = PageLayout.width - Self.left - AttentionColorBar.room - PageLayout.margin
        let blockWidth = (mapsWidth - Self.scaleGap * Double(scales.count - 1)) / Double(scales.count)
        let side = (blockWidth - Self.gap * Double(heads - 1)) / Double(heads)
        let pitch = side + Self.titleHeight
        let area = Rect(
            x: Self.left, y: head.bottom + 20, width: mapsWidth, height: pitch * Double(layers.count) - Self.titleHeight
        )
        var marks = head.marks
        var maps: [HeatMap] = []
        for (block, scale) in scales.enumerated() {
            let x = area.x + Double(block) * (blockWidth + Self.scaleGap)
            marks.append(
                Label(
                    Text("\(scale.name) scale", es: "escala \(scale.name)"), at: Point(x: x, y: area.y - 18),
                    TextStyle(size: 10, bold: true),
                    width: blockWidth))
            let grid = GridLayout(
                rows: layers.count, columns: heads,
                in: Rect(x: x, y: area.y, width: blockWidth, height: area.height),
                gap: Size(width: Self.gap, height: Self.titleHeight))
            for lift in lifts where attention.column(of: lift.map) == scale {
                guard let row = layers.firstIndex(of: lift.map.layer) else { continue }
                let rect = grid[row, lift.head]
                let frame = Frame(rect, x: attention.time.scale, y: attention.time.scale, direction: .down)
                let map = attention.heatMap(lift.cells, of: lift.map, in: frame)
                maps.append(map)
                marks.append(map)
                marks.append(
                    Label(
                        side > Self.leastLabelledSide
                            ? Text(
                                "layer \(lift.map.layer + 1), head \(lift.head + 1)",
                                es: "capa \(lift.map.layer + 1), cabeza \(lift.head + 1)")
                            : Text(same: "\(lift.map.layer + 1).\(lift.head + 1)"),
                        at: Point(x: rect.x, y: rect.y - 4), TextStyle(size: 9.5), width: side))
                // The times of all maps are the same: labels stand at the left and under the first column, where those
                // of neighbours cannot touch.
                let isFirst = block == 0 && lift.head == 0
                let hasKeyLabels = isFirst && row == layers.count - 1
                marks.append(
                    Axis(
                        .left, of: frame, title: isFirst ? Text("query", es: "consulta") : nil,
                        isFirst ? [.labels] : [], room: 66))
                marks.append(
                    Axis(
                        .bottom, of: frame, title: hasKeyLabels ? Text("key", es: "clave") : nil,
                        hasKeyLabels ? [.labels] : []))
            }
        }
        marks.append(AttentionColorBar.mark(beside: area))
        let bottom = area.maxY + 54
        marks.append(
            ReductionNote(
                of: maps, at: Point(x: PageLayout.margin, y: bottom + 8), PageLayout.note,
                width: PageLayout.width - 2 * PageLayout.margin))
        let description = sentence(layers: layers.count, heads: heads)
        return Figure(
            id: FigureID.id("attention", attention.window.id, "heads"), section: .attention, kind: .heads,
            appliance: attention.window.appliance, window: attention.window.id,
            scene: Scene(
                size: Size(width: PageLayout.width, height: bottom + PageLayout.margin + 4), title: title,
                description: description, marks: marks))
    }

    private func sentence(layers: Int, heads: Int) -> Text {
        let scales = attention.columns.count
        let place = Text(
            "\(attention.window.appliance), \(layers) \(layers == 1 ? "layer" : "layers") of \(heads) "
                + "\(heads == 1 ? "head" : "heads") at \(scales == 1 ? "one scale" : "each of \(scales) scales")",
            es: "\(attention.window.appliance), \(layers) \(layers == 1 ? "capa" : "capas") de \(heads) "
                + "\(heads == 1 ? "cabeza" : "cabezas") en "
                + "\(scales == 1 ? "una escala" : "cada una de \(scales) escalas")")
        let peaks = lifts.map { lift in (lift, lift.cells.values.filter(\.isFinite).max() ?? 0) }
        guard let (lift, peak) = peaks.max(by: { $0.1 < $1.1 }), let scale = attention.column(of: lift.map)?.name else {
            return place + Text(verbatim: ".")
        }
        let times = NumberText.significant(Double(exp2(peak)), digits: 2)
        return place
            + Text(
                ": the strongest weight is \(times) times a uniform one, in \(scale) head \(lift.head + 1) of layer "
                    + "\(lift.map.layer + 1).",
                es: ": el mayor peso es \(times) veces uno uniforme, en la cabeza \(lift.head + 1) (\(scale)) de la "
                    + "capa \(lift.map.layer + 1).")
    }
}
