import Runs
import Support

extension Figures {
    /// One figure an appliance and house: kWh a day, true and predicted.
    package static func energy(_ contents: RunContents) throws(FigureError) -> [FigureOutcome] {
        guard let clock = try clock(of: contents) else {
            return [.absent(AbsentFigure(.energy, reason: .noDays))]
        }
        let meters = contents.series.filter { !$0.predictionW.isEmpty }.byMeter
        guard !meters.isEmpty else { return [.absent(AbsentFigure(.energy, reason: .noSamples))] }
        let appliances = contents.results.appliancesByName
        return meters.map { parts in
            let meter = parts[0].meter
            let scores = appliances[meter.appliance]?.byDay ?? []
            return .made(
                EnergyFigure(
                    appliance: meter.appliance, house: meter.house,
                    energy: DailyEnergy(parts, clock: clock, scores: scores),
                    zone: clock.zoneName
                )
                .figure)
        }
    }
}

/// Lays out the daily energy of one appliance in one house.
struct EnergyFigure {
    let appliance: String
    let house: String
    /// One day at least.
    let energy: DailyEnergy
    /// The name of the zone whose days they are.
    let zone: String

    /// With more days than this a pair of bars is narrower than a line.
    private static let mostBars = 90
    private static let partialOpacity = 0.4

    var figure: Figure {
        let days = energy.days
        let (first, last) = (days[0], days[days.count - 1])
        let place = HouseName.text(house)
        let title = Text("\(appliance), \(place): energy a day", es: "\(appliance), \(place): energía por día")
        let partial = days.filter { !$0.isComplete }.count
        let missing = Text(
            "On \(partial) of \(days.count) days samples are missing",
            es: "En \(partial) de \(days.count) días faltan muestras")
        let lighter = missing + Text(": lighter bars", es: ": barras más claras")
        let head = PageLayout(
            title: title, notes: partial == 0 ? [] : [days.count > Self.mostBars ? missing : lighter])
        let left = 66.0
        let rect = Rect(x: left, y: head.bottom + 16, width: PageLayout.width - left - 40, height: 190)
        let most = days.flatMap { [$0.truthKWh ?? 0, $0.predictionKWh] }.max() ?? 0
        let least = days.map(\.predictionKWh).min() ?? 0
        let frame = Frame(
            rect, x: DayScale(first.date...last.date), y: LinearScale.covering(min(least, 0), max(most, 1e-6)))
        let axis = Axis(.bottom, of: frame, title: Text("day, \(zone) time", es: "día, hora de \(zone)"))
        var entries: [Legend.Entry] = []
        if first.truthKWh != nil { entries.append(.init(FigureWords.truth, key(Self.truth))) }
        entries.append(.init(FigureWords.prediction, key(Self.prediction)))
        var marks = head.marks
        marks += [
            Legend(entries, at: Point(x: left, y: head.bottom), width: rect.width),
            Axis(
                .left, of: frame, title: Text("energy (kWh a day)", es: "energía (kWh por día)"), [.labels, .grid],
                room: 52), axis,
        ]
        marks.append(
            Group(
                "data",
                days.count > Self.mostBars
                    ? [line(frame, Self.truth) { $0.truthKWh }, line(frame, Self.prediction) { $0.predictionKWh }]
                    : bars(frame)))
        return Figure(
            id: FigureID.id("energy", appliance, house), section: .energy, appliance: appliance,
            scene: Scene(
                size: Size(width: PageLayout.width, height: rect.maxY + axis.depth + PageLayout.margin), title: title,
                description: sentence, marks: marks))
    }

    private static let truth = SeriesStyle.truth
    private static let prediction = SeriesStyle.prediction

    private func key(_ stroke: Stroke) -> Legend.Key {
        energy.days.count > Self.mostBars ? .line(stroke) : .box(Fill(stroke.paint))
    }

    /// Truth to the left of a day's middle, prediction to the right.
    private func bars(_ frame: Frame) -> [any Mark] {
        [true, false].flatMap { complete in
            let days = energy.days.filter { $0.isComplete == complete }
            return [
                bars(frame, Self.truth, days, from: -0.38) { $0.truthKWh },
                bars(frame, Self.prediction, days, from: 0) { $0.predictionKWh },
            ]
        }
    }

    /// Days of one kind: all complete or none.
    private func bars(
        _ frame: Frame, _ stroke: Stroke, _ days: [DailyEnergy.Day], from offset: Double,
        _ value: (DailyEnergy.Day) -> Double?
    ) -> Bars {
        let bars = days.compactMap { day in
            value(day).map { kWh in
                let start = Double(day.date.daysSince1970) + offset
                return Bars.Bar(from: Point(x: start, y: 0), to: Point(x: start + 0.38, y: kWh))
            }
        }
        let isComplete = days.allSatisfy(\.isComplete)
        return Bars(bars, in: frame, Fill(stroke.paint, opacity: isComplete ? 1 : Self.partialOpacity))
    }

    /// A value that holds for the day; a day without samples breaks the line.
    private func line(_ frame: Frame, _ stroke: Stroke, _ value: (DailyEnergy.Day) -> Double?) -> Line {
        var points: [Point] = []
        for day in energy.days {
            let start = Double(day.date.daysSince1970) - 0.5
            let kWh = value(day) ?? .nan
            if let previous = points.last, previous.x < start { points.append(Point(x: start, y: .nan)) }
            points += [Point(x: start, y: kWh), Point(x: start + 1, y: kWh)]
        }
        return Line(points, in: frame, stroke)
    }

    private var sentence: Text {
        let days = energy.days
        let complete = days.filter(\.isComplete).count
        let predicted = days.reduce(0) { $0 + $1.predictionKWh }
        let house = HouseName.text(house)
        let place = Text(
            "\(appliance), \(house), \(days.count) days, \(complete) of them complete: ",
            es: "\(appliance), \(house), \(days.count) días, \(complete) de ellos completos: ")
        let text = { (kWh: Double) in Text(same: "\(NumberText.significant(kWh)) kWh") }
        let errors = days.compactMap { day in day.truthKWh.map { (day.date, day.predictionKWh - $0) } }
        guard let worst = errors.max(by: { abs($0.1) < abs($1.1) }) else {
            return place + Text("predicted \(text(predicted)).", es: "predicha \(text(predicted)).")
        }
        let truth = days.reduce(0) { $0 + ($1.truthKWh ?? 0) }
        let change =
            truth > 0 ? Text(same: " (\(FigureWords.signedPercent(predicted / truth - 1)))") : Text(verbatim: "")
        return place
            + Text(
                "true \(text(truth)), predicted \(text(predicted))\(change); largest daily error \(text(worst.1)) on "
                    + "\(worst.0.text).",
                es: "real \(text(truth)), predicha \(text(predicted))\(change); mayor error diario \(text(worst.1)) el "
                    + "\(worst.0.text).")
    }
}
