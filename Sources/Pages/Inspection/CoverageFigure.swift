import Datasets
import Plots
import Runs
import Support

/// When each meter of a house has readings: a bar over time, with its gaps.
struct CoverageFigure {
    let house: HouseInspection
    let times: Times
    /// Of all meters.
    let span: ClosedRange<Int>

    private static let width = 760.0
    private static let rowHeight = 24.0
    private static let bar = 0.34
    private static let covered = Fill(.series(0))
    private static let gap = Fill(.series(1), opacity: 0.55)
    /// Points: a gap that would be narrower is drawn this wide, or none would see it.
    private static let narrowest = 1.0

    /// nil for a house without a reading.
    init?(_ house: HouseInspection, _ times: Times) {
        guard let span = house.span, span.upperBound > span.lowerBound else { return nil }
        self.house = house
        self.times = times
        self.span = span
    }

    var scene: Scene {
        let meters = house.meters.filter { $0.first != nil }
        let names = CategoryScale(
            meters.map { Text(same: "\(MeterName.text($0.name)), \(SourceName.text($0.source))").localised })
        let left = 16 + (names.names.map { TextMetrics.width(of: $0, Axis.labelStyle) }.max() ?? 0) + 10
        let rect = Rect(
            x: left, y: 66, width: Self.width - left - 24, height: Self.rowHeight * Double(meters.count))
        let frame = Frame(rect, x: times.scale(span), y: names, direction: .down)
        let title =
            (frame.x as? TimeScale)?.title ?? Text("time since the beginning", es: "tiempo desde el comienzo")
        let axis = Axis(.bottom, of: frame, title: title)
        let marks: [any Mark] = [
            Label(heading, at: Point(x: 16, y: 31), TextStyle(size: 13, bold: true), width: Self.width - 32),
            Legend(
                [
                    .init(Text("readings", es: "lecturas"), .box(Self.covered)),
                    .init(
                        Text("gap, drawn at least 1 px wide", es: "hueco, dibujado con al menos 1 px"),
                        .box(Self.gap)),
                ],
                at: Point(x: left, y: 50), width: rect.width),
            Axis(.left, of: frame),
            Group("data", clip: rect, meters.enumerated().flatMap { bars(of: $0.element, row: $0.offset, frame) }),
            axis,
        ]
        return Scene(
            size: Size(width: Self.width, height: rect.maxY + axis.depth + 16), title: heading,
            description: sentence, marks: marks)
    }

    private var heading: Text {
        let name = HouseName.text(house.name)
        return Text("\(name): when there are readings", es: "\(name): cuándo hay lecturas")
    }

    /// The bar of readings with the gaps cut out of it, and the gaps.
    private func bars(of meter: MeterInspection, row: Int, _ frame: Frame) -> [any Mark] {
        guard let first = meter.first, let last = meter.last else { return [] }
        let gaps = Self.drawn(meter.longestGaps, frame)
        var covered: [(Double, Double)] = []
        var start = Double(first)
        for gap in gaps {
            if gap.lowerBound > start { covered.append((start, gap.lowerBound)) }
            start = max(start, gap.upperBound)
        }
        if Double(last) > start { covered.append((start, Double(last))) }
        let bar = { (from: Double, to: Double, half: Double) in
            Bars.Bar(from: Point(x: from, y: Double(row) - half), to: Point(x: to, y: Double(row) + half))
        }
        return [
            Bars(covered.map { bar($0.0, $0.1, Self.bar) }, in: frame, Self.covered),
            // Lower, so that they are told without their colour, too.
            Bars(gaps.map { bar($0.lowerBound, $0.upperBound, Self.bar / 2) }, in: frame, Self.gap),
        ]
    }

    /// Gaps in time order, as wide as they are drawn; those that touch are one.
    static func drawn(_ gaps: [LongestGaps.Gap], _ frame: Frame) -> [ClosedRange<Double>] {
        let seconds = (frame.x.domain.upperBound - frame.x.domain.lowerBound) / frame.rect.width * narrowest
        var drawn: [ClosedRange<Double>] = []
        for gap in gaps.sorted(by: { $0.start < $1.start }) {
            let middle = Double(gap.start) + Double(gap.seconds) / 2
            let half = max(Double(gap.seconds), seconds) / 2
            if let last = drawn.last, last.upperBound >= middle - half {
                drawn[drawn.count - 1] = last.lowerBound...max(last.upperBound, middle + half)
            } else {
                drawn.append(middle - half...middle + half)
            }
        }
        return drawn
    }

    /// Meters of which the same is to be said are named together.
    private var sentence: Text {
        var names: [Text: [Text]] = [:]
        var order: [Text] = []
        for meter in house.meters {
            guard let coverage = meter.coverage else { continue }
            let percent = NumberText.fixed(100 * coverage, decimals: 1)
            var text = Text("readings for \(percent) % of the time", es: "lecturas en el \(percent) % del tiempo")
            if let longest = meter.longestGaps.first.map({ DurationScale.text($0.seconds) }) {
                text =
                    text
                    + (meter.gaps == 1
                        ? Text(", 1 gap, the longest of \(longest)", es: ", 1 hueco, de \(longest)")
                        : Text(
                            ", \(meter.gaps) gaps, the longest of \(longest)",
                            es: ", \(meter.gaps) huecos, el mayor de \(longest)"))
            }
            if names[text] == nil { order.append(text) }
            names[text, default: []].append(MeterName.text(meter.name))
        }
        let parts = order.map { names[$0, default: []].joined(separator: ", ") + Text(verbatim: ": ") + $0 }
        return times.text(span).capitalised + Text(verbatim: ". ") + parts.joined(separator: "; ") + Text(verbatim: ".")
    }
}

/// The longest gaps of a house, with the meters that have each.
struct HouseGaps {
    struct Gap: Equatable {
        var gap: LongestGaps.Gap
        var meters: [String]
    }

    static let most = 10

    /// The longest first, of equal ones the earliest.
    let longest: [Gap]
    /// How long a gap is at least: `180 s`, or `180 to 450 s` where meters differ.
    let limit: Text

    init(_ house: HouseInspection) {
        let limits = house.meters.map(\.gapLimitS)
        limit = AmountText.seconds(limits.min() ?? 0, limits.max() ?? 0)
        var meters: [LongestGaps.Gap: [String]] = [:]
        for meter in house.meters {
            for gap in meter.longestGaps.prefix(Self.most) { meters[gap, default: []].append(meter.name) }
        }
        let gaps = meters.map { Gap(gap: $0.key, meters: $0.value) }
        longest = Array(
            gaps.sorted { ($1.gap.seconds, $0.gap.start) < ($0.gap.seconds, $1.gap.start) }.prefix(Self.most))
    }
}
