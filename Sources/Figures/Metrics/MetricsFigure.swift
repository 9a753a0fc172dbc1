import Plotting
import Runs

extension Figures {
    /// The mean absolute error of the model beside those of predicting zero and the mean, for each appliance.
    package static func metrics(_ results: Results) -> FigureOutcome {
        let scored = results.appliances.filter { $0.metrics[.maeW] != nil }
        guard !scored.isEmpty else {
            let reason =
                results.appliances.isEmpty
                ? "the run scored no appliance" : "no appliance has a mean absolute error: the data have no truth"
            return .absent(AbsentFigure(.metrics, reason: reason))
        }
        return .made(MetricsFigure(appliances: scored).figure)
    }
}

/// Lays out the errors of several appliances as bars.
struct MetricsFigure {
    /// Those that have a mean absolute error.
    let appliances: [ApplianceResult]

    private static let title = "Mean absolute error on the test part, beside predictors that need no model"
    private static let predictors: [(name: String, fill: Fill, values: @Sendable (ApplianceResult) -> MetricValues?)] =
        [
            ("model", Fill(.series(1)), { $0.metrics }),
            ("predicting zero", SeriesStyle.zeroBaseline, { $0.baselines.zero }),
            ("predicting the training mean", SeriesStyle.meanBaseline, { $0.baselines[.mean] }),
        ]
    /// Points of one bar, and between appliances.
    private static let (barHeight, groupGap) = (13.0, 12.0)

    var figure: Figure {
        let head = PageLayout(title: Self.title, notes: ["Shorter is better"])
        let names = appliances.map { TextMetrics.fitted($0.name.printable, Axis.labelStyle, width: 130) }
        let left = 160.0
        // Room at the right for the longest bar's value.
        let width = PageLayout.width - left - 70
        let group = Self.barHeight * Double(Self.predictors.count) + Self.groupGap
        let rect = Rect(x: left, y: head.bottom + 14, width: width, height: group * Double(appliances.count))
        let most = appliances.flatMap { appliance in Self.predictors.compactMap { $0.values(appliance)?[.maeW] } }.max()
        let frame = Frame(
            rect, x: LinearScale.covering(0, max(most ?? 0, 1e-3), ticks: 8), y: CategoryScale(names), direction: .down)
        let axis = Axis(.bottom, of: frame, title: "mean absolute error (W)", [.labels, .grid])
        var marks = head.marks
        marks.append(
            Legend(
                Self.predictors.map { .init($0.name, .box($0.fill)) }, at: Point(x: left, y: head.bottom), width: width)
        )
        marks.append(axis)
        marks.append(Axis(.left, of: frame))
        for (index, predictor) in Self.predictors.enumerated() {
            let thickness = Self.barHeight / group
            let offset = (Double(index) - Double(Self.predictors.count) / 2) * thickness
            var bars: [Bars.Bar] = []
            for (row, appliance) in appliances.enumerated() {
                let value = predictor.values(appliance)?[.maeW]
                let top = Double(row) + offset
                if let value {
                    // A hairline of room keeps neighbours apart.
                    bars.append(.init(from: Point(x: 0, y: top), to: Point(x: value, y: top + thickness * 0.92)))
                }
                let middle = frame.place(Point(x: value ?? 0, y: top + thickness / 2))
                let style = TextStyle(size: 9.5)
                marks.append(
                    Label(
                        value.map(Phrase.watts) ?? "n/a",
                        at: Point(x: middle.x + 5, y: middle.y + style.middleToBaseline), style))
            }
            marks.append(Bars(bars, in: frame, predictor.fill))
        }
        let description = sentence
        return Figure(
            id: FigureID.id("metrics", "mae"), section: .metrics, appliance: nil, description: description,
            scene: Scene(
                size: Size(width: PageLayout.width, height: rect.maxY + axis.depth + PageLayout.margin),
                title: Self.title, description: description, marks: marks))
    }

    private var sentence: String {
        appliances.map { appliance in
            let values = Self.predictors.map { predictor in
                "\(predictor.name) \(predictor.values(appliance)?[.maeW].map(Phrase.watts) ?? "not defined")"
            }
            return "\(appliance.name): " + values.joined(separator: ", ")
        }.joined(separator: "; ") + "."
    }
}
