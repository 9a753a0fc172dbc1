import Support

/// An axis along one edge of a frame: ticks, labels, title and grid lines.
///
/// It asks its scale for as many ticks as there is room for, and for fewer as long as labels would touch.
package struct Axis: Mark {
    package enum Edge: Sendable { case bottom, left, right }

    /// What is drawn beside the line itself.
    package struct Parts: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        package static let labels = Parts(rawValue: 1)
        package static let grid = Parts(rawValue: 2)
    }

    package static let labelStyle = TextStyle(size: 10)
    package static let titleStyle = TextStyle(size: 10)
    /// Points from the bottom of a frame to the baseline of the tick labels, of their details and of the title.
    private static let (labelDrop, lineHeight, titleGap) = (15.0, 12.0, 4.0)
    private static let tickLength = 4.0
    /// Points that labels keep from each other, and about how far ticks are apart.
    private static let (labelGap, horizontalSpacing, verticalSpacing) = (8.0, 60.0, 28.0)

    package let edge: Edge
    package let frame: Frame
    package let title: String?
    package let parts: Parts
    package let ticks: [Tick]
    private let room: Double

    /// With `room`, the title stands that many points outside of the frame, in line with those of other axes, unless
    /// labels need more.
    package init(
        _ edge: Edge, of frame: Frame, title: Text? = nil, _ parts: Parts = [.labels], room: Double = 0
    ) {
        self.edge = edge
        self.frame = frame
        self.title = title?.localised
        self.parts = parts
        self.room = room
        ticks =
            edge == .bottom
            ? Self.horizontalTicks(frame)
            : frame.y.ticks(about: max(Int(frame.rect.height / Self.verticalSpacing), 3))
    }

    /// Points that labels and title need outside of the frame.
    package var depth: Double {
        let hasTitle = title != nil
        switch edge {
        case .bottom:
            guard parts.contains(.labels) else { return hasTitle ? Self.labelDrop : Self.tickLength }
            let lines = ticks.contains { $0.detail != nil } ? 2.0 : 1.0
            return Self.labelDrop + Self.lineHeight * (lines - 1 + (hasTitle ? 1 : 0)) + (hasTitle ? Self.titleGap : 0)
        case .left, .right:
            let labels = parts.contains(.labels) ? Self.widestLabel(ticks) + Self.tickLength + 3 : Self.tickLength
            return max(labels + (hasTitle ? Self.titleGap + Self.titleStyle.size : 0), room)
        }
    }

    package func draw(on canvas: any Canvas) {
        let places = ticks.map { edge == .bottom ? frame.x(at: $0.value) : frame.y(at: $0.value) }
        if parts.contains(.grid) { canvas.stroke(places.map(gridLine), Stroke(.grid, width: 1)) }
        canvas.stroke([axisLine] + places.map(tickLine), Stroke(.axis, width: 1))
        if parts.contains(.labels) {
            for (tick, place) in zip(ticks, places) { draw(tick, at: place, on: canvas) }
        }
        if let title { draw(title, on: canvas) }
    }

    private static func horizontalTicks(_ frame: Frame) -> [Tick] {
        var count = max(Int(frame.rect.width / horizontalSpacing), 1)
        while true {
            let ticks = frame.x.ticks(about: count)
            if !touch(ticks.map { ($0.value, $0.label) }, frame) { return separated(ticks, frame) }
            // Not even the widest step keeps them apart: one label is better than two that touch.
            if count == 1 { return Array(ticks.prefix(1)) }
            count -= 1
        }
    }

    /// The ticks without the details that would touch the next one: a date is clearest where it begins.
    private static func separated(_ ticks: [Tick], _ frame: Frame) -> [Tick] {
        var ticks = ticks
        var next: (value: Double, detail: String)?
        for index in ticks.indices.reversed() {
            guard let detail = ticks[index].detail else { continue }
            let value = ticks[index].value
            if let following = next, touch([(value, detail), following], frame) {
                ticks[index].detail = nil
            } else {
                next = (value, detail)
            }
        }
        return ticks
    }

    private static func touch(_ labels: [(value: Double, text: String)], _ frame: Frame) -> Bool {
        zip(labels, labels.dropFirst()).contains { left, right in
            let room = frame.x(at: right.value) - frame.x(at: left.value)
            return room < (width(left.text) + width(right.text)) / 2 + labelGap
        }
    }

    private static func width(_ text: String) -> Double { TextMetrics.width(of: text, labelStyle) }

    private static func widestLabel(_ ticks: [Tick]) -> Double { ticks.map { width($0.label) }.max() ?? 0 }

    private var axisLine: [Point] {
        let corners = frame.rect.corners
        switch edge {
        case .bottom: return [corners[3], corners[2]]
        case .left: return [corners[0], corners[3]]
        case .right: return [corners[1], corners[2]]
        }
    }

    private func tickLine(at place: Double) -> [Point] {
        let rect = frame.rect
        switch edge {
        case .bottom: return [Point(x: place, y: rect.maxY), Point(x: place, y: rect.maxY + Self.tickLength)]
        case .left: return [Point(x: rect.x - Self.tickLength, y: place), Point(x: rect.x, y: place)]
        case .right: return [Point(x: rect.maxX, y: place), Point(x: rect.maxX + Self.tickLength, y: place)]
        }
    }

    private func gridLine(at place: Double) -> [Point] {
        let rect = frame.rect
        return edge == .bottom
            ? [Point(x: place, y: rect.y), Point(x: place, y: rect.maxY)]
            : [Point(x: rect.x, y: place), Point(x: rect.maxX, y: place)]
    }

    private func draw(_ tick: Tick, at place: Double, on canvas: any Canvas) {
        let rect = frame.rect
        var style = Self.labelStyle
        let gap = Self.tickLength + 3
        switch edge {
        case .bottom:
            style.anchor = .middle
            let baseline = rect.maxY + Self.labelDrop
            canvas.text(tick.label, at: Point(x: place, y: baseline), style)
            if let detail = tick.detail {
                canvas.text(detail, at: Point(x: place, y: baseline + Self.lineHeight), style)
            }
        case .left:
            style.anchor = .end
            canvas.text(tick.label, around: Point(x: rect.x - gap, y: place), style)
        case .right:
            canvas.text(tick.label, around: Point(x: rect.maxX + gap, y: place), style)
        }
    }

    private func draw(_ title: String, on canvas: any Canvas) {
        let rect = frame.rect
        var style = Self.titleStyle
        style.anchor = .middle
        if edge == .bottom {
            canvas.text(title, at: Point(x: rect.midX, y: rect.maxY + depth), style)
            return
        }
        style.upwards = true
        let x = edge == .left ? rect.x - depth + style.size / 2 : rect.maxX + depth - style.size / 2
        canvas.text(title, around: Point(x: x, y: rect.midY), style)
    }
}
