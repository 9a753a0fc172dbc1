import Runs
import Support

/// Lays out a segment of time: aggregate, truth and prediction, and the residual below.
struct WindowFigure {
    private let id: String
    /// The id of the shown window, if it is one.
    private let window: String?
    private let rule: Text
    private let maeW: Double?
    /// NaN where there are no samples.
    let rows: PredictionSeries
    let time: TimeAxis
    /// Where events are a point or two wide, truth and prediction would hide each other: each has a panel of its own,
    /// and the residual, which two panels show as well, has none.
    private let isLong: Bool
    private let kind: Figure.Kind

    /// Below this share of the aggregate's peak an appliance would be a ripple at the bottom of a common panel.
    private static let leastShare = 1.0 / 3
    private static let panelGap = 14.0

    init(window: ShownWindow, rows: PredictionSeries, clock: LocalClock?) {
        id = FigureID.id("window", window.id)
        self.window = window.id
        rule = window.rule.text
        maeW = rows.truthW == nil ? nil : window.maeW
        self.rows = rows
        time = TimeAxis(clock: clock, start: rows.start, seconds: rows.predictionW.count * rows.periodS)
        isLong = false
        kind = .own
    }

    init(_ segment: LongSegment, clock: LocalClock) {
        rows = segment.rows
        id = FigureID.id(segment.kind.rawValue, rows.appliance)
        window = nil
        rule = segment.rule
        maeW = segment.maeW
        time = TimeAxis(clock: clock, start: rows.start, seconds: rows.predictionW.count * rows.periodS)
        isLong = true
        kind = segment.kind == .week ? .week : .own
    }

    var figure: Figure {
        let title = Text(same: "\(rows.appliance), \(HouseName.text(rows.house)): \(rule)")
        let summary = WindowSummary(rows)
        let description = summary.sentence(rows, maeW: maeW, time)
        let (marks, height) = layout(title: title, summary)
        return Figure(
            id: id, section: .windows, kind: kind, appliance: rows.appliance, window: window,
            scene: Scene(
                size: Size(width: PageLayout.width, height: height), title: title, description: description,
                marks: marks))
    }

    private func layout(title: Text, _ summary: WindowSummary) -> (marks: [any Mark], height: Double) {
        let separate = summary.appliancePeakW < Self.leastShare * summary.aggregatePeakW
        let left = 66.0
        let width = PageLayout.width - left - 24
        let aggregate = samples(rows.aggregateW)
        let head = PageLayout(
            title: title,
            notes: [time.extent.capitalised + gapNote]
                + (aggregate.decimationNote(width: width).map { [$0] } ?? []))
        var marks = head.marks
        // The titles of a long segment's panels name its lines.
        var entries = isLong ? [] : [Legend.Entry(FigureWords.aggregate, .line(SeriesStyle.aggregate))]
        if !isLong, rows.truthW != nil { entries.append(.init(FigureWords.truth, .line(SeriesStyle.truth))) }
        if !isLong { entries.append(.init(FigureWords.prediction, .line(SeriesStyle.prediction))) }
        let residual = isLong ? nil : summary.residualW
        if residual != nil {
            let name = Text("residual, prediction − truth", es: "residuo, predicción − valor real")
            entries.append(.init(name, .box(SeriesStyle.residual)))
        }
        if !gaps.isEmpty { entries.append(.init(Text("no samples", es: "sin muestras"), .box(SeriesStyle.gap))) }
        if !entries.isEmpty { marks.append(Legend(entries, at: Point(x: left, y: head.bottom), width: width)) }

        var y = head.bottom + (entries.isEmpty ? 4 : 16)
        var frames: [Frame] = []
        func panel(_ height: Double, _ title: Text, _ low: Double, _ high: Double, _ lines: (Frame) -> [any Mark]) {
            let rect = Rect(x: left, y: y, width: width, height: height)
            let power = LinearScale.covering(min(low, 0), max(high, 1), ticks: max(Int(height / 32), 3))
            let frame = Frame(rect, x: time.scale, y: power)
            frames.append(frame)
            marks.append(Axis(.left, of: frame, title: title, [.labels, .grid], room: 52))
            marks.append(Group("data", clip: rect, gapMarks(frame) + lines(frame)))
            y = rect.maxY + Self.panelGap
        }
        let aggregateLine = { (frame: Frame) in
            Line(aggregate.points(width: width), in: frame, SeriesStyle.aggregate)
        }
        if isLong {
            panel(80, FigureWords.aggregateW, summary.aggregateLowW, summary.aggregatePeakW) { [aggregateLine($0)] }
            let panels = [
                (Text("truth (W)", es: "valor real (W)"), rows.truthW, SeriesStyle.truth),
                (Text("prediction (W)", es: "predicción (W)"), rows.predictionW, SeriesStyle.prediction),
            ]
            for (title, values, stroke) in panels {
                guard let values else { continue }
                panel(80, title, summary.applianceLowW, summary.appliancePeakW) { frame in
                    [Line(samples(values).points(width: width), in: frame, Stroke(stroke.paint, width: 1))]
                }
            }
        } else if separate {
            panel(90, FigureWords.aggregateW, summary.aggregateLowW, summary.aggregatePeakW) { [aggregateLine($0)] }
            panel(150, FigureWords.applianceW, summary.applianceLowW, summary.appliancePeakW) {
                applianceLines($0, width)
            }
        } else {
            panel(
                190, FigureWords.powerW, min(summary.aggregateLowW, summary.applianceLowW),
                max(summary.aggregatePeakW, summary.appliancePeakW)
            ) { [aggregateLine($0)] + applianceLines($0, width) }
        }
        if let residual {
            panel(72, Text("residual (W)", es: "residuo (W)"), summary.residualLowW, summary.residualHighW) { frame in
                let points = samples(residual).points(width: width)
                return [
                    Area(points, to: 0, in: frame, SeriesStyle.residual),
                    // An area of one sample is a third of a pixel wide, which is not seen.
                    Line(points, in: frame, SeriesStyle.residualEdge),
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

    /// Runs of samples that are missing, those a point of the picture apart joined: a line could not show what is
    /// between them.
    private var gaps: [Range<Int>] {
        let point = rows.predictionW.count / Int(PageLayout.width)
        var gaps: [Range<Int>] = []
        for index in rows.predictionW.indices where !rows.predictionW[index].isFinite {
            if let last = gaps.last, index - last.upperBound <= point {
                gaps[gaps.count - 1] = last.lowerBound..<index + 1
            } else {
                gaps.append(index..<index + 1)
            }
        }
        return gaps
    }

    private var gapNote: Text {
        let missing = rows.predictionW.lazy.filter { !$0.isFinite }.count
        guard missing > 0 else { return Text(verbatim: "") }
        let length = DurationScale.text(missing * rows.periodS)
        return Text(", \(length) of it without samples", es: ", \(length) de ello sin muestras")
    }

    private func gapMarks(_ frame: Frame) -> [any Mark] {
        guard !gaps.isEmpty else { return [] }
        let bars = gaps.map { gap in
            Bars.Bar(
                from: Point(x: time.value(after: Double(gap.lowerBound * rows.periodS)), y: frame.y.domain.lowerBound),
                to: Point(x: time.value(after: Double(gap.upperBound * rows.periodS)), y: frame.y.domain.upperBound))
        }
        return [Bars(bars, in: frame, SeriesStyle.gap)]
    }

    private func samples(_ values: [Float]) -> Samples {
        Samples(start: time.value(after: 0), step: Double(rows.periodS), values: values)
    }
}
