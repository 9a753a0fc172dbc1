import Runs
import Support

extension Figures {
    /// One figure an appliance: its error and energies by local hour of the day.
    package static func errors(_ results: Results) -> [FigureOutcome] {
        guard !results.appliances.isEmpty else {
            return [.absent(AbsentFigure(.errors, reason: .noAppliance))]
        }
        return results.appliances.map { appliance in
            guard let hours = appliance.byHour, hours.contains(where: { $0.maeW != nil }) else {
                let reason: AbsenceMessage =
                    results.run.data.timeZone == nil
                    ? .noHours
                    : .noErrorSums
                return .absent(AbsentFigure(.errors, reason: reason))
            }
            return .made(
                ErrorsFigure(appliance: appliance.name, hours: hours, zone: results.run.data.timeZone ?? "local").figure
            )
        }
    }
}

/// Lays out an appliance's error and energies by hour of the day, in two panels.
struct ErrorsFigure {
    let appliance: String
    /// One at least has an error.
    let hours: [HourScore]
    /// The name of the zone whose hours they are.
    let zone: String

    private static let (left, gap, height, axisRoom) = (66.0, 30.0, 150.0, 54.0)

    var figure: Figure {
        let title = Text("\(appliance): errors by hour of the day", es: "\(appliance): errores por hora del día")
        let head = PageLayout(
            title: title,
            notes: [
                Text(
                    "Over all scored days; hours of \(zone) time",
                    es: "Sobre todos los días puntuados; horas de \(zone)")
            ])
        let width = (PageLayout.width - Self.left - PageLayout.margin - Self.gap - Self.axisRoom) / 2
        let top = head.bottom + 18
        let scale = WholeNumberScale(0...23, every: 3)
        let rects = [0.0, 1].map {
            Rect(
                x: Self.left + $0 * (width + Self.gap + Self.axisRoom), y: top, width: width, height: Self.height)
        }
        let maes = hours.compactMap(\.maeW)
        let energies = hours.flatMap { [$0.truthKwh, $0.predictionKwh] }
        let frames = [
            Frame(rects[0], x: scale, y: LinearScale.covering(0, max(maes.max() ?? 0, 1e-3))),
            Frame(
                rects[1], x: scale,
                y: LinearScale.covering(min(energies.min() ?? 0, 0), max(energies.max() ?? 0, 1e-6))),
        ]
        var marks = head.marks
        marks.append(
            Legend(
                [
                    .init(FigureWords.truth, .box(Fill(SeriesStyle.truth.paint))),
                    .init(FigureWords.prediction, .box(SeriesStyle.model)),
                ],
                at: Point(x: rects[1].x, y: head.bottom + 4), width: width))
        var bottom = top
        for (frame, title) in zip(frames, [FigureWords.maeW, Text("energy (kWh)", es: "energía (kWh)")]) {
            let axis = Axis(.bottom, of: frame, title: Text("hour of the day", es: "hora del día"))
            marks += [Axis(.left, of: frame, title: title, [.labels, .grid]), axis]
            bottom = frame.rect.maxY + axis.depth
        }
        marks.append(Bars(bars(from: -0.4, to: 0.4, \.maeW), in: frames[0], SeriesStyle.model))
        marks.append(
            Bars(bars(from: -0.42, to: 0) { $0.truthKwh }, in: frames[1], Fill(SeriesStyle.truth.paint)))
        marks.append(Bars(bars(from: 0, to: 0.42) { $0.predictionKwh }, in: frames[1], SeriesStyle.model))
        return Figure(
            id: FigureID.id("errors", appliance), section: .errors, appliance: appliance,
            scene: Scene(
                size: Size(width: PageLayout.width, height: bottom + PageLayout.margin), title: title,
                description: sentence, marks: marks))
    }

    private func bars(from: Double, to: Double, _ value: (HourScore) -> Double?) -> [Bars.Bar] {
        hours.compactMap { hour in
            value(hour).map {
                Bars.Bar(
                    from: Point(x: Double(hour.hour) + from, y: 0), to: Point(x: Double(hour.hour) + to, y: $0))
            }
        }
    }

    private var sentence: Text {
        func text(_ hour: Int) -> Text {
            let (from, to) = (hour.padded(2), ((hour + 1) % 24).padded(2))
            return Text("\(from):00 to \(to):00", es: "\(from):00 a \(to):00")
        }
        let scored = hours.compactMap { hour in hour.maeW.map { (hour, $0) } }
        guard let worst = scored.max(by: { $0.1 < $1.1 }), let best = scored.min(by: { $0.1 < $1.1 }) else {
            return Text("\(appliance): no hour was scored.", es: "\(appliance): no se puntuó ninguna hora.")
        }
        let off = hours.max { abs($0.predictionKwh - $0.truthKwh) < abs($1.predictionKwh - $1.truthKwh) } ?? worst.0
        let (truth, predicted) = (NumberText.significant(off.truthKwh), NumberText.significant(off.predictionKwh))
        return Text(
            "\(appliance): the error is greatest from \(text(worst.0.hour)) (MAE \(FigureWords.watts(worst.1))) and least "
                + "from \(text(best.0.hour)) (\(FigureWords.watts(best.1))); energy is furthest off from \(text(off.hour)): "
                + "\(truth) kWh true, \(predicted) kWh predicted.",
            es:
                "\(appliance): el error es mayor de \(text(worst.0.hour)) (MAE \(FigureWords.watts(worst.1))) y menor de "
                + "\(text(best.0.hour)) (\(FigureWords.watts(best.1))); la energía se desvía más de \(text(off.hour)): "
                + "\(truth) kWh real, \(predicted) kWh predicha.")
    }
}
