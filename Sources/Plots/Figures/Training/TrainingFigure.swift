import Runs
import Support

extension Figures {
    /// One figure an appliance: losses, validation error and, where it varies, learning rate by epoch.
    package static func training(_ results: Results) -> [FigureOutcome] {
        guard let training = results.training else {
            return [.absent(AbsentFigure(.training, reason: .notTrained))]
        }
        guard !training.epochs.isEmpty else {
            return [.absent(AbsentFigure(.training, reason: .noEpoch))]
        }
        let ofAppliance = Dictionary(grouping: training.epochs, by: \.appliance)
        var seen: Set<String> = []
        let names = training.epochs.map(\.appliance).filter { seen.insert($0).inserted }
        return names.map { name in
            let epochs = ofAppliance[name] ?? []
            guard epochs.contains(where: { $0.trainLoss != nil || $0.valLoss != nil || $0.valMaeW != nil }) else {
                return .absent(
                    AbsentFigure(.training, appliance: name, reason: .lossNotANumber(appliance: name)))
            }
            return .made(
                TrainingFigure(
                    appliance: name, epochs: epochs, best: training.best.first { $0.appliance == name }
                ).figure)
        }
    }
}

/// Lays out the training history of one appliance.
struct TrainingFigure {
    let appliance: String
    /// One at least, and one at least has a number to show.
    let epochs: [Epoch]
    let best: BestEpoch?

    /// The error of predicting zero on the validation part, whose errors are drawn; nil in files of versions that did not
    /// say.
    private var zeroMaeW: Double? { best?.zeroMaeW }

    /// nil too where training broke down before an epoch could be kept.
    private var kept: BestEpoch? { best.flatMap { $0.epoch > 0 ? $0 : nil } }

    private static let lossNote =
        Text(
            "Both losses have all terms and no augmentation or dropout, of a fixed sample of training windows and of "
                + "the validation part",
            es: "Ambas pérdidas tienen todos sus términos, sin aumento de datos ni dropout, de una muestra fija de "
                + "ventanas de entrenamiento y de la parte de validación")

    /// From this ratio of the largest to the smallest loss, differences near the end need a logarithmic axis.
    private static let leastLogRatio = 20.0
    private static let (panelHeight, panelGap) = (190.0, 30.0)
    private static let validation = Stroke(.series(1), width: 1.5, dash: [5, 2])
    private static let training = Stroke(.series(0), width: 1.5)
    private static let rate = Stroke(.series(2), width: 1.5)

    /// A line with a marker at each epoch.
    private struct Curve {
        var stroke: Stroke
        var symbol: Symbol
        /// Not a number where an epoch has no value.
        var values: [Double]
    }

    var figure: Figure {
        let count = epochs.count
        let title = Text(
            "\(appliance): training over \(count) \(count == 1 ? "epoch" : "epochs")",
            es: "\(appliance): entrenamiento de \(count) \(count == 1 ? "época" : "épocas")")
        let head = PageLayout(title: title, notes: notes)
        let hasZero = zeroMaeW != nil && epochs.contains { $0.valMaeW != nil }
        var entries = [
            Legend.Entry(Text("training", es: "entrenamiento"), .markedLine(Self.training, .circle)),
            Legend.Entry(Text("validation", es: "validación"), .markedLine(Self.validation, .square)),
        ]
        if kept != nil {
            entries.append(
                .init(Text("epoch that was kept", es: "época conservada"), .line(SeriesStyle.reference)))
        }
        if hasZero {
            entries.append(
                .init(
                    Text(
                        "predicting zero on the validation part", es: "predecir cero en la parte de validación"),
                    .line(Stroke(.context, width: 1.5))))
        }
        var marks = head.marks
        marks.append(
            Legend(
                entries, at: Point(x: PageLayout.margin, y: head.bottom),
                width: PageLayout.width - 2 * PageLayout.margin))

        var panels: [(title: Text, curves: [Curve], rule: Double?)] = []
        panels.append(
            (
                Text("loss (normalised)", es: "pérdida (normalizada)"),
                [curve(Self.training, .circle, \.trainLoss), curve(Self.validation, .square, \.valLoss)], nil
            ))
        panels.append(
            (FigureWords.validationMaeW, [curve(Self.validation, .square, \.valMaeW)], hasZero ? zeroMaeW : nil))
        if Set(epochs.map(\.learningRate)).count > 1 {
            panels.append(
                (
                    Text("learning rate", es: "tasa de aprendizaje"), [curve(Self.rate, .triangle) { $0.learningRate }],
                    nil
                ))
        }
        panels.removeAll { $0.curves.allSatisfy { $0.values.allSatisfy(\.isNaN) } }

        let axisRoom = 54.0
        let room = PageLayout.width - 2 * PageLayout.margin - Self.panelGap * Double(panels.count - 1)
        let width = room / Double(panels.count) - axisRoom
        var bottom = head.bottom
        for (index, panel) in panels.enumerated() {
            let x = PageLayout.margin + Double(index) * (width + axisRoom + Self.panelGap) + axisRoom
            let rect = Rect(x: x, y: head.bottom + 18, width: width, height: Self.panelHeight)
            let frame = Frame(rect, x: epochScale, y: Self.scale(panel.curves.flatMap(\.values), with: panel.rule))
            let axis = Axis(.bottom, of: frame, title: FigureWords.epoch)
            marks += [Axis(.left, of: frame, title: panel.title, [.labels, .grid]), axis]
            if let kept { marks.append(Rule(.x(Double(kept.epoch)), in: frame, SeriesStyle.reference)) }
            if let rule = panel.rule { marks.append(Rule(.y(rule), in: frame, Stroke(.context, width: 1.5))) }
            for curve in panel.curves {
                let points = zip(epochs, curve.values).map { Point(x: Double($0.epoch), y: $1) }
                marks.append(Line(points, in: frame, curve.stroke))
                // Many epochs: the line alone, its markers would run into one another.
                if width / Double(epochs.count) > 9 {
                    marks.append(Markers(points, in: frame, curve.symbol, radius: 2.5, Fill(curve.stroke.paint)))
                }
            }
            bottom = rect.maxY + axis.depth
        }
        return Figure(
            id: FigureID.id("training", appliance), section: .training, appliance: appliance,
            scene: Scene(
                size: Size(width: PageLayout.width, height: bottom + PageLayout.margin), title: title,
                description: sentence, marks: marks))
    }

