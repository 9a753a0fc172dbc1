import Plotting
import Runs

extension Figures {
    /// One figure a shown window: aggregate, truth and prediction over time, and the residual below.
    package static func windows(_ contents: RunContents) throws(FigureError) -> [FigureOutcome] {
        let clock = try clock(of: contents)
        guard !contents.results.windows.isEmpty else {
            return [.absent(AbsentFigure(.windows, reason: "the run shows no windows"))]
        }
        return contents.results.windows.map { window in
            guard let rows = contents.rows(of: window), !rows.predictionW.isEmpty else {
                return .absent(
                    AbsentFigure(
                        .windows, appliance: window.appliance, window: window.id,
                        reason: "data/predictions.csv does not hold all rows of the window \(window.id)"))
            }
            guard rows.predictionW.contains(where: \.isFinite) else {
                return .absent(
                    AbsentFigure(
                        .windows, appliance: window.appliance, window: window.id,
                        reason: "no prediction of the window \(window.id) is a number"))
            }
            return .made(WindowFigure(window: window, rows: rows, clock: clock).figure)
        }
    }
}

/// Lays out one shown window.
struct WindowFigure {
    let window: ShownWindow
    let rows: PredictionSeries
    let time: TimeAxis

    /// Below this share of the aggregate's peak an appliance would be a ripple at the bottom of a common panel.
    private static let leastShare = 1.0 / 3
    private static let panelGap = 14.0

    init(window: ShownWindow, rows: PredictionSeries, clock: LocalClock?) {
        self.window = window
        self.rows = rows
        time = TimeAxis(clock: clock, start: rows.start, seconds: rows.predictionW.count * rows.periodS)
    }

    var figure: Figure {
        let title = "\(window.appliance), \(Phrase.house(window.house)): \(window.rule)"
        let summary = WindowSummary(rows)
        let description = summary.sentence(window, time)
        let (marks, height) = layout(title: title, summary)
        return Figure(
            id: FigureID.id("window", window.id), section: .windows, appliance: window.appliance, window: window.id,
            description: description,
            scene: Scene(
                size: Size(width: PageLayout.width, height: height), title: title, description: description,
                marks: marks))
    }

    private func layout(title: String, _ summary: WindowSummary) -> (marks: [any Mark], height: Double) {
        let separate = summary.appliancePeakW < Self.leastShare * summary.aggregatePeakW
        let left = 66.0
        let width = PageLayout.width - left - 24
        let aggregate = samples(rows.aggregateW)
        let head = PageLayout(
            title: title,
            notes: [time.extent.prefix(1).uppercased() + time.extent.dropFirst()]
                + (aggregate.decimationNote(width: width).map { [$0] } ?? []))
        var marks = head.marks
        var entries = [Legend.Entry("aggregate", .line(SeriesStyle.aggregate))]
        if rows.truthW != nil { entries.append(.init("truth", .line(SeriesStyle.truth))) }
        entries.append(.init("prediction", .line(SeriesStyle.prediction)))
        if rows.truthW != nil { entries.append(.init("residual, prediction − truth", .box(SeriesStyle.residual))) }
        marks.append(Legend(entries, at: Point(x: left, y: head.bottom), width: width))

        var y = head.bottom + 16
        var frames: [Frame] = []
        func panel(_ height: Double, _ title: String, _ low: Double, _ high: Double, _ lines: (Frame) -> [any Mark]) {
            let rect = Rect(x: left, y: y, width: width, height: height)
            let power = LinearScale.covering(min(low, 0), max(high, 1), ticks: max(Int(height / 32), 3))
            let frame = Frame(rect, x: time.scale, y: power)
            frames.append(frame)
            marks.append(Axis(.left, of: frame, title: title, [.labels, .grid], room: 52))
            marks.append(Group("data", clip: rect, lines(frame)))
            y = rect.maxY + Self.panelGap
        }
        let aggregateLine = { (frame: Frame) in
            Line(aggregate.points(width: width), in: frame, SeriesStyle.aggregate)
        }
        if separate {
            panel(90, "aggregate (W)", summary.aggregateLowW, summary.aggregatePeakW) { [aggregateLine($0)] }
            panel(150, "appliance (W)", summary.applianceLowW, summary.appliancePeakW) { applianceLines($0, width) }
        } else {
            panel(
                190, "power (W)", min(summary.aggregateLowW, summary.applianceLowW),
                max(summary.aggregatePeakW, summary.appliancePeakW)
            ) { [aggregateLine($0)] + applianceLines($0, width) }
        }
        if let residual = summary.residualW {
            panel(72, "residual (W)", summary.residualLowW, summary.residualHighW) { frame in
                let points = samples(residual).points(width: width)
                return [
                    Area(points, to: 0, in: frame, SeriesStyle.residual),
                    Rule(.y(0), in: frame, Stroke(.axis, width: 1)),
                ]
            }
        }
        for (index, frame) in frames.enumerated() {
            let isLast = index == frames.count - 1
            let axis = Axis(.bottom, of: frame, title: isLast ? time.title : nil, isLast ? [.labels] : [])
            marks.append(axis)
            if isLast { y = frame.rect.maxY + axis.depth + PageLayout.margin }
        }
        return (marks, y)
    }

    private func applianceLines(_ frame: Frame, _ width: Double) -> [any Mark] {
        let truth = rows.truthW.map { Line(samples($0).points(width: width), in: frame, SeriesStyle.truth) }
        let prediction = Line(samples(rows.predictionW).points(width: width), in: frame, SeriesStyle.prediction)
        return (truth.map { [$0] } ?? []) + [prediction]
    }

    private func samples(_ values: [Float]) -> Samples {
        Samples(start: time.value(after: 0), step: Double(rows.periodS), values: values)
    }
}
