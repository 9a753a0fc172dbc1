import Runs
import Support

extension Figures {
    /// The skill of several runs, a group of bars an appliance.
    package static func skills(of runs: [ComparedRun]) -> FigureOutcome {
        let names = runs.applianceNames.filter { name in runs.contains { $0.appliance(name)?.skill != nil } }
        guard !names.isEmpty else {
            return .absent(
                AbsentFigure(.metrics, reason: .noSkill))
        }
        return .made(SkillComparison(runs: runs, appliances: names).figure)
    }
}

/// Lays out skills as bars.
private struct SkillComparison {
    let runs: [ComparedRun]
    let appliances: [String]

    /// Points of one bar, and between appliances.
    private static let (barHeight, groupGap) = (14.0, 14.0)
    /// Worse than this is drawn as this: its value stands beside the bar.
    private static let leastShown = -1.0

    private func skill(_ run: ComparedRun, _ name: String) -> Double? { run.appliance(name)?.skill }

    var figure: Figure {
        let head = PageLayout(
            title: FigureWords.skillsTitle,
            notes: [Text("Longer to the right is better", es: "Más largo hacia la derecha es mejor")])
        let left = 160.0
        let width = PageLayout.width - left - 70
        let group = Self.barHeight * Double(runs.count) + Self.groupGap
        let rect = Rect(x: left, y: head.bottom + 14, width: width, height: group * Double(appliances.count))
        let skills = appliances.flatMap { name in runs.compactMap { skill($0, name) } }
        let least = max(min(skills.min() ?? 0, 0), Self.leastShown)
        let names = appliances.map { TextMetrics.fitted($0.printable, Axis.labelStyle, width: 130) }
        let frame = Frame(
            rect, x: LinearScale.covering(least, 1, ticks: 8), y: CategoryScale(names), direction: .down)
        let axis = Axis(.bottom, of: frame, title: FigureWords.skill, [.labels, .grid])
        var marks = head.marks
        marks.append(
            Legend(
                runs.map { .init(FigureWords.run($0.label), .box($0.fill)) }, at: Point(x: left, y: head.bottom),
                width: width))
        marks += [axis, Axis(.left, of: frame)] as [any Mark]
        for (index, run) in runs.enumerated() {
            let thickness = Self.barHeight / group
            let offset = (Double(index) - Double(runs.count) / 2) * thickness
            for (row, name) in appliances.enumerated() {
                let value = skill(run, name)
                let end = max(value ?? 0, least)
                let top = Double(row) + offset
                let bar = Bars.Bar(from: Point(x: 0, y: top), to: Point(x: end, y: top + thickness * 0.92))
                if value != nil { marks.append(Bars([bar], in: frame, run.fill)) }
                let style = TextStyle(size: 9.5)
                let place = frame.place(Point(x: max(end, 0), y: top + thickness / 2))
                let text = Text(same: "\(run.label) \(FigureWords.number(value, decimals: 2))")
                marks.append(Label(text, at: Point(x: place.x + 5, y: place.y + style.middleToBaseline), style))
            }
        }
        marks.append(Rule(.x(0), in: frame, Stroke(.axis, width: 1)))
        let description = sentence
        return Figure(
            id: FigureID.id("compare", "skill"), section: .metrics, appliance: nil,
            scene: Scene(
                size: Size(width: PageLayout.width, height: rect.maxY + axis.depth + PageLayout.margin),
                title: FigureWords.skillsTitle, description: description, marks: marks))
    }

    private var sentence: Text {
        let parts = appliances.map { name in
            let values = runs.map { Text(same: "\($0.label) \(FigureWords.number(skill($0, name), decimals: 2))") }
            return Text(same: "\(name): \(values.joined(separator: ", "))")
        }
        return parts.joined(separator: "; ") + Text(verbatim: ".")
    }
}
