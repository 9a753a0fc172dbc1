import Runs
import Support

extension Figures {
    /// The mean absolute error of the model beside those of all baselines, for each appliance; and, of several
    /// appliances, an overview of the scores that are comparable between them.
    package static func metrics(_ results: Results) -> [FigureOutcome] {
        let scored = results.appliances.filter { $0.metrics[.maeW] != nil }
        guard !scored.isEmpty else {
            let reason: AbsenceMessage =
                results.appliances.isEmpty
                ? .noAppliance : .noTruth
            return [.absent(AbsentFigure(.metrics, reason: reason))]
        }
        let overview = scored.count > 1 ? [FigureOutcome.made(OverviewFigure(appliances: scored).figure)] : []
        return overview + [.made(MetricsFigure(appliances: scored).figure)]
    }
}

/// Lays out the errors of several appliances as bars, each with its predictor's name beside it.
struct MetricsFigure {
    /// Those that have a mean absolute error.
    let appliances: [ApplianceResult]

    private static let title = Text(
        "Mean absolute error on the test part, beside predictors that need no model",
        es: "Error absoluto medio en la parte de prueba, junto a predictores que no necesitan modelo")
    /// Points of one bar, of an appliance's name above its bars, and between appliances.
    private static let (barHeight, headHeight, groupGap) = (14.0, 17.0, 8.0)
    private static let style = TextStyle(size: 9.5)

    /// A bar: a predictor that the appliance was scored with.
    private struct Row {
        var name: Text
        var maeW: Double?
        var fill: Fill
    }

    private static func rows(_ appliance: ApplianceResult) -> [Row] {
        let baselines = Baseline.allCases.compactMap { baseline in
            appliance.baselines[baseline].map {
                Row(name: baseline.name, maeW: $0[.maeW], fill: SeriesStyle.baseline)
            }
        }
        return [Row(name: Text("the model", es: "el modelo"), maeW: appliance.metrics[.maeW], fill: SeriesStyle.model)]
            + baselines
    }

    var figure: Figure {
        let head = PageLayout(
            title: Self.title,
            notes: [
                Text(
                    "Shorter is better. None but the model needs a network",
                    es: "Más corto es mejor. Solo el modelo necesita una red")
            ])
        let left = 190.0
        // Room at the right for the longest bar's value.
        let width = PageLayout.width - left - 70
        let groups = appliances.map { ($0, Self.rows($0)) }
        let heights = groups.map { Self.headHeight + Double($0.1.count) * Self.barHeight }
        let height = heights.reduce(0, +) + Self.groupGap * Double(groups.count)
        let rect = Rect(x: left, y: head.bottom + 2, width: width, height: height)
        let most = groups.flatMap { $0.1.compactMap(\.maeW) }.max() ?? 0
        // Bars are placed in points from the top: appliances may have different numbers of them.
        let frame = Frame(
            rect, x: LinearScale.covering(0, max(most, 1e-3), ticks: 8), y: LinearScale(0...height), direction: .down)
        let axis = Axis(.bottom, of: frame, title: FigureWords.maeW, [.labels, .grid])
        var marks = head.marks
        marks.append(axis)
        var y = 0.0
        for (appliance, rows) in groups {
            let name = TextStyle(size: 10, bold: true)
            marks.append(
                Label(
                    Text(verbatim: appliance.name), at: Point(x: PageLayout.margin, y: rect.y + y + 12), name,
                    width: left - PageLayout.margin - 8))
            y += Self.headHeight
            for row in rows {
                let middle = rect.y + y + Self.barHeight / 2 + Self.style.middleToBaseline
                marks.append(
                    Label(
                        row.name, at: Point(x: left - 6, y: middle),
                        TextStyle(size: Self.style.size, anchor: .end)))
                if let value = row.maeW {
                    // A hairline of room keeps neighbours apart.
                    let bar = Bars.Bar(
                        from: Point(x: 0, y: y + 1.5), to: Point(x: value, y: y + Self.barHeight - 1.5))
                    marks.append(Bars([bar], in: frame, row.fill))
                }
                marks.append(
                    Label(
                        row.maeW.map(FigureWords.watts) ?? FigureWords.none,
                        at: Point(x: frame.x(at: row.maeW ?? 0) + 5, y: middle), Self.style))
                y += Self.barHeight
            }
            y += Self.groupGap
        }
        return Figure(
            id: FigureID.id("metrics", "mae"), section: .metrics, appliance: nil,
            scene: Scene(
                size: Size(width: PageLayout.width, height: rect.maxY + axis.depth + PageLayout.margin),
                title: Self.title, description: sentence, marks: marks))
    }

    private var sentence: Text {
        let parts = appliances.map { appliance in
            let rows = Self.rows(appliance)
            let text = { (row: Row) in Text(same: "\(row.name) \(row.maeW.map(FigureWords.watts) ?? FigureWords.none)")
            }
            let model = rows.prefix(1).map(text).joined()
            let least = rows.dropFirst().filter { $0.maeW != nil }.min { $0.maeW ?? 0 < $1.maeW ?? 0 }.map(text)
            let best = least.map { Text(", best without a network \($0)", es: ", el mejor sin red, \($0)") }
            return Text(same: "\(appliance.name): \(model)\(best ?? Text(verbatim: ""))")
        }
        return parts.joined(separator: "; ") + Text(verbatim: ".")
    }
}
