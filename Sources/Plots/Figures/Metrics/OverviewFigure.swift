import Runs
import Support

/// Several appliances at a glance: small multiples of the scores that mean the same for a kettle and a fridge, since
/// none has a unit.
struct OverviewFigure {
    /// Two at least, with a mean absolute error.
    let appliances: [ApplianceResult]

    private static let title = Text("Scores of all appliances", es: "Puntuaciones de todos los aparatos")
    private static let (left, gap, rowHeight, headHeight) = (130.0, 16.0, 22.0, 16.0)

    private struct Score: Sendable {
        var name: Text
        var meaning: Text
        var model: @Sendable (ApplianceResult) -> Double?
        var baseline: @Sendable (ApplianceResult, MetricValues) -> Double?

        init(_ metric: Metric, _ name: Text, _ meaning: Text) {
            self.name = name
            self.meaning = meaning
            model = { $0.metrics[metric] }
            baseline = { $1[metric] }
        }

        init(skill name: Text, _ meaning: Text) {
            self.name = name
            self.meaning = meaning
            model = { $0.skill }
            baseline = { ApplianceResult.skill(of: $1, over: $0.baselines.zero) }
        }

        /// Of the predictors without a network.
        func best(_ appliance: ApplianceResult) -> Double? {
            Baseline.allCases.compactMap { name in
                appliance.baselines[name].flatMap { baseline(appliance, $0) }
            }.max()
        }
    }

    private static let scores = [
        Score(
            skill: Text("skill", es: "habilidad"),
            Text("1 − MAE / MAE of predicting zero", es: "1 − MAE / MAE de predecir cero")),
        Score(
            .mr, Text("match rate", es: "tasa de coincidencia"),
            Text("shared over joint energy", es: "energía común entre conjunta")),
        Score(.f1, Text("F1, on/off", es: "F1, encendido/apagado"), Text("of samples", es: "de muestras")),
        Score(.eventF1, Text("F1, events", es: "F1, eventos"), Text("of switch-ons", es: "de encendidos")),
    ]

    var figure: Figure {
        let head = PageLayout(
            title: Self.title,
            notes: [
                Text(
                    "Longer is better, 1 is perfect. The line across a bar is the best predictor that needs no "
                        + "network; what is below 0 has no bar",
                    es: "Más largo es mejor, 1 es perfecto. La línea que cruza una barra es el mejor predictor sin "
                        + "red; lo que queda bajo 0 no tiene barra")
            ])
        let count = Double(Self.scores.count)
        let width = (PageLayout.width - Self.left - PageLayout.margin - Self.gap * (count - 1)) / count
        let top = head.bottom + Self.headHeight + 10
        let height = Self.rowHeight * Double(appliances.count)
        let names = appliances.map {
            TextMetrics.fitted($0.name.printable, Axis.labelStyle, width: Self.left - PageLayout.margin - 8)
        }
        var marks = head.marks
        var bottom = top
        for (index, score) in Self.scores.enumerated() {
            let rect = Rect(
                x: Self.left + Double(index) * (width + Self.gap), y: top, width: width, height: height)
            // Room at the right for the value of a full bar.
            let frame = Frame(rect, x: LinearScale(0...1.32), y: CategoryScale(names), direction: .down)
            marks.append(
                Label(score.name, at: Point(x: rect.x, y: top - 16), TextStyle(size: 10, bold: true), width: width))
            marks.append(Label(score.meaning, at: Point(x: rect.x, y: top - 5), TextStyle(size: 8), width: width))
            marks.append(Axis(.left, of: frame, index == 0 ? [.labels] : []))
            let values = appliances.map(score.model)
            marks.append(
                Bars(
                    values.enumerated().compactMap { row, value in
                        value.map { value in
                            Bars.Bar(
                                from: Point(x: 0, y: Double(row) - 0.3),
                                to: Point(x: min(max(value, 0), 1), y: Double(row) + 0.3))
                        }
                    }, in: frame, SeriesStyle.model))
            for (row, value) in values.enumerated() {
                let best = score.best(appliances[row])
                if let best, best > 0 {
                    let x = frame.x(at: min(best, 1))
                    let (low, high) = (frame.y(at: Double(row) - 0.42), frame.y(at: Double(row) + 0.42))
                    marks.append(Segment(from: Point(x: x, y: low), to: Point(x: x, y: high), SeriesStyle.best))
                }
                // Beyond both the bar and the line across it.
                let end = max(value ?? 0, best ?? 0, 0)
                let style = TextStyle(size: 9.5)
                marks.append(
                    Label(
                        FigureWords.number(value, decimals: 2),
                        at: Point(
                            x: frame.x(at: min(end, 1)) + 5, y: frame.y(at: Double(row)) + style.middleToBaseline),
                        style))
            }
            bottom = rect.maxY
        }
        return Figure(
            id: FigureID.id("metrics", "overview"), section: .metrics, appliance: nil,
            scene: Scene(
                size: Size(width: PageLayout.width, height: bottom + PageLayout.margin), title: Self.title,
                description: sentence, marks: marks))
    }

    private var sentence: Text {
        let parts = appliances.map { appliance in
            let values = Self.scores.map { score in
                let model = FigureWords.number(score.model(appliance), decimals: 2)
                let best = FigureWords.number(score.best(appliance), decimals: 2)
                return Text("\(score.name) \(model) against \(best)", es: "\(score.name) \(model) frente a \(best)")
            }
            return Text(same: "\(appliance.name): \(values.joined(separator: ", "))")
        }
        return parts.joined(separator: "; ")
            + Text(
                "; each against the best predictor without a network.",
                es: "; cada uno frente al mejor predictor sin red.")
    }
}
