import Support

/// Names of series beside their symbols, in a row.
package struct Legend: Mark {
    /// How a series looks.
    package enum Key: Sendable {
        case line(Stroke)
        case markedLine(Stroke, Symbol)
        case box(Fill)
    }

    package struct Entry: Sendable {
        package var name: String
        package var key: Key

        package init(_ name: Text, _ key: Key) { self.init(fitted: name.localised, key) }

        fileprivate init(fitted name: String, _ key: Key) {
            self.name = name
            self.key = key
        }
    }

    private static let style = TextStyle(size: 10)
    private static let (lineLength, boxLength, keyGap, entryGap) = (26.0, 12.0, 5.0, 16.0)

    package let entries: [Entry]
    /// The left end at the height of the names' middle.
    package let point: Point

    /// Names that make the row longer than `width` points are cut.
    package init(_ entries: [Entry], at point: Point, width available: Double) {
        let keys = entries.reduce(0.0) { $0 + Self.length($1.key) + Self.keyGap }
        let gaps = Self.entryGap * Double(max(entries.count - 1, 0))
        let room = available - keys - gaps
        let wanted = entries.map { TextMetrics.width(of: $0.name.printable, Self.style) }
        let share = Self.share(of: room, among: wanted)
        self.entries = entries.map { entry in
            Entry(fitted: TextMetrics.fitted(entry.name.printable, Self.style, width: share), entry.key)
        }
        self.point = point
    }

    package func draw(on canvas: any Canvas) {
        var x = point.x
        for entry in entries {
            let length = Self.length(entry.key)
            draw(entry.key, from: Point(x: x, y: point.y), to: Point(x: x + length, y: point.y), on: canvas)
            x += length + Self.keyGap
            canvas.text(entry.name, around: Point(x: x, y: point.y), Self.style)
            x += TextMetrics.width(of: entry.name, Self.style) + Self.entryGap
        }
    }

    private func draw(_ key: Key, from start: Point, to end: Point, on canvas: any Canvas) {
        switch key {
        case .line(let stroke): canvas.stroke([[start, end]], stroke)
        case .markedLine(let stroke, let symbol):
            canvas.stroke([[start, end]], stroke)
            let middle = Point(x: (start.x + end.x) / 2, y: start.y)
            canvas.fill([symbol.outline(around: middle, radius: 3)], Fill(stroke.paint))
        case .box(let fill):
            canvas.fill([Rect(x: start.x, y: start.y - 5, width: end.x - start.x, height: 10).corners], fill)
        }
    }

    private static func length(_ key: Key) -> Double {
        if case .box = key { boxLength } else { lineLength }
    }

    /// The width up to which each name may go: short ones leave what they do not need to the long ones.
    private static func share(of room: Double, among wanted: [Double]) -> Double {
        var rest = room
        let ascending = wanted.sorted()
        for (index, width) in ascending.enumerated() {
            let share = rest / Double(ascending.count - index)
            if width > share { return share }
            rest -= width
        }
        return ascending.last ?? 0
    }
}
