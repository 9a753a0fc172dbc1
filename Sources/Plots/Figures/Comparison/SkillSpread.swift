import Support

/// The skills of one appliance's runs: those of one model a list, in the order of the models.
package struct SkillGroup: Sendable {
    /// What was told apart where, such as `house 1: kettle`.
    package var name: String
    /// With the median of each model; nil where it has no run.
    package var models: [(values: [Double], median: Double)?]

    package init(name: String, models: [(values: [Double], median: Double)?]) {
        self.name = name
        self.models = models
    }
}

extension Figures {
    /// The skill of each run of an experiment as a dot, the median of each model as a bar. Models are at most 6.
    package static func skills(of groups: [SkillGroup], models: [String]) -> FigureOutcome {
        let groups = groups.filter { group in group.models.contains { $0?.values.isEmpty == false } }
        guard !groups.isEmpty else {
            return .absent(
                AbsentFigure(.metrics, reason: .noSkill))
        }
        return .made(SkillSpread(groups: groups, models: models).figure)
    }
}

/// Lays out skills as dots.
private struct SkillSpread {
    let groups: [SkillGroup]
    let models: [String]

    /// Points of one model's row, and between groups.
    private static let (rowHeight, groupGap) = (14.0, 12.0)
    /// Worse than this is drawn as this; the table has its value.
    private static let leastShown = -1.0

    var figure: Figure {
        let head = PageLayout(
            title: FigureWords.skillsTitle,
            notes: [
                Text(
                    "A dot a run, a stroke at the median of each model. Further to the right is better",
                    es: "Un punto por ejecución, un trazo en la mediana de cada modelo. Más a la derecha es mejor")
            ])
        let left = 190.0
        let width = PageLayout.width - left - 60
        let legend = Legend(
            models.enumerated().map { .init(Text(verbatim: $0.element), .box(Fill(.series($0.offset)))) },
            at: Point(x: left, y: head.bottom), width: width)
        let group = Self.rowHeight * Double(models.count) + Self.groupGap
        let rect = Rect(
            x: left, y: head.bottom + 14, width: width, height: group * Double(groups.count))
        let least = max(min(groups.compactMap(\.least).min() ?? 0, 0), Self.leastShown)
        let names = groups.map { TextMetrics.fitted($0.name.printable, Axis.labelStyle, width: left - 30) }
        let frame = Frame(rect, x: LinearScale.covering(least, 1, ticks: 8), y: CategoryScale(names), direction: .down)
        let axis = Axis(.bottom, of: frame, title: FigureWords.skill, [.labels, .grid])
        var marks = head.marks
        marks += [legend, axis, Axis(.left, of: frame), Rule(.x(0), in: frame, Stroke(.axis, width: 1))] as [any Mark]
        for model in models.indices {
            let offset = (Double(model) - Double(models.count - 1) / 2) * Self.rowHeight / group
            for (row, shown) in groups.enumerated() {
                guard let scores = shown.models[model] else { continue }
                let y = Double(row) + offset
                let points = scores.values.map { Point(x: max($0, least), y: y) }
                marks.append(
                    Markers(
                        points, in: frame, Symbol.allCases[model % Symbol.allCases.count], radius: 3.5,
                        Fill(.series(model))))
                let middle = frame.place(Point(x: max(scores.median, least), y: y))
                marks.append(
                    Segment(
                        from: Point(x: middle.x, y: middle.y - 6), to: Point(x: middle.x, y: middle.y + 6),
                        Stroke(.series(model), width: 1.5)))
            }
        }
        let description = sentence
        return Figure(
            id: FigureID.id("experiment", "skill"), section: .metrics, appliance: nil,
            scene: Scene(
                size: Size(width: PageLayout.width, height: rect.maxY + axis.depth + PageLayout.margin),
                title: FigureWords.skillsTitle, description: description, marks: marks))
    }

    private var sentence: Text {
        let parts = groups.map { group in
            let medians = zip(models, group.models).map { model, scores in
                let median = scores.map { FigureWords.number($0.median, decimals: 2) }
                return Text(same: "\(model) \(median ?? Text("not run", es: "sin ejecutar"))")
            }
            return Text(same: "\(group.name): \(medians.joined(separator: ", "))")
        }
        return Text("Median skills. ", es: "Medianas de la habilidad. ") + parts.joined(separator: "; ")
            + Text(verbatim: ".")
    }
}

extension SkillGroup {
    fileprivate var least: Double? { models.compactMap { $0?.values.min() }.min() }
}