    private var epochScale: WholeNumberScale {
        let numbers = epochs.map(\.epoch)
        return WholeNumberScale((numbers.min() ?? 1)...(numbers.max() ?? 1))
    }

    private func curve(_ stroke: Stroke, _ symbol: Symbol, _ value: (Epoch) -> Double?) -> Curve {
        Curve(stroke: stroke, symbol: symbol, values: epochs.map { value($0) ?? .nan })
    }

    private static func scale(_ values: [Double], with rule: Double?) -> any Scale {
        let shown = (values + (rule.map { [$0] } ?? [])).filter(\.isFinite)
        let (low, high) = (shown.min() ?? 0, shown.max() ?? 1)
        if low > 0, high > leastLogRatio * low { return LogScale(low / 1.2...high * 1.2) }
        return LinearScale.covering(min(low, 0), high > 0 ? high : 1)
    }

    private var notes: [Text] {
        var notes: [Text] = []
        if let kept {
            notes.append(
                Text(
                    "Kept epoch \(kept.epoch); \(kept.stopped.text)",
                    es: "Época conservada: \(kept.epoch); \(kept.stopped.text)"))
        } else if let best {
            notes.append(
                Text("Kept no epoch; \(best.stopped.text)", es: "No se conservó ninguna época; \(best.stopped.text)"))
        }
        // Earlier versions compared other quantities, and knew no error of predicting zero on the validation part.
        if zeroMaeW != nil { notes.append(Self.lossNote) }
        let missing = epochs.filter { $0.trainLoss == nil || $0.valLoss == nil }.map { String($0.epoch) }
            .joined(separator: ", ")
        if !missing.isEmpty {
            notes.append(
                Text(
                    "The loss was not a number in epoch \(missing)",
                    es: "La pérdida no fue un número en la época \(missing)"))
        }
        return notes
    }

    private var sentence: Text {
        let shown = kept.flatMap { best in epochs.first { $0.epoch == best.epoch } } ?? epochs[epochs.count - 1]
        var parts: [Text] = []
        if let loss = shown.trainLoss.map({ NumberText.significant($0) }) {
            parts.append(Text("training loss \(loss)", es: "pérdida de entrenamiento \(loss)"))
        }
        if let loss = shown.valLoss.map({ NumberText.significant($0) }) {
            parts.append(Text("validation loss \(loss)", es: "pérdida de validación \(loss)"))
        }
        if let mae = shown.valMaeW.map(FigureWords.watts) {
            parts.append(Text("validation MAE \(mae)", es: "MAE de validación \(mae)"))
        }
        if let zero = zeroMaeW.map(FigureWords.watts) {
            parts.append(
                Text(
                    "predicting zero has an MAE of \(zero) on the validation part",
                    es: "predecir cero tiene una MAE de \(zero) en la parte de validación"))
        }
        let place = Text(
            "\(kept == nil ? "last" : "kept") epoch \(shown.epoch) of \(epochs.count)",
            es: "\(kept == nil ? "última época" : "época conservada") \(shown.epoch) de \(epochs.count)")
        return Text(same: "\(appliance), \(place): \(parts.joined(separator: ", ")).")
    }
}
