import Runs

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
        let title = "\(appliance): training of each run"
        let head = PageLayout(
            title: title,
            notes: [
                "Solid symbols are the kept epochs. Losses compare only between runs of the same loss, scaling "
                    + "and version of the program; errors in watts always do"
            ])
        var marks = head.marks
        marks.append(
            Legend(
                runs.map { .init("run " + $0.label, .markedLine($0.stroke, $0.symbol)) },
                at: Point(x: PageLayout.margin, y: head.bottom), width: PageLayout.width - 2 * PageLayout.margin))
        let last = runs.flatMap(epochs).map(\.epoch).max() ?? 1
        let width = (PageLayout.width - 2 * PageLayout.margin - Self.panelGap) / 2 - Self.axisRoom
        var bottom = head.bottom
        let panels: [(title: String, value: (Epoch) -> Double?)] = [
            ("validation MAE (W)", \.valMaeW), ("validation loss (normalised)", \.valLoss),
        ]
        for (index, panel) in panels.enumerated() {
            let x = PageLayout.margin + Self.axisRoom + Double(index) * (width + Self.axisRoom + Self.panelGap)
            let rect = Rect(x: x, y: head.bottom + 18, width: width, height: Self.panelHeight)
            let values = runs.flatMap { epochs($0).compactMap(panel.value) }
            let frame = Frame(rect, x: WholeNumberScale(1...last), y: Self.scale(values))
            let axis = Axis(.bottom, of: frame, title: "epoch")
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
            description: sentence,
            scene: Scene(
                size: Size(width: PageLayout.width, height: bottom + PageLayout.margin), title: title,
                description: sentence, marks: marks))
    }

    private static func scale(_ values: [Double]) -> any Scale {
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if low > 0, high > leastLogRatio * low { return LogScale(low / 1.2...high * 1.2) }
        return LinearScale.covering(min(low, 0), high > 0 ? high : 1)
    }

    private var sentence: String {
        let parts = runs.map { run in
            let epochs = epochs(run)
            let kept = best(run)?.epoch
            let mae = epochs.first { $0.epoch == kept }?.valMaeW.map(Phrase.watts)
            return "run \(run.label) kept epoch \(kept ?? 0) of \(epochs.count)"
                + (mae.map { " with a validation MAE of \($0)" } ?? "")
        }
        return "\(appliance): " + parts.joined(separator: "; ") + "."
    }
}
