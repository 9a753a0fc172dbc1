import Support

/// The common colour range of several maps, and how much of them lies outside of it.
struct LiftRange: Equatable {
    /// From the 0.5th to the 99.5th percentile, with 1 and -1 inside of it: less than that is no contrast.
    let range: ClosedRange<Double>
    /// Shares of the cells that have a weight.
    let above: Double
    let below: Double
    /// Whether there are cells without any.
    let hasBlanks: Bool

    private static let tail = 0.005
    /// Half a step is the most by which a percentile is off: a colour of 24 is coarser.
    private static let binsPerUnit = 64
    private static let (lowest, highest) = (Int(AttentionLift.floor), 16)
    /// Cells that a model attends to a thousandth as much as to others need no colours of their own.
    private static let leastLowerBound = -8.0

    init(_ maps: [Cells]) {
        var counts = [Int](repeating: 0, count: (Self.highest - Self.lowest) * Self.binsPerUnit)
        var total = 0
        for map in maps {
            for value in map.values where value.isFinite {
                let bin = (value - Float(Self.lowest)) * Float(Self.binsPerUnit)
                counts[Int(min(max(bin, 0), Float(counts.count - 1)))] += 1
                total += 1
            }
        }
        /// The middle of the bin below or in which a share of all values lies.
        func percentile(_ share: Double) -> Double {
            let wanted = Double(total) * share
            var sum = 0
            let bin = counts.firstIndex { count in
                sum += count
                return Double(sum) >= wanted
            }
            return Double(Self.lowest) + (Double(bin ?? 0) + 0.5) / Double(Self.binsPerUnit)
        }
        let high = max(percentile(1 - Self.tail), 1)
        let low = max(min(percentile(Self.tail), -1), Self.leastLowerBound)
        var (above, below) = (0, 0)
        for map in maps {
            for value in map.values where value.isFinite {
                if Double(value) > high { above += 1 }
                if Double(value) < low { below += 1 }
            }
        }
        range = low...high
        hasBlanks = maps.contains { map in map.values.contains { !$0.isFinite } }
        self.above = total == 0 ? 0 : Double(above) / Double(total)
        self.below = total == 0 ? 0 : Double(below) / Double(total)
    }

    /// A value as it is shown: one outside of the range at its end; nan stays nan.
    func clamped(_ value: Float) -> Float {
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
