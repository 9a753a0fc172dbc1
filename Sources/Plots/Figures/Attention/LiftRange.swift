import Support

/// What the colours of all maps say, and how much of some maps lies beyond them.
struct LiftRange: Equatable {
    /// In log2(weight x n), for 13 colours of half a doubling each: marked are 1/8 to 8 times even attention.
    static let range = -3.25...3.25

    /// Shares of the cells that have a weight.
    let above: Double
    let below: Double
    /// Whether there are cells without any.
    let hasBlanks: Bool

    init(_ maps: [Cells]) {
        var (above, below, total) = (0, 0, 0)
        for value in maps.lazy.flatMap(\.values) where value.isFinite {
            total += 1
            if Double(value) > Self.range.upperBound { above += 1 }
            if Double(value) < Self.range.lowerBound { below += 1 }
        }
        hasBlanks = maps.contains { map in map.values.contains { !$0.isFinite } }
        self.above = total == 0 ? 0 : Double(above) / Double(total)
        self.below = total == 0 ? 0 : Double(below) / Double(total)
    }

    /// A value as it is shown: one outside of the range at its end; nan stays nan.
    static func clamped(_ value: Float) -> Float {
        value.isNaN ? value : min(max(value, Float(range.lowerBound)), Float(range.upperBound))
    }

    /// What the figure says about the cells whose value its colours do not tell.
    var clippingNote: Text {
        func percent(_ share: Double) -> Text { Text(same: "\(NumberText.significant(100 * share, digits: 2)) %") }
        let clipped = Text(
            "\(percent(above)) of cells lie above the scale, \(percent(below)) below",
            es: "el \(percent(above)) de las celdas queda por encima de la escala y el \(percent(below)), por debajo")
        guard hasBlanks else { return clipped }
        return clipped + Text("; blank cells have no weight", es: "; las celdas vacías no tienen peso")
    }
}

/// Multiples of even attention: log2(weight x n) with its ticks in words.
struct LiftScale: Scale {
    var domain: ClosedRange<Double> { LiftRange.range }

    func fraction(of value: Double) -> Double { linearFraction(of: value) }

    /// Every doubling, or every second one where `count` has no room for seven.
    func ticks(about count: Int) -> [Tick] {
        stride(from: -3, through: 3, by: count < 6 ? 3 : 1).map { Tick(Double($0), Self.label($0)) }
    }

    private static func label(_ doublings: Int) -> String {
        switch doublings {
        case 0: Text("even", es: "uniforme").localised
        case 1...: "×\(1 << doublings)"
        default: "1/\(1 << -doublings)"
        }
    }
}
