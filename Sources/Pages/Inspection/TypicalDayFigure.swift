import Plots
import Runs
import Support

/// Mean power by local hour of the day: the whole house above, its appliances below.
struct TypicalDayFigure {
    /// An appliance's meters, added up.
    fileprivate struct Course {
        var name: String
        var watts: [Double]
    }

    private let house: HouseInspection
    private let zone: String
    private let aggregate: [Course]
    private let appliances: [Course]

    private static let width = 760.0
    private static let left = 66.0
    /// More lines than this can't be told apart.
    private static let most = 8

    /// nil for a house without readings or without a clock.
    init?(_ house: HouseInspection, zone: String?) {
        guard let zone else { return nil }
        self.house = house
        self.zone = zone
        var names: [String] = []
        for meter in house.meters where !names.contains(meter.name) { names.append(meter.name) }
        let courses = names.compactMap { name -> Course? in
            let hours = house.meters.filter { $0.name == name }.compactMap(\.hourlyW)
            let watts = (0..<24).map { hour in hours.reduce(0.0) { $0 + ($1[hour] ?? .nan) } }
            return watts.contains(where: \.isFinite) ? Course(name: name, watts: watts) : nil
        }
        let isAggregate = { (course: Course) in
            house.meters.contains { $0.name == course.name && $0.onThresholdW == nil }
        }
        aggregate = courses.filter(isAggregate)
        appliances = Array(
            courses.filter { !isAggregate($0) }.sorted { ($1.mean, $0.name) < ($0.mean, $1.name) }.prefix(Self.most))
        if courses.isEmpty { return nil }
    }

    var scene: Scene {
        var marks: [any Mark] = [
            Label(heading, at: Point(x: 16, y: 31), TextStyle(size: 13, bold: true), width: Self.width - 32)
        ]
        let entries = (aggregate + appliances).map {
            Legend.Entry(MeterName.text($0.name), .line(stroke(of: $0)))
        }
        marks.append(Legend(entries, at: Point(x: Self.left, y: 50), width: Self.width - Self.left - 24))
        var y = 66.0
        let panels = [
            (aggregate, 120.0, Text("whole house (W)", es: "toda la casa (W)")),
            (appliances, 150.0, Text("appliances (W)", es: "aparatos (W)")),
        ].filter { !$0.0.isEmpty }
        for (index, (courses, height, title)) in panels.enumerated() {
            let rect = Rect(x: Self.left, y: y, width: Self.width - Self.left - 24, height: height)
            let watts = courses.flatMap(\.watts).filter(\.isFinite)
            let frame = Frame(
                rect, x: WholeNumberScale(0...24, every: 3),
                y: LinearScale.covering(min(watts.min() ?? 0, 0), max(watts.max() ?? 1, 1), ticks: Int(height / 25)))
            let isLast = index == panels.count - 1
            let hours = Text("hour of the day, \(zone) time", es: "hora del día, hora de \(zone)")
            let axis = Axis(
                .bottom, of: frame, title: isLast ? hours : nil, isLast ? [.labels] : [])
            marks += [
                Axis(.left, of: frame, title: title, [.labels, .grid], room: 52), axis,
                Group("data", clip: rect, courses.map { line($0, frame) }),
            ]
            y = rect.maxY + (isLast ? axis.depth + 16 : 14)
        }
        return Scene(
            size: Size(width: Self.width, height: y), title: heading, description: sentence,
            marks: marks)
    }

    private var heading: Text {
        let name = HouseName.text(house.name)
        return Text("\(name): a typical day", es: "\(name): un día típico")
    }

    /// A mean holds for its hour.
    private func line(_ course: Course, _ frame: Frame) -> Line {
        let points = course.watts.enumerated().flatMap { hour, watts in
            [Point(x: Double(hour), y: watts), Point(x: Double(hour + 1), y: watts)]
        }
        return Line(points, in: frame, stroke(of: course))
    }

    private func stroke(of course: Course) -> Stroke {
        guard let index = appliances.firstIndex(where: { $0.name == course.name }) else {
            return Stroke(.context, width: 1.5)
        }
        // A dash for those who can't tell the colours, and where these start over.
        let dashes: [[Double]] = [[], [6, 2], [2, 2], [8, 2, 2, 2]]
        return Stroke(.series(index), width: 1.5, dash: dashes[index % dashes.count])
    }

    private var sentence: Text {
        let parts = (aggregate + appliances).compactMap { course -> Text? in
            let known = course.watts.enumerated().filter { $0.element.isFinite }
            guard let peak = known.max(by: { $0.element < $1.element }) else { return nil }
            let name = MeterName.text(course.name)
            let (from, to, watts) = (peak.offset, peak.offset + 1, AmountText.watts(peak.element))
            return Text(
                "\(name) draws most from \(from) to \(to) h, \(watts) on average",
                es: "\(name) consume más de \(from) a \(to) h, \(watts) de media")
        }
        let all = parts.joined(separator: "; ")
        return Text("Mean power by hour of the day: \(all).", es: "Potencia media por hora del día: \(all).")
    }
}

extension TypicalDayFigure.Course {
    fileprivate var mean: Double {
        let known = watts.filter(\.isFinite)
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }
}
