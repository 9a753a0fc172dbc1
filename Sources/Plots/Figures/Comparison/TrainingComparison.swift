import Runs
import Support

extension Figures {
    /// The training of several runs, one figure an appliance.
    package static func training(of runs: [ComparedRun]) -> [FigureOutcome] {
        runs.applianceNames.map { name in
            let trained = runs.filter { run in
                run.epochs[name]?.contains { $0.valMaeW != nil } == true
            }
            guard !trained.isEmpty else {
                return .absent(AbsentFigure(.training, appliance: name, reason: .noneTrained(appliance: name)))
            }
            return .made(TrainingComparison(appliance: name, runs: trained).figure)
        }
    }
}

/// Lays out the validation curves of one appliance.
private struct TrainingComparison {
    let appliance: String
    let runs: [ComparedRun]

    private static let (panelHeight, panelGap, axisRoom) = (190.0, 30.0, 54.0)
    /// From this ratio of the largest to the smallest value, differences near the end need a logarithmic axis.
    private static let leastLogRatio = 20.0

    private func epochs(_ run: ComparedRun) -> [Epoch] {
        run.epochs[appliance] ?? []
    }

    private func best(_ run: ComparedRun) -> BestEpoch? {
        run.results.training?.best.first { $0.appliance == appliance }
    }

    var figure: Figure {
        let title = Text("\(appliance): training of each run", es: "\(appliance): entrenamiento de cada ejecución")
        let head = PageLayout(
            title: title,
            notes: [
                Text(
                    "Solid symbols are the kept epochs. Losses compare only between runs of the same loss, scaling "
                        + "and version of the program; errors in watts always do",
                    es: "Los símbolos llenos son las épocas conservadas. Las pérdidas solo se comparan entre "
                        + "ejecuciones con la misma pérdida, escala y versión del programa; los errores en vatios, "
                        + "siempre")
            ])
        var marks = head.marks
        marks.append(
            Legend(
                runs.map { .init(FigureWords.run($0.label), .markedLine($0.stroke, $0.symbol)) },
                at: Point(x: PageLayout.margin, y: head.bottom), width: PageLayout.width - 2 * PageLayout.margin))
        let last = runs.flatMap(epochs).map(\.epoch).max() ?? 1
        let width = (PageLayout.width - 2 * PageLayout.margin - Self.panelGap) / 2 - Self.axisRoom
        var bottom = head.bottom
        let panels: [(title: Text, value: (Epoch) -> Double?)] = [
            (FigureWords.validationMaeW, \.valMaeW),
            (Text("validation loss (normalised)", es: "pérdida de validación (normalizada)"), \.valLoss),
        ]
        for (index, panel) in panels.enumerated() {
            let x = PageLayout.margin + Self.axisRoom + Double(index) * (width + Self.axisRoom + Self.panelGap)
            let rect = Rect(x: x, y: head.bottom + 18, width: width, height: Self.panelHeight)
            let values = runs.flatMap { epochs($0).compactMap(panel.value) }
            let frame = Frame(rect, x: WholeNumberScale(1...last), y: Self.scale(values))
            let axis = Axis(.bottom, of: frame, title: FigureWords.epoch)
            marks += [Axis(.left, of: frame, title: panel.title, [.labels, .grid]), axis] as [any Mark]
            for run in runs {
                let points = epochs(run).map { Point(x: Double($0.epoch), y: panel.value($0) ?? .nan) }
                marks.append(Line(points, in: frame, run.stroke))
                let kept = points.filter { $0.x == best(run).map { Double($0.epoch) } }
                marks.append(Markers(kept, in: frame, run.symbol, radius: 4, Fill(run.stroke.paint)))
            }
            bottom = rect.maxY + axis.depth
        }
        return Figure(
            id: FigureID.id("compare", "training", appliance), section: .training, appliance: appliance,
            scene: Scene(
                size: Size(width: PageLayout.width, height: bottom + PageLayout.margin), title: title,
                description: sentence, marks: marks))
    }

    private static func scale(_ values: [Double]) -> any Scale {
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if low > 0, high > leastLogRatio * low { return LogScale(low / 1.2...high * 1.2) }
        return LinearScale.covering(min(low, 0), high > 0 ? high : 1)
    }

    private var sentence: Text {
        let parts = runs.map { run in
            let epochs = epochs(run)
            let kept = best(run)?.epoch
            let mae = epochs.first { $0.epoch == kept }?.valMaeW.map(FigureWords.watts)
            let epoch = Text(
                "run \(run.label) kept epoch \(kept ?? 0) of \(epochs.count)",
                es: "la ejecución \(run.label) conservó la época \(kept ?? 0) de \(epochs.count)")
            return mae.map {
                Text("\(epoch) with a validation MAE of \($0)", es: "\(epoch) con una MAE de validación de \($0)")
            }
                ?? epoch
        }
        return Text(same: "\(appliance): \(parts.joined(separator: "; ")).")
    }
}
