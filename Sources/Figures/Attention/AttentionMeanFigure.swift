import Foundation
import Plotting
import Runs

/// The mean attention of all heads: a row a layer, the fine map beside the coarse one on one time axis and in one colour
/// scale, with the aggregate and the truth above.
struct AttentionMeanFigure {
    private let attention: AttentionWindow
    private let lifts: [(map: AttentionMap, cells: Cells)]
    private let range: LiftRange

    private static let (left, gap, titleHeight, signalHeight) = (66.0, 56.0, 20.0, 70.0)

    init(_ attention: AttentionWindow) {
        self.attention = attention
        lifts = attention.maps.map { ($0.description, AttentionLift.mean($0.weights)) }
        range = LiftRange(lifts.map(\.cells))
    }

    var figure: Figure {
        let layers = attention.layers
        let scales = attention.scales
        let side = layers.count > 2 ? 216.0 : 244.0
        let columns = Double(scales.count)
        let mapsWidth = columns * side + (columns - 1) * Self.gap
        // A page as wide as the other figures at least, so that the heading has room.
        let width = max(Self.left + mapsWidth + AttentionColorBar.room + PageLayout.margin, PageLayout.width)
        let title = "Attention, mean over heads; \(attention.heading)"
        let head = PageLayout(title: title, notes: notes, width: width)
        var marks = head.marks
        var y = head.bottom
        if let rows = attention.rows {
            let entries =
                [Legend.Entry("aggregate", .line(SeriesStyle.aggregate))]
                + (rows.truthW == nil ? [] : [Legend.Entry("truth", .line(SeriesStyle.truth))])
            marks.append(Legend(entries, at: Point(x: Self.left, y: y), width: mapsWidth))
            y += 14
            for index in scales.indices {
                let x = Self.left + Double(index) * (side + Self.gap)
                marks += signal(rows, Rect(x: x, y: y, width: side, height: Self.signalHeight), labels: index == 0)
            }
            y += Self.signalHeight + 12
        }
        let top = y + Self.titleHeight - 6
        var maps: [HeatMap] = []
        for layer in layers {
            for (index, scale) in scales.enumerated() {
                guard let lift = lifts.first(where: { $0.map.layer == layer && $0.map.scale == scale }) else {
                    continue
                }
                let x = Self.left + Double(index) * (side + Self.gap)
                marks.append(
                    Label(
                        "Layer \(layer + 1), \(scale.rawValue), \(lift.map.keys) keys",
                        at: Point(x: x, y: y + Self.titleHeight - 11), TextStyle(size: 10, bold: true), width: side))
                let rect = Rect(x: x, y: y + Self.titleHeight - 6, width: side, height: side)
                let frame = Frame(rect, x: attention.time.scale, y: attention.time.scale, direction: .down)
                let map = attention.heatMap(lift.cells, of: lift.map, in: frame, range)
                maps.append(map)
                marks.append(map)
                let isFirst = index == 0
                marks.append(
                    Axis(.left, of: frame, title: isFirst ? "query time" : nil, isFirst ? [.labels] : [], room: 52))
                let isLast = layer == layers.last
                marks.append(Axis(.bottom, of: frame, title: isLast ? "key time" : nil, isLast ? [.labels] : []))
            }
            y += Self.titleHeight + side
        }
        marks.append(
            AttentionColorBar.mark(
                beside: Rect(x: Self.left, y: top, width: mapsWidth, height: side), range))
        let bottom = y + 42
        marks.append(
            ReductionNote(
                of: maps, at: Point(x: PageLayout.margin, y: bottom + 8), PageLayout.note,
                width: width - 2 * PageLayout.margin))
        return Figure(
            id: FigureID.id("attention", attention.window.id), section: .attention,
            appliance: attention.window.appliance, window: attention.window.id, description: sentence,
            scene: Scene(
                size: Size(width: width, height: bottom + PageLayout.margin + 4), title: title, description: sentence,
                marks: marks))
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
            Axis(.left, of: frame, title: labels ? "power (W)" : nil, labels ? [.labels, .grid] : [.grid], room: 52),
            Axis(.bottom, of: frame, []),
            Group(
                "data", clip: rect,
                [line(rows.aggregateW, SeriesStyle.aggregate)]
                    + (rows.truthW.map { [line($0, SeriesStyle.truth)] } ?? [])),
        ]
    }

    private var notes: [String] {
        [
            "Each row of a map is a query: how it spreads its attention over the keys. Both axes: \(attention.time.title)",
            AttentionColorBar.note(range),
        ]
    }

    private var sentence: String {
        let parts = attention.scales.map { scale -> String in
            let ofScale = lifts.filter { $0.map.scale == scale }
            let peaks = ofScale.compactMap { lift in
                lift.cells.values.indices.filter { lift.cells.values[$0].isFinite }
                    .max { lift.cells.values[$0] < lift.cells.values[$1] }.map { (lift, $0) }
            }
            guard let (lift, index) = peaks.max(by: { $0.0.cells.values[$0.1] < $1.0.cells.values[$1.1] }) else {
                return scale.rawValue
            }
            let times = NumberText.significant(Double(exp2(lift.cells.values[index])), digits: 2)
            func moment(_ cell: Int) -> String {
                attention.time.text(after: cell * lift.map.seconds / lift.cells.columns)
            }
            return "the strongest \(scale.rawValue) weight is \(times) times a uniform one, in layer "
                + "\(lift.map.layer + 1) from the query at \(moment(index / lift.cells.columns)) to the key at "
                + moment(index % lift.cells.columns)
        }
        return "\(attention.window.appliance), \(attention.layers.count) layers: " + parts.joined(separator: "; ") + "."
    }
}
