import Runs
import Support

extension Figures {
    /// The windows of the first run with the predictions of all runs that have the same samples there.
    package static func windows(of runs: [ComparedRun]) throws(FigureError) -> [FigureOutcome] {
        guard let first = runs.first else { return [] }
        let clock = try clock(of: first.contents)
        guard !first.results.windows.isEmpty else {
            return [.absent(AbsentFigure(.windows, reason: .firstHasNoWindows))]
        }
        return first.results.windows.map { window in
            guard let rows = first.contents.rows(of: window), !rows.predictionW.isEmpty else {
                return .absent(
                    AbsentFigure(
                        .windows, appliance: window.appliance, window: window.id,
                        reason: .firstLacksRows(window: window.id)))
            }
            let predictions = runs.compactMap { run in
                run.contents.rows(of: window).flatMap { other in
                    other.isOfSameData(as: rows) ? (run: run, predictionW: other.predictionW) : nil
                }
            }
            guard predictions.count > 1 else {
                return .absent(
                    AbsentFigure(
                        .windows, appliance: window.appliance, window: window.id,
                        reason: .othersLackSamples(window: window.id)))
            }
            return .made(
                WindowComparison(window: window, rows: rows, predictions: predictions, clock: clock).figure)
        }
    }
}

extension PredictionSeries {
    /// Whether aggregate and truth are those of another segment, sample for sample.
    fileprivate func isOfSameData(as other: PredictionSeries) -> Bool {
        start == other.start && periodS == other.periodS && aggregateW == other.aggregateW && truthW == other.truthW
    }
}

/// Lays out one window: the aggregate, and below it the truth with each run's prediction.
private struct WindowComparison {
    let window: ShownWindow
    let rows: PredictionSeries
    let predictions: [(run: ComparedRun, predictionW: [Float])]
    let time: TimeAxis

    private static let truth = Stroke(.text, width: 1.25)

    init(
        window: ShownWindow, rows: PredictionSeries, predictions: [(run: ComparedRun, predictionW: [Float])],
        clock: LocalClock?
    ) {
        self.window = window
        self.rows = rows
        self.predictions = predictions
        time = TimeAxis(clock: clock, start: rows.start, seconds: rows.predictionW.count * rows.periodS)
    }

    var figure: Figure {
        let place = Text(same: "\(window.appliance), \(HouseName.text(window.house)): \(window.rule.text)")
        let title = Text("\(place) of run A", es: "\(place) de la ejecución A")
        let left = 66.0
        let width = PageLayout.width - left - 24
        let head = PageLayout(
            title: title,
            notes: [time.extent.capitalised]
                + (samples(rows.aggregateW).decimationNote(width: width).map { [$0] } ?? []))
        var marks = head.marks
        var entries = [Legend.Entry(FigureWords.aggregate, .line(SeriesStyle.aggregate))]
        if rows.truthW != nil { entries.append(.init(FigureWords.truth, .line(Self.truth))) }
        entries += predictions.map { .init(FigureWords.run($0.run.label), .line($0.run.stroke)) }
        marks.append(Legend(entries, at: Point(x: left, y: head.bottom), width: width))
        var y = head.bottom + 16
        func panel(_ height: Double, _ title: Text, _ curves: [([Float], Stroke)]) -> Frame {
            let values = curves.flatMap { $0.0.filter(\.isFinite) }
            let (low, high) = (Double(values.min() ?? 0), Double(values.max() ?? 1))
            let rect = Rect(x: left, y: y, width: width, height: height)
            let power = LinearScale.covering(min(low, 0), max(high, 1), ticks: max(Int(height / 32), 3))
            let frame = Frame(rect, x: time.scale, y: power)
            marks.append(Axis(.left, of: frame, title: title, [.labels, .grid], room: 52))
            let lines = curves.map { Line(samples($0.0).points(width: width), in: frame, $0.1) }
            marks.append(Group("data", clip: rect, lines))
            y = rect.maxY + 14
            return frame
        }
        let upper = panel(80, FigureWords.aggregateW, [(rows.aggregateW, SeriesStyle.aggregate)])
        marks.append(Axis(.bottom, of: upper, []))
        let truth = rows.truthW.map { [($0, Self.truth)] } ?? []
        let lower = panel(190, FigureWords.applianceW, truth + predictions.map { ($0.predictionW, $0.run.stroke) })
        let axis = Axis(.bottom, of: lower, title: time.title)
        marks.append(axis)
        return Figure(
            id: FigureID.id("compare", "window", window.id), section: .windows, appliance: window.appliance,
            window: window.id,
            scene: Scene(
                size: Size(width: PageLayout.width, height: lower.rect.maxY + axis.depth + PageLayout.margin),
                title: title, description: sentence, marks: marks))
    }

    private func samples(_ values: [Float]) -> Samples {
        Samples(start: time.value(after: 0), step: Double(rows.periodS), values: values)
    }

    private var sentence: Text {
        let parts = predictions.map { run, predictionW in
            guard let truthW = rows.truthW else {
                return Text(
                    "run \(run.label) without ground truth", es: "la ejecución \(run.label) no tiene valor real")
            }
            let errors = zip(predictionW, truthW).map { abs(Double($0) - Double($1)) }.filter(\.isFinite)
            guard !errors.isEmpty else {
                return Text("run \(run.label) has no number", es: "la ejecución \(run.label) no tiene números")
            }
            let mae = FigureWords.watts(errors.reduce(0, +) / Double(errors.count))
            return Text(
                "run \(run.label) has an MAE of \(mae)", es: "la ejecución \(run.label) tiene una MAE de \(mae)")
        }
        let runs = parts.joined(separator: ", ")
        return Text(
            "In this window of \(window.appliance), \(runs).", es: "En esta ventana de \(window.appliance), \(runs).")
    }
}
