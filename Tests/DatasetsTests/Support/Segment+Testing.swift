import Datasets

extension Segment {
    /// A segment from time 0 whose truth is the row's number and whose aggregate is 1000 more, NaN at `gaps`.
    static func counting(_ rows: Int, gaps: Set<Int> = [], period: Int = 1) -> Segment {
        let truth = (0..<rows).map { gaps.contains($0) ? Float.nan : Float($0) }
        return Segment(
            house: "house_1", start: 0, period: period, aggregate: (0..<rows).map { Float(1000 + $0) }, truth: truth)
    }
}

/// Whether two series are the same, with NaN equal to NaN.
func same(_ a: [Float], _ b: [Float]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
}
