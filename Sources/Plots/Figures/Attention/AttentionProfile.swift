import Foundation
import Runs
import Support

/// What a span of queries looks at, taken together: the mean of their rows, as log2(weight x n) by key.
struct AttentionProfile {
    /// The queries, in seconds from the window's beginning; those while the appliance is on, or all.
    let spans: [Range<Double>]
    /// `while kettle is on`
    let words: Text

    /// The spans in which the appliance is truly on.
    init(of attention: AttentionWindow, onThresholdW: Double) {
        let period = Double(attention.rows?.periodS ?? 1)
        var spans: [Range<Double>] = []
        for (index, watts) in (attention.rows?.truthW ?? []).enumerated() where Double(watts) >= onThresholdW {
            let (start, end) = (Double(index) * period, Double(index + 1) * period)
            if let last = spans.last, last.upperBound == start {
                spans[spans.count - 1] = last.lowerBound..<end
            } else {
                spans.append(start..<end)
            }
        }
        self.spans = spans.isEmpty ? [0..<Double(attention.time.seconds)] : spans
        let appliance = attention.window.appliance
        words =
            spans.isEmpty
            ? Text(
                "all queries (\(appliance) is not on here)",
                es: "todas las consultas (\(appliance) no está encendido aquí)")
            : Text("the queries while \(appliance) is on", es: "las consultas mientras \(appliance) está encendido")
    }

    /// The rows of a map of `cells` that cover `seconds` which lie in a span by more than half; the one in its middle
    /// where none does.
    func rows(cells: Int, seconds: Double) -> [Int] {
        let step = seconds / Double(cells)
        let rows = (0..<cells).filter { cell in
            let middle = (Double(cell) + 0.5) * step
            return spans.contains { $0.contains(middle) }
        }
        if !rows.isEmpty { return rows }
        let middle = (spans[0].lowerBound + spans[0].upperBound) / 2
        return [min(Int(middle / step), cells - 1)]
    }

    /// The lift of each key; nan where no row has any weight.
    ///
    /// Shapes: lift (cells, cells), log2(weight x n); result (cells).
    func lift(_ lift: Cells, seconds: Double) -> [Float] {
        let rows = rows(cells: lift.rows, seconds: seconds)
        return (0..<lift.columns).map { column in
            let sum = rows.reduce(Float(0)) { sum, row in
                let value = lift.values[row * lift.columns + column]
                return value.isFinite ? sum + exp2(value) : sum
            }
            return sum > 0 ? max(log2(sum / Float(rows.count)), AttentionLift.floor) : .nan
        }
    }
}
